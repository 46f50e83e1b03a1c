import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseText, excerptOf, newLogReader } from '../../../main/core/logs';
import { expected, partsOf, TRUTH, told } from './truth';

const OPTIONS = { role: null, ports: [] } as const;
const analysed = (...entries: string[]) => analyseText(entries.flatMap(partsOf), OPTIONS);
const truth = (name: string) => expected(TRUTH[name] ?? { role: '', connections: [], causes: [], history: [] });
const log = (...bodies: string[]): string =>
  bodies.map((body, at) => `Thu Jun  4 09:${String(at).padStart(2, '0')}:00 2026 Info: ${body}`).join('\n');
const one = (text: string, options: Partial<Parameters<typeof analyseText>[1]> = {}) =>
  analyseText([{ path: 'a.log', text }], { ...OPTIONS, ...options });

const OPEN = 'New SMTP DCID 7 interface 192.0.2.10 address 192.0.2.20 port 7025';
const REFUSED =
  'Connection Error: DCID 8 domain: the.cpq.host IP: 192.0.2.20 port: 7025 details: [Errno 61] Connection refused interface: 192.0.2.10 reason: network error';

describe('both sides together', () => {
  it.each([
    ['composed-esa-healthy-quarantine.log', 'composed-sma-healthy-quarantine.log'],
    ['composed-esa-healthy-release.log', 'composed-sma-healthy-release.log'],
    ['composed-esa-tls-anonymous.log', 'composed-sma-tls-anonymous.log'],
    ['composed-esa-tls-no-common-cipher.log', 'composed-sma-tls-no-common-cipher.log'],
  ])('%s and %s tell what each tells alone', (esa, sma) => {
    const both = told(analysed(esa, sma));
    const sorted = (list: readonly { id: number }[]) => [...list].sort((a, b) => a.id - b.id);
    expect(sorted(both.connections)).toEqual(sorted([...truth(esa).connections, ...truth(sma).connections]));
    expect(both.causes).toEqual([...new Set([...truth(esa).causes, ...truth(sma).causes])]);
  });

  it('pairs connections and messages by the MID that the responder accepted, and finds the offset of the clocks', () => {
    const esa = partsOf('composed-esa-healthy-quarantine.log');
    const sma = partsOf('composed-sma-healthy-quarantine.log').map(({ path, text }) => ({
      path,
      text: text.replaceAll(' 09:0', ' 11:0'),
    }));
    const report = analyseText([...sma, ...esa], OPTIONS);
    const twins = report.connections.map(({ kind, id, twin, messages }) => [
      kind,
      id,
      twin?.id,
      messages.map(({ mid, peerMid }) => [mid, peerMid]),
    ]);
    expect(twins).toEqual([
      [
        'delivery',
        301,
        77,
        [
          [9001, 4401],
          [9002, 4402],
        ],
      ],
      ['delivery', 303, 79, [[9004, 4403]]],
      [
        'receiving',
        77,
        301,
        [
          [4401, 9001],
          [4402, 9002],
        ],
      ],
      ['receiving', 79, 303, [[4403, 9004]]],
    ]);
    expect(report.clockOffsets).toEqual([
      { from: '420A1B2C3D4E5F607182-0123456789AB', to: '564D1B2C3D4E5F607182-BA9876543210', seconds: 7200, pairs: 3 },
    ]);
  });

  it('pairs attempts without a message by crossing addresses and the same moment', () => {
    const report = analysed('composed-esa-tls-anonymous.log', 'composed-sma-tls-anonymous.log');
    const twins = report.connections.filter(({ kind }) => kind === 'delivery').map(({ id, twin }) => [id, twin?.id]);
    expect(twins).toEqual([
      [401, 120],
      [402, 121],
      [403, 122],
      [404, 123],
    ]);
  });

  it('ends a refusal that the other side saw succeed later', () => {
    const report = analysed('composed-esa-refused.log', 'composed-sma-listener-suspended.log');
    expect([report.causes, report.history]).toEqual([[], ['path-refused', 'listener-suspended']]);
  });

  it('reads a wrong certificate as none when the other side names an anonymous suite', () => {
    const esa = partsOf('composed-esa-tls-anonymous.log').map(({ path, text }) => ({
      path,
      text: text.replaceAll('no certificate from server', 'num=18:self signed certificate'),
    }));
    expect(analyseText(esa, OPTIONS).causes).toEqual(['tls-certificate-not-cpq']);
    const both = analyseText([...esa, ...partsOf('composed-sma-tls-anonymous.log')], OPTIONS);
    expect(both.causes).toEqual(['tls-anonymous-cipher']);
  });
});

