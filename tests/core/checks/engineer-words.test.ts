import { describe, expect, test } from 'vitest';
import { engineerWords } from '../../../main/core/checks/engineer-words';
import { planOf } from '../../../main/core/plan';
import { TARGET } from '../../support/fixture';
import { answersOf, siteOf } from '../../support/observations';

const signsOf = (text: string) =>
  engineerWords.read({ kind: 'words', text }, TARGET).data?.signs.map((one) => one.sign);

describe('the words of an engineer', () => {
  test.each([
    ['The yellow button says Commit Changes', ['changes-pending']],
    ['we have not committed yet', ['changes-pending']],
    ['No changes pending', []],
    ['The SMA page says “Action Required”', ['not-ready']],
    ['Service not active for esa1', ['not-ready']],
    ['I was logged in with an operator account', ['not-administrator']],
    ['I am logged in as admin', []],
    ['a backup is in progress on sma1', ['backup-running']],
    ['there is no backup running', []],
    ['The SMA was replaced on Sunday', ['sma-replaced']],
    ['esa2 was decommissioned last month', ['esa-replaced']],
    ['In other quarantines: Yes', ['other-quarantine']],
    ['everything lands in Unclassified', ['unclassified']],
    ['the outbreak licence expired in May', ['licence-expired']],
    ['the quarantine is 97 % full', ['quarantine-full']],
    ['messages stay on the ESA', []],
  ] as const)('%s', (line, signs) => {
    expect(signsOf(line)).toEqual(signs);
  });

  test('are quoted by their line, each line once', () => {
    const read = engineerWords.read({ kind: 'words', text: 'since Sunday\nAction Required, Commit Changes' }, TARGET);
    expect(read.lines).toEqual([{ line: 2, text: 'Action Required, Commit Changes', at: null }]);
  });

  test('are a step of the plan where there are any', () => {
    const steps = (symptoms: string[]) =>
      planOf(siteOf('esa1'), answersOf({ symptoms })).steps.filter((one) => one.check === 'engineer-words');
    expect(steps([])).toEqual([]);
    expect(steps(['x']).map(({ id, how, skip }) => ({ id, how, skip }))).toEqual([
      { id: 'engineer-words@laptop', how: 'material', skip: null },
    ]);
  });
});
