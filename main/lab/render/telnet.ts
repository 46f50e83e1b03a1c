import { appliancesOf, type LabAppliance, type Reach, reach, sourceOf } from '../model';
import { visit } from '../story/visit';
import { ask, type Command, choose, type Scene, say, type Turn } from './turn';

/** How long the lab lets a swallowed connection hang; the real one takes more than a minute. */
const SWALLOWED_MS = 1500;

/** `telnet` with its questions: order of qa-sma, texts as recalled (samples telnet-*). */
export const telnet: Command = (scene) => {
  const items = [
    'Auto',
    ...scene.appliance.interfaces.map((one) => `${one.name} (${one.address}/${one.prefix}: ${one.hostname})`),
  ];
  const list = items.map((item, at) => `${at + 1}. ${item}`).join('\n');
  const question = `\nPlease select which interface you want to telnet from.\n${list}\n`;
  return choose(question, items.length, 1, () => askHost(scene));
};

const askHost = (scene: Scene): Turn =>
  ask('\nEnter the remote hostname or IP address.\n', '[]> ', (host) =>
    host === '' ? say('\n') : askPort(scene, host),
  );

const askPort = (scene: Scene, host: string): Turn =>
  ask('\nEnter the remote port.\n', '[25]> ', (typed) => {
    const port = typed === '' ? 25 : Number(typed);
    if (Number.isInteger(port) && port >= 1 && port <= 65_535) return dial(scene, host, port);
    return { ...askPort(scene, host), say: '\nThe value must be an integer from 1 to 65535.\n' };
  });

type Outcome = Reach | 'name-unknown';

const dial = (scene: Scene, host: string, port: number): Turn => {
  const { outcome, peer } = outcomeOf(scene, host, port);
  if (outcome === 'name-unknown') return say(`\n${failure(`${host}: hostname nor servname provided, or not known`)}`);
  const trying = `\nTrying ${host}...\n`;
  if (outcome === 'open' && peer) {
    const desk = scene.story.desks[peer.name];
    visit(desk, sourceOf(scene.appliance).address, () => scene.at).end();
    return connected(trying, peer);
  }
  const reason = outcome === 'timed-out' ? 'Operation timed out' : 'Connection refused';
  const end = failure(`connect to address ${host}: ${reason}`);
  if (outcome !== 'timed-out') return say(`${trying}${end}`);
  return { say: trying, later: { ms: SWALLOWED_MS, turn: () => say(end) } };
};

const failure = (words: string): string => `telnet: ${words}\ntelnet: Unable to connect to remote host\n\n`;

/** What the model says of this address and port, seen from here. */
const outcomeOf = (
  { model, appliance }: Scene,
  host: string,
  port: number,
): { outcome: Outcome; peer?: LabAppliance } => {
  const peer = appliancesOf(model).find((one) => one.known.address === host && one.known.port === port);
  if (peer) return { outcome: reach(model, appliance, peer), peer };
  if (/[^0-9.]/.test(host) && !host.includes(':')) return { outcome: 'name-unknown' };
  const known = appliancesOf(model).some((one) => one.interfaces.some(({ address }) => address === host));
  return { outcome: known ? 'refused' : 'timed-out' };
};

const connected = (trying: string, peer: LabAppliance): Turn => ({
  say: `${trying}Connected to ${peer.hostname}.\nEscape character is '^]'.\n220 ${peer.hostname} ESMTP\n`,
  ask: conversation(peer),
});

/** The lab's side of the SMTP dialogue knows how to say goodbye; it takes no mail over this path. */
const conversation = (peer: LabAppliance): NonNullable<Turn['ask']> => ({
  prompt: '',
  deaf: true,
  answer: (typed) => {
    if (/^quit\s*$/i.test(typed)) return say(`221 ${peer.hostname}\nConnection closed by foreign host.\n\n`);
    return { say: '500 #5.5.1 command not recognized\n', ask: conversation(peer) };
  },
  escape: () =>
    ask('\n', 'telnet> ', (typed) =>
      /^q/i.test(typed) ? say('Connection closed.\n\n') : { say: '', ask: conversation(peer) },
    ),
});