describe('grounds', () => {
  it('quote the lines of a refusal, with both ends, as sourced and deciding', () => {
    expect(one(log(REFUSED)).grounds).toEqual([
      {
        code: 'path-refused',
        flow: 'esa-to-sma',
        history: false,
        grade: 'sourced',
        strength: 'decides',
        count: 1,
        firstAt: '2026-06-04T09:00:00',
        lastAt: '2026-06-04T09:00:00',
        source: 'a.log',
        peer: '192.0.2.20',
        port: 7025,
        interface: '192.0.2.10',
        quotes: [{ file: 0, line: 1, text: `Thu Jun  4 09:00:00 2026 Info: ${REFUSED}` }],
      },
    ]);
  });

  it('take a suite without certificate on the responder as decided by a sourced line', () => {
    const { grounds } = analysed('composed-sma-tls-anonymous.log');
    expect(grounds.map(({ code, grade, strength, count }) => [code, grade, strength, count])).toEqual([
      ['tls-anonymous-cipher', 'sourced', 'decides', 4],
    ]);
  });

  it('rest on the recalled text of the initiator only as inferred', () => {
    const { grounds } = analysed('composed-esa-tls-anonymous.log');
    expect(grounds.map(({ code, grade, flow }) => [code, grade, flow])).toEqual([
      ['tls-anonymous-cipher', 'inferred', 'esa-to-sma'],
    ]);
  });

  it('count an attempt known by its address alone as a suspicion', () => {
    const old = 'Connection Error: connection timed out DCID: 9 IP: 192.0.2.20 details: timeout interface: 192.0.2.10';
    const { grounds, connections } = one(log(OPEN, 'DCID 7 close', old));
    expect(connections.map(({ id, outcome }) => [id, outcome])).toEqual([
      [7, 'ok'],
      [9, 'timed-out'],
    ]);
    expect(grounds.map(({ strength, grade }) => [strength, grade])).toEqual([['suggests', 'inferred']]);
  });

  it('of one reset alone are no cause yet', () => {
    const report = analysed('composed-sma-tls-no-common-cipher.log');
    expect(report.grounds.map(({ code, count, peer }) => [code, count, peer])).toEqual([
      ['tls-no-common-cipher', 3, '192.0.2.10'],
      ['tls-handshake-reset', 1, '192.0.2.11'],
    ]);
    expect(report.causes).toEqual(['tls-no-common-cipher']);
  });

  it('of the path are over when a later attempt reaches TLS, though that fails', () => {
    const { causes, history } = one(log(REFUSED, OPEN, 'DCID 7 TLS failed: no shared cipher', 'DCID 7 close'));
    expect([causes, history]).toEqual([['tls-no-common-cipher'], ['path-refused']]);
  });

  it('are not over by the success of another ESA', () => {
    const failed = (icid: number) => [
      `New CPQ ICID ${icid} interface M (192.0.2.20) address 192.0.2.10 reverse dns host a verified yes`,
      `ICID ${icid} TLS failed: no shared cipher`,
    ];
    const fine = [
      'New CPQ ICID 9 interface M (192.0.2.20) address 192.0.2.11 reverse dns host b verified yes',
      'ICID 9 TLS success protocol TLSv1.2 cipher AES256-SHA',
      'Start MID 5 ICID 9',
      'MID 5 ready 9 bytes from <a@example.com>',
    ];
    expect(one(log(...failed(1), ...failed(2), ...fine), { role: 'sma' }).causes).toEqual(['tls-no-common-cipher']);
  });

  it('tell a message that stalls after TLS from a path that is closed', () => {
    const stall =
      'Connection Error: DCID 7 domain: the.cpq.host IP: 192.0.2.20 port: 7025 details: timeout interface: x';
    const { causes, grounds } = one(log(OPEN, 'DCID 7 TLS success protocol TLSv1.2 cipher AES256-SHA', stall));
    expect([causes, grounds.map(({ code }) => code)]).toEqual([[], ['mtu-black-hole']]);
  });

  it('name a listener that is suspended and not resumed, even when another one is resumed', () => {
    const report = one(log('Receiving suspended.', 'Receiving resumed for euq_listener.'), { role: 'sma' });
    expect(report.grounds.map(({ code, flow, history, grade }) => [code, flow, history, grade])).toEqual([
      ['listener-suspended', 'esa-to-sma', false, 'inferred'],
    ]);
  });

  it('name suspended delivery when nothing else was suspended with it', () => {
    expect(one(log('Delivery suspended.'), { role: 'esa' }).causes).toEqual(['delivery-suspended']);
  });

  it('read a refusal from a Delayed line when the better line is missing', () => {
    const delayed = `Delayed: DCID 8 MID 5 From: <a@b> To: <c@d> RID 0 - 4.4.0 - Other network problem ('000', ['[Errno 61] Connection refused']) []`;
    const report = one(log('MID 5 enqueued for transfer to centralized quarantine "Policy" (x)', delayed));
    expect(report.connections.map(({ id, outcome }) => [id, outcome])).toEqual([[8, 'refused']]);
    expect(report.grounds.map(({ code, strength }) => [code, strength])).toEqual([['path-refused', 'suggests']]);
  });
});

