import { type LabAppliance, listenerOf, listens, managementOf } from '../model';
import { mailListenersOf } from './listenerconfig';
import { type Command, choose, type Scene, say, type Turn, yesOrNo } from './turn';

const MENU = `
Choose the information you want to display:
1. List of active sockets.
2. State of network interfaces.
3. Contents of routing tables.
4. Size of the listen queues.
5. Packet traffic information.
`;
const VERSIONS = `
Select the ip version:
1. IPv4 only.
2. IPv6 only.
3. Both.
`;

/** `netstat` with its questions; menu and order of qa-esa 13.0, sample netstat-sockets-sma. */
export const netstat: Command = (scene) =>
  choose(MENU, 5, 1, (item) => {
    if (item === 5) return say('\nPacket traffic is not shown in the practice lab.\n\n');
    return choose(VERSIONS, 3, 1, (family) =>
      item === 1 || item === 4 ? sockets(scene, item, family) : other(scene, item),
    );
  });

const sockets = (scene: Scene, item: 1 | 4, family: number): Turn =>
  spaced(
    yesOrNo('Show network addresses as numbers?', 'N', (numbers) =>
      spaced(
        yesOrNo('Avoid truncating addresses?', 'N', (whole) => {
          const show = (address: string, port: number) => cut(placed(scene, address, port, numbers), whole);
          const lines = family === 2 ? [] : item === 1 ? active(scene, show) : queues(scene, show);
          return say(['', ...lines, ''].join('\n'));
        }),
      ),
    ),
  );

const spaced = (turn: Turn): Turn => ({ ...turn, say: `\n${turn.say}` });

type Show = (address: string, port: number) => string;

/** Without `numbers` the name stands instead of the address, as `netstat` without `-n` prints it. */
const placed = ({ appliance }: Scene, address: string, port: number, numbers: boolean): string => {
  const name = appliance.interfaces.find((one) => one.address === address)?.hostname;
  return `${numbers || name === undefined ? address : name}.${port}`;
};
const cut = (text: string, whole: boolean): string => (whole ? text : text.slice(0, 22));

/** Everything that listens on this appliance, by address and port. */
export const listeningOf = (appliance: LabAppliance): readonly { address: string; port: number }[] => {
  const management = managementOf(appliance);
  const own = { address: listenerOf(appliance).address, port: appliance.quarantine.port };
  const mail = mailListenersOf(appliance).map(({ address }) => ({ address, port: 25 }));
  const spam = appliance.role === 'sma' ? [{ address: management.address, port: 6025 }] : [];
  return [
    ...(listens(appliance) ? [own] : []),
    { address: management.address, port: appliance.sshPort },
    ...(appliance.receivingSuspended ? [] : [...mail, ...spam]),
  ];
};

const active = ({ appliance }: Scene, show: Show): string[] => [
  'Active Internet connections (including servers)',
  'Proto Recv-Q Send-Q Local Address          Foreign Address        (state)',
  ...listeningOf(appliance).map(
    ({ address, port }) => `tcp4       0      0 ${show(address, port).padEnd(22)} ${'*.*'.padEnd(22)} LISTEN`,
  ),
];

const queues = ({ appliance }: Scene, show: Show): string[] => [
  'Current listen queue sizes (qlen/incqlen/maxqlen)',
  'Proto Listen         Local Address',
  ...listeningOf(appliance).map(({ address, port }) => `tcp4  ${'0/0/50'.padEnd(14)} ${show(address, port)}`),
];

const other = ({ appliance }: Scene, item: number): Turn => {
  const lines = appliance.interfaces.map((one) =>
    item === 2
      ? `${one.jack.padEnd(12)} 1500  ${`${one.address}/${one.prefix}`.padEnd(20)} ${one.hostname}`
      : `${one.address.replace(/\.\d+$/, '.0')}/${one.prefix}`.padEnd(20) + one.jack,
  );
  return say(['', ...lines, '', ''].join('\n'));
};
