import { applianceNamed, type LabAppliance, type LabModel } from './model';
import { entryOf, isForbidden, refusalOf } from './render';
import { firstMode, promptOf } from './render/prompt';
import { type Ask, choose, type Mode, type Scene, say, type Turn, yesOrNo } from './render/turn';
import type { Story } from './story/tell';

/** One login at one appliance: what it is asked next, and the level it works at. */
export interface Session {
  readonly model: LabModel;
  readonly story: Story;
  readonly appliance: LabAppliance;
  readonly mode: Mode;
  /** Null at the main prompt. */
  readonly asked: Ask | null;
  readonly later: Turn['later'] | null;
  readonly closed: boolean;
}

/** What the appliance prints, with `\n` line ends; the prompt or question is its end unless it takes its time. */
export interface Reply {
  readonly session: Session;
  readonly text: string;
  /** What a real appliance would have begun to change. */
  readonly changes?: string | undefined;
  readonly unpaged?: boolean | undefined;
}

/** A fresh login; the text is the prompt. */
export const logIn = (model: LabModel, story: Story, name: string): Reply => {
  const appliance = applianceNamed(model, name);
  if (!appliance) throw new Error(`no appliance ${name} in the lab`);
  const mode = firstMode(model, appliance);
  const session = { model, story, appliance, mode, asked: null, later: null, closed: false };
  return { session, text: promptOf(model, appliance, mode) };
};

/** Enter was pressed behind `typed`: a command at the main prompt, an answer at a question. */
export const enter = (session: Session, typed: string, at: number): Reply =>
  session.asked ? reply(session, session.asked.answer(typed.trim())) : reply(session, run(session, typed, at));

/** The time that the appliance took is over. */
export const goOn = (session: Session): Reply =>
  session.later ? reply({ ...session, later: null }, session.later.turn()) : { session, text: '' };

/** Control-C leaves the command; inside `telnet` it goes to the peer. */
export const interrupt = (session: Session): Reply =>
  session.asked?.deaf ? { session, text: '' } : reply({ ...session, later: null }, say('^C\n'));

/** Ctrl-] leaves a `telnet`. */
export const breakOut = (session: Session): Reply =>
  session.asked?.escape ? reply(session, session.asked.escape()) : { session, text: '' };

const reply = (session: Session, turn: Turn): Reply => {
  const mode = turn.mode ?? session.mode;
  const next: Session = {
    ...session,
    mode,
    asked: turn.ask ?? null,
    later: turn.later ?? null,
    closed: turn.closes ?? false,
  };
  const { changes, unpaged } = turn;
  if (next.closed || next.later) return { session: next, text: turn.say, changes, unpaged };
  const prompt = turn.ask ? turn.ask.prompt : promptOf(session.model, session.appliance, mode);
  return { session: next, text: `${turn.say}${prompt}`, changes, unpaged };
};

const wordsIn = (typed: string): string[] =>
  [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

const run = (session: Session, typed: string, at: number): Turn => {
  const [word, ...rest] = wordsIn(typed);
  if (word === undefined) return say('');
  const entry = entryOf(session.appliance, word.toLowerCase());
  if (!entry) return refused(word);
  const go = (mode: Mode): Turn => entry.command(sceneOf(session, mode, at), rest);
  if (entry.level === 'machine' && session.mode === 'cluster') return restricted('machine', ownMachine(session, go));
  if (word.toLowerCase() === 'clusterconfig' && session.mode === 'machine' && session.model.cluster?.heedsModes)
    return restricted('cluster', () => ({ ...go('cluster'), mode: 'cluster' }));
  if (entry.level === 'where-set' && session.mode === 'machine') return notice(session, go);
  return go(session.mode);
};

/** A command that the lab does not do; those that would act are told as well. */
const refused = (word: string): Turn =>
  isForbidden(word) ? { ...say(refusalOf(word)), changes: word.toLowerCase() } : say(refusalOf(word));

const sceneOf = ({ model, story, appliance }: Session, mode: Mode, at: number): Scene => ({
  model,
  story,
  appliance,
  at,
  mode,
});

/** A command of the other level offers to switch; texts as recalled (sample tophosts-wrong-mode). */
const restricted = (mode: 'machine' | 'cluster', go: () => Turn): Turn => {
  const question = `This command is restricted to "${mode}" mode.  Would you like to switch to "${mode}" mode?`;
  const asked = yesOrNo(question, 'Y', (yes) => (yes ? go() : say('\n')));
  return { ...asked, say: `\n${asked.say}` };
};

/**
 * With several machines a list follows (qa-esa clusterconfig; its lines are recalled). At another machine than the
 * login's own the command refuses, in words of the lab.
 */
const ownMachine = ({ model, appliance }: Session, go: (mode: Mode) => Turn): (() => Turn) => {
  const here = (): Turn => ({ ...go('machine'), mode: 'machine' });
  if (!model.cluster?.heedsModes || model.esas.length < 2) return here;
  const { group } = model.cluster;
  const lines = model.esas.map(({ hostname }, at) => `${at + 1}. ${hostname} (group ${group})\n`).join('');
  return () =>
    choose(`\nChoose a machine.\n${lines}`, model.esas.length, 1, (item) =>
      model.esas[item - 1]?.name === appliance.name
        ? here()
        : { ...say('\nThis command runs at the machine of the login only.\n'), changes: 'another machine chosen' },
    );
};

/** Settings that stand at cluster level: only the first choice reads (sample sslconfig-cluster-notice). */
const notice = ({ model, appliance }: Session, go: (mode: Mode) => Turn): Turn => {
  const here = `Machine ${appliance.hostname}`;
  const text = `
NOTICE: This configuration command has not yet been configured for the current cluster mode (${here}).

What would you like to do?
1. Switch modes to edit at mode "Cluster ${model.cluster?.name ?? ''}".
2. Start a new, empty configuration at the current mode (${here}).
3. Copy settings from another cluster mode to the current mode (${here}).
`;
  return choose(text, 3, 1, (item) =>
    item === 1
      ? { ...go('cluster'), mode: 'cluster' }
      : { ...say(refusalOf('commit')), changes: `override, choice ${item}` },
  );
};
