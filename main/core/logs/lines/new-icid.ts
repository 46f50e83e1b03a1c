import { lineKind } from './kind';

/** A receiving connection opens. Read from the left: the reverse DNS host is an outsider's text. */
export const newIcid = lineKind(
  {
    kind: 'new-icid',
    grade: 'sourced',
    source: 'UG, CRIBL, STW, TN118500; New CPQ ICID: the words CPQ ICID TN200068, the rest inferred',
    starts: ['new'],
    samples: [
      'New SMTP ICID 5 interface Management (192.0.2.1) address 192.0.2.209 reverse dns host remotehost.example.com verified yes',
      'New smtp ICID 282204970 interface Management (192.0.2.1) address 192.0.2.9 reverse dns host unknown verified no',
      'New SMTP ICID 9 interface mail.example.com address 192.0.2.7',
      'New CPQ ICID 77 interface Management (192.0.2.20) address 192.0.2.10 reverse dns host esa1.example.com verified yes',
    ],
    pattern: /^New (\w+) ICID (\d+) interface (.+?)(?: \(([0-9A-Fa-f.:]+)\))? address (\S+)/i,
  },
  (parts) => ({
    icid: Number(parts[2]),
    cpq: parts[1]?.toUpperCase() === 'CPQ',
    interface: parts[3] ?? '',
    own: parts[4] ?? null,
    address: parts[5] ?? '',
  }),
);
