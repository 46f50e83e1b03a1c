import { lineKind } from './kind';

/** A delivery connection opens. TechNote 200068: the quarantine port is listed in it. */
export const newDcid = lineKind(
  {
    kind: 'new-dcid',
    grade: 'sourced',
    source: 'TN212837, UG, STW',
    starts: ['new'],
    samples: [
      'New SMTP DCID 7436 interface 192.0.2.12 address 192.0.2.25 port 25',
      'New SMTP DCID 3 interface 192.0.2.11 address 192.0.2.225',
      'New SMTP DCID 301 interface 192.0.2.10 address 192.0.2.20 port 7025',
    ],
    pattern: /^New (\w+) DCID (\d+) interface (.+?) address (\S+)(?: port (\d+))?\s*$/i,
  },
  (parts) => ({
    dcid: Number(parts[2]),
    interface: parts[3] ?? '',
    address: parts[4] ?? '',
    port: parts[5] === undefined ? null : Number(parts[5]),
  }),
);
