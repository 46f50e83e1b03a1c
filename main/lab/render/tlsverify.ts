import { appliancesOf, reach, sourceOf } from '../model';
import { agreed } from '../suites';
import { ask, type Command, type Scene, say, type Turn } from './turn';

/** How long the lab lets a swallowed connection hang; the real one takes more than a minute. */
const SWALLOWED_MS = 1500;

/** `tlsverify` with its two questions: texts as recalled (sample tlsverify-cpq). */
export const tlsverify: Command = (scene) =>
  ask('\nEnter the TLS domain to verify against:\n', '[]> ', (domain) =>
    domain === '' ? say('\n') : askDestination(scene, domain),
  );

const askDestination = (scene: Scene, domain: string): Turn =>
  ask(
    '\nEnter the destination host to connect to.  Append the port (example.com:26) if you are not connecting on port 25:\n',
    `[${domain}]> `,
    (typed) => dial(scene, typed === '' ? domain : typed),
  );

const dial = (scene: Scene, destination: string): Turn => {
  const [host = '', port = '25'] = destination.split(':');
  const connecting = `\nConnecting to ${host} on port ${port}.\n`;
  const end = `\nFailed to connect to [${host}].\nTLS verification completed.\n\n`;
  const peer = appliancesOf(scene.model).find((one) => one.known.address === host && String(one.known.port) === port);
  const outcome = peer ? reach(scene.model, scene.appliance, peer) : 'timed-out';
  if (peer && outcome === 'open') return say(`${connecting}${handshake(scene, host, peer)}${end}`);
  if (outcome === 'refused') return say(`${connecting}Connection to ${host} failed: Connection refused.\n${end}`);
  const silence = `Connection to ${host} failed: Operation timed out.\n${end}`;
  return { say: connecting, later: { ms: SWALLOWED_MS, turn: () => say(silence) } };
};

/** The quarantine's certificate never passes this check, which follows the rules of mail (CLI page). */
const handshake = ({ model, appliance }: Scene, host: string, peer: Scene['appliance']): string => {
  const { protocol, cipher, anonymous } = agreed(model, appliance, peer);
  const why = anonymous ? 'no certificate presented' : 'certificate name does not match';
  return [
    `Connected to ${host} from interface ${sourceOf(appliance).address}.`,
    'Checking TLS connection.',
    `TLS connection established: protocol ${protocol}, cipher ${cipher}.`,
    'Verifying peer certificate.',
    `TLS certificate not verified: ${why}.`,
    `TLS connection to ${host} failed.`,
    '',
  ].join('\n');
};
