import type { PlannedStep, RemedyStep } from '../../model';

/**
 * Commands that act at once, without a commit, and the opposite of each (domain page, common rollback); null: nothing
 * takes it back.
 */
const AT_ONCE: Readonly<Record<string, string | null>> = {
  resume: 'suspend',
  resumedel: 'suspenddel',
  resumelistener: 'suspendlistener',
  resumetransfers: 'suspendtransfers',
  suspend: 'resume',
  suspenddel: 'resumedel',
  suspendlistener: 'resumelistener',
  suspendtransfers: 'resumetransfers',
  'workqueue resume': 'workqueue pause',
  delivernow: null,
  reboot: null,
};

/**
 * Words that destroy mail, report held mail to its sender or send it elsewhere: no plan holds them, whatever a catalogue
 * says (domain page, common rollback; command line page, section 6).
 */
export const DESTROYS_MAIL: readonly string[] = [
  'deleterecipients',
  'bouncerecipients',
  'redirectrecipients',
  'removemessage',
  'resetqueue',
  'resetconfig',
  'deletedb',
  'wipedata',
];

/** Whether a step names a command that destroys mail. */
export const destroysMail = ({ command }: Pick<RemedyStep, 'command'>): boolean =>
  command !== null && DESTROYS_MAIL.some((word) => new RegExp(`\\b${word}\\b`, 'i').test(command));

const isAtOnce = (command: string | null): command is string => command !== null && Object.hasOwn(AT_ONCE, command);

/** Who does it, by where it is done. */
export const whoOf = (where: RemedyStep['where']): PlannedStep['who'] => {
  if (where === 'network') return 'network-team';
  if (where === 'people') return 'case-owner';
  return where.startsWith('esa') ? 'esa-administrator' : 'sma-administrator';
};

const isElsewhere = (where: RemedyStep['where']): boolean => where === 'network' || where === 'people';

/** When a change counts: at once, with a commit, or when another team has made it. Null for a step that reads. */
export const takesEffectOf = ({ effect, where, command }: RemedyStep): PlannedStep['takesEffect'] => {
  if (effect === 'reads') return null;
  if (isElsewhere(where)) return 'by-others';
  return isAtOnce(command) ? 'at-once' : 'with-commit';
};

/** How a change is taken back. Null for a step that reads. */
export const wayBackOf = (step: RemedyStep): PlannedStep['back'] => {
  const { effect, where, command } = step;
  if (effect === 'reads') return null;
  if (isElsewhere(where)) return { key: 'old-rule', command: null };
  if (!isAtOnce(command)) return { key: 'old-value', command: null };
  const opposite = AT_ONCE[command] ?? null;
  return opposite === null ? { key: 'none', command: null } : { key: 'opposite', command: opposite };
};

/** In a cluster: a setting is made once at its level, a command that acts is given in machine mode on each machine. */
export const clusterOf = (step: RemedyStep): PlannedStep['cluster'] => {
  const effect = takesEffectOf(step);
  if (effect === 'at-once') return 'machine-mode';
  return effect === 'with-commit' && step.where.startsWith('esa') ? 'at-its-level' : null;
};

/** Answers that a source gives word by word, or that the command's own sample shows; the key of the text. */
const EXPECTS: Readonly<Record<string, string>> = {
  resume: 'resume',
  resumelistener: 'resume',
  status: 'status',
  tophosts: 'tophosts',
  netstat: 'netstat',
  interfaceconfig: 'interfaceconfig',
};

/** What is seen when a step went well: the key of its text, where a source says it. */
export const expectsOf = ({ command, effect }: RemedyStep, isVerification: boolean): string | null => {
  if (command === null || (effect === 'reads' && !isVerification)) return null;
  if (command.startsWith('grep') && command.includes('port ')) return 'grep';
  return EXPECTS[command] ?? null;
};
