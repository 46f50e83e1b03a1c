import { expect, test } from 'vitest';
import { diagnose } from '../../../main/core/diagnosis';
import type { Direction } from '../../../main/core/model';
import { describeCause } from '../../support/cause-table';
import { answersOf, siteOf, world } from '../../support/observations';

describeCause('enable-button-greyed', ['esa-to-sma'], () => [
  { name: 'the engineer says so', seen: [], status: 'suspected', key: 'engineer-says' },
]);

const statusFor = (direction: Direction) =>
  diagnose(siteOf('esa1'), answersOf({ direction }), []).findings.find((one) => one.code === 'enable-button-greyed')
    ?.status;

test.each([
  ['enable-disabled', 'suspected'],
  ['both', undefined],
  ['esa-to-sma', undefined],
  ['sma-to-esa', undefined],
  ['unknown', undefined],
] as const)('asked for %s it is %s', (direction, status) => {
  expect(statusFor(direction)).toBe(status);
});

test('alone it is primary; with a cause upstream it is its consequence', () => {
  const w = world('esa-to-sma');
  const site = siteOf('esa1');
  const answers = answersOf({ direction: 'enable-disabled' });
  const alone = diagnose(site, answers, []);
  const refused = diagnose(site, answers, [w.reach('refused')]);
  const greyed = refused.findings.find((one) => one.code === 'enable-button-greyed');
  expect([alone.primary, refused.primary, greyed?.consequenceOf]).toEqual([
    ['enable-button-greyed'],
    ['path-refused'],
    'path-refused',
  ]);
});
