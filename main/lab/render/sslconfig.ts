import type { LabAppliance } from '../model';
import { type Command, menu } from './turn';

/** `sslconfig` in the layout of the release: samples sslconfig-8, sslconfig-9.5 and sslconfig-sma-versions. */
export const sslconfig: Command = ({ appliance }) => menu(layoutOf(appliance));

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
