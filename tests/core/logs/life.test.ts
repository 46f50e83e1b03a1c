import { expect, test } from 'vitest';
import { analyseText } from '../../../main/core/logs';
import type { Role } from '../../../main/core/model';

const lifeIn = (role: Role, ...bodies: readonly string[]) => {
  const text = bodies.map((body, second) => `Sat Jun  6 09:00:0${second} 2026 Info: ${body}`).join('\n');
  const { life } = analyseText([{ path: 'mail.current', text }], { role, ports: [7025] });
  return life.map(({ what, count, quotes }) => ({ what, count, lines: quotes.map(({ line }) => line) }));
};

test.each([
  [
    'by a timer or a full quarantine',
    [
      'MID 1 released from quarantine "Policy" (queue full) t=9',
      'MID 1 released from all quarantines',
      'MID 2 deleted from quarantine "Anti (manual) Virus" (expired)',
      'MID 2 deleted from all quarantines',
    ],
    [{ what: 'left', count: 2, lines: [1, 3] }],
  ],
  ['by hand', ['MID 1 released from quarantine "x (expired)" (manual) t=9', 'MID 1 released from all quarantines'], []],
  [
    'from one of two quarantines',
    ['MID 1 released from quarantine "Policy" (manual)', 'MID 3 released from all quarantines'],
    [{ what: 'held', count: 1, lines: [1] }],
  ],
  [
    'put into Unclassified',
    ['MID 5 quarantined to "Unclassified" (content filter:A)', 'MID 6 quarantined to "Policy" (content filter:A)'],
    [{ what: 'unclassified', count: 1, lines: [1] }],
  ],
] as const)('a message on the SMA: %s', (_name, lines, life) => {
  expect(lifeIn('sma', ...lines)).toEqual(life);
});

test('a release that its ESA quarantines once more, and one that goes its way', () => {
  const lines = [
    'MID 9050 received from the SMA 192.0.2.20 (MID originally 9001) on release from central quarantine',
    'MID 9051 received from the SMA 192.0.2.20 (MID originally 9002) on release from central quarantine',
    'MID 9051 queued for delivery',
    'MID 9050 enqueued for transfer to centralized quarantine "Policy" (content filter Block_Exe)',
  ];
  expect(lifeIn('esa', ...lines)).toEqual([{ what: 'again', count: 1, lines: [4] }]);
});