describe('faults', () => {
  it('are counted once each, alerts that repeat them not at all', () => {
    const { faults } = analysed('composed-sma-application-faults.log');
    expect(faults.map(({ line, count }) => [line, count])).toEqual([
      [12, 3],
      [18, 1],
    ]);
    expect(faults[1]?.text).toContain('[cpq/listener.py serve|301]');
  });

  it('are counted once when error_logs repeats them', () => {
    const [part] = partsOf('composed-sma-application-faults.log');
    const text = part?.text ?? '';
    const critical = text.split('\n').filter((line, at) => at < 3 || line.includes('Critical: An'));
    const report = analyseText(
      [
        { path: 'error_logs', text: critical.join('\n') },
        { path: 'mail', text },
      ],
      OPTIONS,
    );
    expect(report.faults.map(({ count }) => count)).toEqual([3, 1]);
  });

  it('that only an alert tells count as one', () => {
    const alert =
      'A System/Critical alert was sent to a@example.com with subject "Critical <System> sma1: An application fault occurred: (\'command_client/client.py call|23...".';
    expect(one(log(alert), { role: 'sma' }).faults.map(({ count }) => count)).toEqual([1]);
  });
});

describe('what speaks for health', () => {
  it('is the newest message carried through, for each direction', () => {
    const report = analysed('composed-esa-healthy-quarantine.log', 'composed-esa-healthy-release.log');
    expect(report.successes.map(({ flow, at, peer, port }) => [flow, at, peer, port])).toEqual([
      ['sma-to-esa', '2026-06-04T08:00:05.000Z', '192.0.2.20', null],
      ['esa-to-sma', '2026-06-04T07:01:00.000Z', '192.0.2.20', 7025],
    ]);
  });

  it('is a release that arrived on a connection that a grep left out', () => {
    const line = 'MID 9050 received from the SMA 192.0.2.20 (MID originally 9001) on release from central quarantine';
    const { successes } = one(log(line));
    expect(successes.map(({ flow, peer }) => [flow, peer])).toEqual([['sma-to-esa', '192.0.2.20']]);
  });

  it('is not an empty connection', () => {
    const report = one(log(OPEN, 'DCID 7 TLS success protocol TLSv1.2 cipher AES256-SHA', 'DCID 7 close'));
    expect([report.connections[0]?.outcome, report.successes]).toEqual(['ok', []]);
  });
});

