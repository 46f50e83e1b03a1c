import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf } from '../../../main/core/logs/head';
import { civilOf, isoOf, momentOf, secondsOf } from '../../../main/core/logs/stamp';

const read = (line: string) => {
  const head = headOf(line);
  if (head === null) return null;
  const local = head.local ?? head.inYear?.(2026) ?? null;
  const when = local === null ? null : isoOf({ seconds: local, zoned: false });
  return [head.form, when, head.level, head.host, head.subscription, line.slice(head.bodyAt)];
};

describe('the head of a line', () => {
  it.each([
    ['Wed Sep  6 13:13:16 2023 Debug: MID 14', ['native', '2023-09-06T13:13:16', 'Debug', null, null, 'MID 14']],
    ['Mon Mar 5 14:21:04 2018 Info: MID 1', ['native', '2018-03-05T14:21:04', 'Info', null, null, 'MID 1']],
    ['i Sep  8 05:21:31 2023 Info: MID 4', ['native', '2023-09-08T05:21:31', 'Info', null, null, 'MID 4']],
    [
      'Info: MID 482 quarantined to "Policy" (x)',
      ['bare', null, 'Info', null, null, 'MID 482 quarantined to "Policy" (x)'],
    ],
    [
      '<166>Mar 17 18:24:37 mail_logs: Info: MID 1',
      ['syslog', '2026-03-17T18:24:37', 'Info', null, 'mail_logs', 'MID 1'],
    ],
    [
      '<94>Nov 24 14:22:57 esa1.example.com mail_logs: Info: MID 1',
      ['syslog', '2026-11-24T14:22:57', 'Info', 'esa1.example.com', 'mail_logs', 'MID 1'],
    ],
    [
      '<22>Jun 25 08:50:03 example.com: Info: Begin Logfile',
      ['syslog', '2026-06-25T08:50:03', 'Info', 'example.com', null, 'Begin Logfile'],
    ],
    [
      'Feb  1 08:32:59 c60 smail: Info: ICID 7 close',
      ['syslog', '2026-02-01T08:32:59', 'Info', 'c60', 'smail', 'ICID 7 close'],
    ],
    [
      'Jul 16 10:46:46 2013 host mail_logs: Info: x',
      ['syslog', '2013-07-16T10:46:46', 'Info', 'host', 'mail_logs', 'x'],
    ],
    [
      '<22>Aug 10 10:00:24 collector sma1: Mon Aug 10 10:00:20 2020 Info: x',
      ['syslog', '2020-08-10T10:00:20', 'Info', 'sma1', null, 'x'],
    ],
    [
      '2019 Sep 28 16:13:51 host mail [info] splunk_maillogs:nopid Info: x',
      ['syslog', '2019-09-28T16:13:51', 'Info', 'host', 'splunk_maillogs', 'x'],
    ],
    [
      '2026-01-01T00:00:00.000Z host mail_logs: Info: x',
      ['syslog', '2026-01-01T00:00:00', 'Info', 'host', 'mail_logs', 'x'],
    ],
    [
      '<22>1 2026-01-01T00:00:00+02:00 host mail_logs - - - Info: x',
      ['syslog', '2026-01-01T00:00:00', 'Info', 'host', 'mail_logs', 'x'],
    ],
  ])('of %s', (line, wanted) => {
    expect(read(line)).toEqual(wanted);
  });

  it.each(['', 'm.test, env-from: cisco.com', 'esa1.example.com> grep', ' Info: x', 'Thu Jun  4 09:00'])(
    'is missing in %j',
    (line) => {
      expect(read(line)).toBeNull();
    },
  );

  it('never throws', () => {
    const parts = [
      'Thu Jun  4 09:00:05 2026 ',
      'Info: ',
      '<22>Jun  9 08:00:10 ',
      'host ',
      'mail_logs: ',
      '2026-01-01T00:00:00Z ',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...parts), fc.string())), (all) => void headOf(all.join(''))),
    );
  });
});

describe('stamps', () => {
  it('count as the Gregorian calendar does, to and fro', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 8_000_000_000 }), (seconds) => {
        expect(secondsOf(civilOf(seconds))).toBe(seconds);
        expect(isoOf({ seconds, zoned: true })).toBe(new Date(seconds * 1000).toISOString());
      }),
    );
  });

  it.each([
    ['2026-06-04', { seconds: Date.UTC(2026, 5, 4) / 1000, zoned: false }],
    ['2026-06-04T09:00', { seconds: Date.UTC(2026, 5, 4, 9) / 1000, zoned: false }],
    ['2026-06-04T09:00:07+02:00', { seconds: Date.UTC(2026, 5, 4, 7, 0, 7) / 1000, zoned: true }],
    ['2026-06-04 09:00:07.123Z', { seconds: Date.UTC(2026, 5, 4, 9, 0, 7) / 1000, zoned: true }],
    ['yesterday', null],
  ])('are read from %s', (text, wanted) => {
    expect(momentOf(text)).toEqual(wanted);
  });
});
