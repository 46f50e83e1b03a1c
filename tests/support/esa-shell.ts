import type { ScriptedLine } from './openssh';

export interface ScriptedEsa {
  /** The SMA's quarantine listener, as this ESA dials it. */
  readonly address: string;
  readonly port: number;
  /** Outbound SMTP cipher list. */
  readonly list: string;
  /** Lines of mail_logs that a search finds. */
  readonly log: readonly string[];
}

const lines = (...all: readonly string[]): string => all.map((one) => `${one}\n`).join('');

/** Words and order as in the samples (TechNote 117864 for the lists of this age). */
const sslconfig = (list: string): readonly string[] => [
  lines(
    '',
    'sslconfig settings:',
    '  GUI HTTPS method:  sslv3tlsv1',
    '  GUI HTTPS ciphers: RC4-SHA:RC4-MD5:ALL',
    '  Inbound SMTP method:  sslv3tlsv1',
    '  Inbound SMTP ciphers: RC4-SHA:RC4-MD5:ALL',
    '  Outbound SMTP method:  sslv3tlsv1',
    `  Outbound SMTP ciphers: ${list}`,
    '',
    'Choose the operation you want to perform:',
    '- GUI - Edit GUI HTTPS ssl settings.',
    '- INBOUND - Edit Inbound SMTP ssl settings.',
    '- OUTBOUND - Edit Outbound SMTP ssl settings.',
    '- VERIFY - Verify and show ssl cipher list.',
  ).concat('[]> '),
  '\n',
];

const interfaceconfig: readonly string[] = [
  lines(
    '',
    'Currently configured interfaces:',
    '1. Management (192.0.2.10/24 on Management: esa1.example.com)',
    '',
    'Choose the operation you want to perform:',
    '- NEW - Create a new interface.',
    '- EDIT - Modify an interface.',
    '- GROUPS - Define interface groups.',
    '- DELETE - Remove an interface.',
  ).concat('[]> '),
  '\n',
];

const tophosts: readonly string[] = [
  lines(
    '',
    'Sort results by:',
    '',
    '1. Active Recipients',
    '2. Connections Out',
    '3. Delivered Recipients',
    '4. Hard Bounced Recipients',
    '5. Soft Bounced Events',
  ).concat('[1]> '),
  lines(
    '',
    'Status as of:                   Mon Mar 02 15:17:32 2026 GMT',
    "Hosts marked with '*' were down as of the last delivery attempt.",
    '',
    '                               Active  Conn.     Deliv.       Soft       Hard',
    '#   Recipient Host             Recip.    Out     Recip.    Bounced    Bounced',
    '',
    '1*  the.cpq.host                  131      0          3      3,166          0',
    '',
  ),
];

const telnet = (address: string): readonly string[] => [
  lines(
    '',
    'Please select which interface you want to telnet from.',
    '1. Auto',
    '2. Management (192.0.2.10/24: esa1.example.com)',
  ).concat('[1]> '),
  lines('', 'Enter the remote hostname or IP address.').concat('[]> '),
  lines('', 'Enter the remote port.').concat('[25]> '),
  lines(
    '',
    `Trying ${address}...`,
    'Connected to sma1.example.com.',
    "Escape character is '^]'.",
    '220 sma1.example.com ESMTP',
    'QUIT',
    '221 sma1.example.com',
    'Connection closed by foreign host.',
    '',
  ),
];

const version = lines(
  '',
  'Current Version',
  '===============',
  'Product: Cisco C370 Messaging Gateway(tm) Appliance',
  'Model: C370',
  'Version: 9.1.0-032',
  'Build Date: 2015-07-17',
  'Install Date: 2015-09-02 08:11:20',
  'Serial #: 842B2B000000-0000000',
);

const status = lines(
  '',
  'Enter "status detail" for more information.',
  '',
  'Status as of:                  Mon Mar 02 15:17:32 2026 GMT',
  'Up since:                      Sun Mar 01 22:41:14 2026 GMT (16h 36m 18s)',
  'Last counter reset:            Never',
  'System status:                 Online',
  'Oldest Message:                2 hours 11 mins 4 secs',
  '',
);

/** An ESA with AsyncOS 9.1 and a backlog towards its SMA, as a scripted command line: it reaches the SMA and is not served. */
export const scriptedEsa = ({ address, port, list, log }: ScriptedEsa): ScriptedLine => ({
  prompt: 'esa1.example.com> ',
  banner: lines('AsyncOS 9.1.0 for Cisco C370 build 032', '', 'Welcome to the Cisco C370 Email Security Appliance', ''),
  replies: {
    version: [version],
    status: [status],
    tophosts,
    interfaceconfig,
    sslconfig: sslconfig(list),
    telnet: telnet(address),
  },
  begins: { 'grep -e ': [lines(...log.map((one) => one.replaceAll('{port}', String(port))))] },
});
