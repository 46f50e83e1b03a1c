import { describe, expect, it } from 'vitest';
import { analyseText, ownTraces } from '../../../main/core/logs';
import type { FootprintEntry, LogReport } from '../../../main/core/model';

const HEADER = ['Begin Logfile', 'Version: 15.5.1-062 SN: 564D-BA98', 'Time offset from UTC: 3600 seconds'];
const LAPTOP = '192.0.2.200';
const ESA = '192.0.2.10';
const SMA = '192.0.2.20';

const stamped = (time: string, body: string): string => `Thu Jun  4 ${time} 2026 Info: ${body}`;
const opening = (icid: number, from: string): string =>
  `New CPQ ICID ${icid} interface Management (${SMA}) address ${from} reverse dns host x verified no`;

/** A healthy transfer of the ESA at 09:00:00 local time. */
const HEALTHY = [
  stamped('09:00:00', opening(70, ESA)),
  stamped('09:00:00', 'ICID 70 TLS success protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384'),
  stamped('09:00:00', 'Start MID 5 ICID 70'),
  stamped('09:00:01', 'MID 5 ready 900 bytes from <a@example.com>'),
  stamped('09:00:01', 'MID 5 quarantined to "Policy" (content filter:X)'),
  stamped('09:00:06', 'ICID 70 close'),
];
/** The probe found no suite in common: its own refusal, not the ESA's. */
const PROBE = [
  stamped('09:01:00', opening(71, LAPTOP)),
  stamped('09:01:00', 'ICID 71 TLS failed: (337092801, error:1417A0C1:SSL routines::no shared cipher)'),
  stamped('09:01:00', 'ICID 71 close'),
];
/** `telnet` from the ESA at our command. */
const TELNET = [
  stamped('09:01:30', opening(72, ESA)),
  stamped('09:01:31', 'ICID 72 lost'),
  stamped('09:01:31', 'ICID 72 close'),
];

const probed = (at: string, from = LAPTOP): FootprintEntry => ({
  at,
  to: 'sma1:7025',
  what: 'probe-default-offer',
  leaves: 'refused-tls',
  connection: { from: [from], to: SMA, port: 7025 },
});
const reached = (at: string): FootprintEntry => ({
  ...probed(at),
  what: 'command:telnet',
  connection: { from: ['192.0.2.11', ESA], to: SMA, port: 7025 },
});

const read = (lines: readonly string[], ledger: readonly FootprintEntry[], headed = true): LogReport => {
  const head = headed ? HEADER.map((body) => stamped('08:00:00', body)) : [];
  const text = [...head, ...lines].map((line) => `${line}\n`).join('');
  return analyseText([{ path: 'mail.current', text }], { role: 'sma', ports: [], own: ownTraces(ledger) });
};
const ownIds = ({ connections }: LogReport): number[] => connections.flatMap(({ id, own }) => (own ? [id] : []));

describe('lines of our own', () => {
  it('would accuse a healthy site where nobody recognised them', () => {
    expect(read([...HEALTHY, ...PROBE], []).causes).toEqual(['tls-no-common-cipher']);
  });

  it('are recognised by address and time, shown, and count for nothing', () => {
    const report = read(
      [...HEALTHY, ...PROBE, ...TELNET],
      [probed('2026-06-04T08:01:00.200Z'), reached('2026-06-04T08:01:31Z')],
    );
    expect(ownIds(report)).toEqual([71, 72]);
    expect(report.connections.map(({ id }) => id)).toEqual([70, 71, 72]);
    expect(report.totals).toEqual({ delivery: {}, receiving: { ok: 1 } });
    const healthy = read(HEALTHY, []);
    const bare = ({ causes, history, grounds, successes }: LogReport) => ({ causes, history, grounds, successes });
    expect(bare(report)).toEqual(bare(healthy));
  });

  it('do not end a fault of the appliances', () => {
    const failed = [
      stamped('09:00:30', opening(69, ESA)),
      stamped('09:00:30', 'ICID 69 TLS failed: (337092801, error:1417A0C1:SSL routines::no shared cipher)'),
    ];
    const good = [
      stamped('09:01:00', opening(71, ESA)),
      stamped('09:01:00', 'ICID 71 TLS success protocol TLSv1.2 cipher AES256-SHA'),
      stamped('09:01:00', 'ICID 71 close'),
    ];
    expect(read([...failed, ...good], []).history).toEqual(['tls-no-common-cipher']);
    const report = read([...failed, ...good], [probed('2026-06-04T08:01:00Z', ESA)]);
    expect([report.causes, report.history]).toEqual([['tls-no-common-cipher'], []]);
  });

  it.each([
    ['another address', [probed('2026-06-04T08:01:00Z', '192.0.2.201')]],
    ['another hour', [probed('2026-06-04T12:01:00Z')]],
    [
      'another listener',
      [{ ...probed('2026-06-04T08:01:00Z'), connection: { from: [LAPTOP], to: '192.0.2.21', port: 7025 } }],
    ],
    ['no connection', [{ at: '2026-06-04T08:01:00Z', to: 'sma1:22', what: 'ssh-login', leaves: 'one-login' }]],
  ] satisfies [string, FootprintEntry[]][])('are not claimed for an entry of %s', (_name, ledger) => {
    expect(ownIds(read([...HEALTHY, ...PROBE], ledger))).toEqual([]);
  });

  it('are never those that carried a message', () => {
    expect(ownIds(read(HEALTHY, [probed('2026-06-04T08:00:00Z', ESA)]))).toEqual([]);
  });

  it('are one for each entry, the nearest in time', () => {
    const again = [stamped('09:03:00', opening(73, LAPTOP)), stamped('09:03:00', 'ICID 73 close')];
    expect(ownIds(read([...PROBE, ...again], [probed('2026-06-04T08:02:58Z')]))).toEqual([73]);
  });

  it('are found where the log tells no zone, and where the clocks are minutes apart', () => {
    expect(ownIds(read(PROBE, [probed('2026-06-04T02:01:00Z')], false))).toEqual([71]);
    expect(ownIds(read(PROBE, [probed('2026-06-04T07:57:00Z')]))).toEqual([71]);
  });

  it('leave an appliance its TLS connection where the clocks are not known to agree', () => {
    const verified: FootprintEntry = { ...reached('2026-06-04T08:01:00Z'), what: 'command:tlsverify' };
    const looked = [
      stamped('09:01:00', opening(74, ESA)),
      stamped('09:01:00', 'ICID 74 TLS success protocol TLSv1.2 cipher AES256-SHA'),
      stamped('09:01:00', 'ICID 74 close'),
    ];
    expect(ownIds(read(looked, [verified]))).toEqual([]);
    expect(ownIds(read([...looked, ...PROBE], [verified, probed('2026-06-04T08:01:00Z')]))).toEqual([74, 71]);
  });
});
