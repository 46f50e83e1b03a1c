import { appliancesOf, type LabInterface } from '../model';
import { ask, type Command, choose, type Scene, say, type Turn } from './turn';

/** Every name that the lab's resolver knows, with its address. */
const interfacesOf = ({ model }: Scene): readonly LabInterface[] =>
  appliancesOf(model).flatMap((one) => one.interfaces);

const addressOf = (scene: Scene, host: string): string | null => {
  if (/^\d+(?:\.\d+){3}$/.test(host)) return host;
  const named = appliancesOf(scene.model).find((one) => one.hostname === host);
  return named?.known.address ?? interfacesOf(scene).find((one) => one.hostname === host)?.address ?? null;
};

const nameOf = (scene: Scene, address: string): string | null =>
  interfacesOf(scene).find((one) => one.address === address)?.hostname ?? null;

const answered = (scene: Scene, host: string): Turn => {
  const address = addressOf(scene, host);
  if (address === null) return say('\nTemporary query error\n\n');
  const name = nameOf(scene, host);
  if (address !== host) return say(`\nA=${address} TTL=30m\n\n`);
  return say(name === null ? '\nTemporary query error\n\n' : `\nPTR=${name} TTL=30m\n\n`);
};

const QUERY_TYPES = '\nChoose the query type:\n1. A\n2. AAAA\n3. MX\n4. PTR\n5. TXT\n';

/** `nslookup HOST [TYPE]` asks nothing, `nslookup` alone asks for both; answers of sample nslookup. */
export const nslookup: Command = (scene, [host]) =>
  host === undefined
    ? ask('\nPlease enter the host or IP address to resolve.\n', '[]> ', (typed) =>
        choose(QUERY_TYPES, 5, 1, () => answered(scene, typed)),
      )
    : answered(scene, host);

const traced = (scene: Scene, host: string): Turn => {
  const address = addressOf(scene, host);
  if (address === null) return say(`traceroute: unknown host ${host}\n`);
  const gateway = address.replace(/\.\d+$/, '.1');
  const head = `traceroute to ${host} (${address}), 64 hops max, 40 byte packets`;
  const hop = (number: number, at: string, time: string) => `${String(number).padStart(2)}  ${at} (${at})  ${time} ms`;
  return say(
    ['', 'Press Ctrl-C to stop.', head, hop(1, gateway, '0.412'), hop(2, address, '0.987'), '', ''].join('\n'),
  );
};

/** `traceroute HOST`, and the questions of the bare word; lines of FreeBSD (sample traceroute). */
export const traceroute: Command = (scene, [host]) => {
  if (host !== undefined) return traced(scene, host);
  const names = scene.appliance.interfaces.map((one, at) => `${at + 2}. ${one.name}\n`).join('');
  return choose(
    `\nWhich interface do you want to trace from?\n1. Auto\n${names}`,
    scene.appliance.interfaces.length + 1,
    1,
    () => ask('\nPlease enter the host to which you want to trace.\n', '[]> ', (typed) => traced(scene, typed)),
  );
};
