import { commandNamed } from '../../core/asyncos';
import { commandLine } from '../../core/asyncos/dialogue';
import { applianceNamed, checkNamed } from '../../core/checks';
import type { Act, Answers, Plan, Site, Step } from '../../core/model';
import type { Words } from '../../core/texts';
import type { Door } from '../door';
import { vantageName } from '../vantage-name';

/** The line as it would be typed, and the answers to the questions that follow it. */
const wordsOf = ({ command, args }: Extract<Act, { kind: 'command' }>): string => {
  const definition = commandNamed(command);
  const line = definition === null ? null : commandLine(definition, args);
  const typed = line?.ok ? line.value : command;
  const answers = definition?.lineArgument === undefined ? Object.entries(args) : [];
  const given = answers.map(([name, value]) => `${name} ${value}`).join(', ');
  return given === '' ? typed : `${typed} (${given})`;
};

const connectionOf = (act: Act, site: Site): string => {
  switch (act.kind) {
    case 'open-session': {
      const appliance = applianceNamed(site, act.appliance);
      return `SSH ${appliance?.host}:${appliance?.sshPort}, ${appliance?.user}`;
    }
    case 'command':
      return wordsOf(act);
    case 'tls-probe':
      return `${act.host}:${act.port}, SMTP STARTTLS, TLS ClientHello, QUIT`;
    default:
      return '';
  }
};

/** What a step sends and to whom, as far as it is known before anything was asked; null where it asks nobody. */
const sends = (step: Step, site: Site, answers: Answers): string | null => {
  const check = checkNamed(step.check);
  if (step.skip !== null || step.how !== 'live' || check === null) return null;
  const act = check.live(step, { site, answers }, []);
  if (act !== null) return connectionOf(act, site);
  return commandNamed(check.command ?? '')?.words.join(' ') ?? 'SMTP STARTTLS, TLS ClientHello, QUIT';
};

const detail = (step: Step, sent: string | null, words: Words): string => {
  if (step.skip !== null) return words.say('cli:dryRun.skipped', { reason: words.say(`checks:reason.${step.skip}`) });
  if (step.how === 'material') return words.say('cli:dryRun.reads', { path: step.material ?? '' });
  const { connections, lines } = step.cost;
  return [
    words.say('cli:dryRun.sends', { what: sent ?? '', limit: Math.round(step.limitMs / 1000) }),
    ...(connections === 0 ? [] : [words.say('cli:dryRun.connections', { connections })]),
    ...(lines === 0 ? [] : [words.say('cli:dryRun.lines', { lines })]),
  ].join('; ');
};

const linesOf = (step: Step, sent: string | null, words: Words): string[] => {
  const from = vantageName(step.vantage, words);
  const to = step.subject === step.vantage ? from : `${from} > ${step.subject}`;
  return [
    words.say('cli:placed', { where: to, text: words.say(`checks:check.${step.check}.name`) }),
    `    ${detail(step, sent, words)}`,
    `    ${words.say(`checks:check.${step.check}.why`)}`,
  ];
};

/** Every connection and command of the plan with its reason; opens nothing. */
export const printDryRun = (plan: Plan, site: Site, answers: Answers, door: Door, json: boolean): void => {
  const { words } = door;
  const planned = plan.steps.map((step) => ({ ...step, sends: sends(step, site, answers) }));
  if (json) {
    door.printJson({ schema: 'cpq-doctor/plan/1', direction: site.direction, ...plan, steps: planned });
    return;
  }
  for (const { sends: sent, ...step } of planned) for (const line of linesOf(step, sent, words)) door.print(line);
  const live = plan.steps.filter((step) => step.skip === null);
  door.print(
    words.say('cli:dryRun.total', {
      steps: live.length,
      seconds: Math.round(plan.limitMs / 1000),
      connections: plan.cost.connections,
      commands: plan.cost.commands,
      lines: plan.cost.lines,
    }),
  );
};
