import { expand } from '../../core/ciphers';
import { suiteNamed } from '../../core/tls';
import type { LabAppliance } from '../model';
import { ask, type Command, menu, say, type Turn } from './turn';

/** `sslconfig` in the layout of the release: samples sslconfig-8, sslconfig-9.5 and sslconfig-sma-versions. */
export const sslconfig: Command = ({ appliance }) => {
  const layout = layoutOf(appliance);
  return layout.includes('- VERIFY - ') ? withVerify(layout, appliance) : menu(layout);
};

/** The only operation that the lab knows: it reads (sample sslconfig-verify). */
const withVerify = (layout: string, appliance: LabAppliance): Turn =>
  ask(layout, '[]> ', (typed) => {
    if (typed === '') return say('\n');
    if (typed.toUpperCase() === 'VERIFY') return verify(layout, appliance);
    return withVerify(`\nUnknown option: ${typed}\n\n${layout}`, appliance);
  });

const verify = (layout: string, appliance: LabAppliance): Turn =>
  ask('\nEnter the ssl cipher you want to verify.\n', '[]> ', (list) => {
    const level = appliance.generation === '1.1.1' ? ':@SECLEVEL=0' : '';
    const lines = expand(`${list}${level}`, appliance.generation).suites.map(suiteLine);
    return withVerify(`\n${lines.join('\n')}\n${layout}`, appliance);
  });

/** A line of `openssl ciphers -v`; what encrypts it is left as its name says it. */
const suiteLine = (shown: string): string => {
  const name = shown.replace(/ \(SSLv2\)$/, '');
  const suite = suiteNamed(name);
  const protocol = name !== shown ? 'SSLv2' : suite?.from === 'TLSv1.2' ? 'TLSv1.2' : 'SSLv3';
  const [kx, au] = [suite?.keyExchange ?? 'RSA', suite?.authentication ?? 'RSA'];
  const mac = /GCM|CCM|CHACHA/.test(name) ? 'AEAD' : (/SHA384$|SHA256$|MD5$/.exec(name)?.[0] ?? 'SHA1');
  return `${name.padEnd(23)} ${protocol} Kx=${kx.padEnd(8)} Au=${au.padEnd(4)} Enc=${encryptionOf(name)} Mac=${mac}`;
};

const encryptionOf = (name: string): string => {
  const bits = /256/.test(name) ? 256 : 128;
  if (/NULL/.test(name)) return 'None';
  if (/3DES|CBC3/.test(name)) return '3DES(168)';
  const [, kind] = /(CHACHA20|CAMELLIA|AES|RC4|RC2|SEED|IDEA|ARIA|DES)/.exec(name) ?? [];
  return kind === 'DES' ? 'DES(56)' : `${kind ?? 'AES'}${/GCM/.test(name) ? 'GCM' : ''}(${bits})`;
};

const layoutOf = (appliance: LabAppliance): string => {
  if (appliance.generation === '0.9.8') return [...oneLineEach(appliance), ...OPERATIONS].join('\n');
  // From 13.6 the SMA shows its protocol switches only (qa-sma 13.8): its lists are in the configuration.
  if (appliance.role === 'sma') return SMA_OPERATIONS;
  return [...oneTokenALine(appliance), ...OPERATIONS].join('\n');
};

const GUI = 'MEDIUM:HIGH:-SSLv2:-aNULL:@STRENGTH';

const listsOf = ({ ciphers }: LabAppliance): readonly (readonly [string, string])[] => [
  ['GUI HTTPS', GUI],
  ['Inbound SMTP', ciphers.inbound],
  ['Outbound SMTP', ciphers.outbound],
];

const oneLineEach = (appliance: LabAppliance): string[] => [
  '',
  'sslconfig settings:',
  ...listsOf(appliance).flatMap(([name, list]) => [
    `  ${name} method:  ${appliance.ciphers.method}`,
    `  ${name} ciphers: ${list}`,
  ]),
];

const oneTokenALine = (appliance: LabAppliance): string[] => [
  '',
  'sslconfig settings:',
  ...listsOf(appliance).flatMap(([name, list]) => [
    `  ${name} method:  ${appliance.ciphers.method}`,
    `  ${name} ciphers:`,
    ...list.split(':').map((token) => `        ${token}`),
  ]),
];

const OPERATIONS = [
  '',
  'Choose the operation you want to perform:',
  '- GUI - Edit GUI HTTPS ssl settings.',
  '- INBOUND - Edit Inbound SMTP ssl settings.',
  '- OUTBOUND - Edit Outbound SMTP ssl settings.',
  '- VERIFY - Verify and show ssl cipher list.',
  '',
];

const SMA_OPERATIONS = `
Choose the operation you want to perform:
- VERSIONS - Enable or disable SSL/TLS versions
- PEER_CERT_FQDN - Validate peer certificate FQDN compliance
`;