describe('options', () => {
  it('name the role that the lines do not tell', () => {
    const [part] = partsOf('composed-sma-tls-anonymous.log');
    const report = one(part?.text ?? '', { role: 'sma' });
    expect([report.files[0]?.role, report.grounds[0]?.flow]).toEqual(['sma', 'esa-to-sma']);
  });

  it('name the quarantine port', () => {
    const text = log('New SMTP DCID 7 interface 192.0.2.10 address 192.0.2.20 port 9025', 'DCID 7 close');
    expect([one(text).connections.length, one(text, { ports: [9025] }).connections.length]).toEqual([0, 1]);
  });

  it('leave out lines before and after a window, by zone or by the clock on the wall', () => {
    const [part] = partsOf('composed-esa-healthy-quarantine.log');
    const within = (from: string, to: string) => one(part?.text ?? '', { from, to }).connections.map(({ id }) => id);
    expect(within('2026-06-04T09:00:50', '2026-06-04T10:00')).toEqual([303]);
    expect(within('2026-06-04T07:00:50Z', '2026-06-04T08:00Z')).toEqual([303]);
    expect(within('2026-06-04T07:00Z', '2026-06-04T09:00:30+02:00')).toEqual([301]);
  });
});

describe('clocks', () => {
  it('go through the end of summer time without a step', () => {
    const { connections } = analysed('composed-dst');
    expect(connections.map(({ id, openedAt, closedAt }) => [id, openedAt, closedAt])).toEqual([
      [1201, '2026-10-25T00:50:07.000Z', '2026-10-25T00:50:13.000Z'],
      [1202, '2026-10-25T00:59:54.000Z', '2026-10-25T01:00:08.000Z'],
      [1203, '2026-10-25T01:30:07.000Z', '2026-10-25T01:30:13.000Z'],
    ]);
  });

  it('of syslog without year take it from the file, one less across New Year', () => {
    const reader = newLogReader(OPTIONS);
    reader.openFile({ path: 'a', bytes: 0, modifiedAt: '2026-01-02T00:00:00Z' });
    reader.line('<22>Dec 31 23:59:59 esa1 m: Info: DCID 1 close');
    reader.line('<22>Jan  1 00:00:01 esa1 m: Info: DCID 1 close');
    const [file] = reader.finish().files;
    expect([file?.firstAt, file?.lastAt, file?.source]).toEqual(['2025-12-31T23:59:59', '2026-01-01T00:00:01', 'esa1']);
  });
});

describe('whatever is cut or mixed in', () => {
  const [part] = partsOf('composed-esa-tls-anonymous.log');
  const text = part?.text ?? '';

  it('a piece that begins and ends anywhere is read', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (from, to) => {
        const report = one(text.slice(Math.min(from, to), Math.max(from, to)));
        expect(report.connections.every(({ id }) => id >= 401 && id <= 404)).toBe(true);
      }),
    );
  });

  it('any text at all is read', () => {
    const bodies = text.split('\n').map((line) => line.slice(25));
    const words = fc.oneof(fc.constantFrom(...bodies), fc.string(), fc.constantFrom('\r', '\0', 'esa1> ', '\n\n'));
    fc.assert(fc.property(fc.array(words), (parts) => void one(parts.join('\n'))));
  });

  it('a text that an outsider wrote opens, closes and marks nothing', () => {
    const bait = [
      'CPQ ICID 5 close',
      OPEN,
      REFUSED,
      'MID 1 received from the SMA 192.0.2.20',
      'DCID 7 TLS failed: ADH-',
    ];
    const carriers = [
      (words: string) => `MID 3 Subject "${words}"`,
      (words: string) => `MID 3 Subject ${words}`,
      (words: string) => `MID 3 Message-ID '<${words}>'`,
      (words: string) => `MID 3 ICID 4 From: <${words}>`,
      (words: string) => `MID 3 RID [0] Response '${words}'`,
      (words: string) => `Message done DCID 6 MID 3 to RID [0] [('subject', '${words}')]`,
      (words: string) =>
        `New SMTP ICID 4 interface M (192.0.2.1) address 192.0.2.9 reverse dns host ${words} verified no`,
      (words: string) =>
        `Bounced: DCID 6 MID 3 From: <${words}> To: <${words}> RID 0 - 5.1.0 - ${words} ('550', ['${words}'])`,
    ];
    const lines = carriers.flatMap((carry) => bait.map(carry));
    expect(one(log(...lines)).connections).toEqual([]);
  });
});

describe('an excerpt', () => {
  it('keeps the lines of quarantine connections and grounds, and the header', () => {
    const [kept] = excerptOf(analysed('composed-esa-refused.log'));
    expect(kept).toEqual({ path: 'composed-esa-refused.log', lines: [1, 2, 3, 22, 23, 24, 25, 26, 27] });
  });
});
