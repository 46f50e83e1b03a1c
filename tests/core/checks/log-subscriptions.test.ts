import { expect, test } from 'vitest';
import { readCommand } from '../../../main/core/asyncos';
import { logSubscriptions } from '../../../main/core/checks/log-subscriptions';
import { fixtureText, TARGET } from '../../support/fixture';

const linesOf = (text: string) =>
  logSubscriptions
    .read({ kind: 'command', report: readCommand('logconfig', text), text, problem: null }, TARGET)
    .lines.map((one) => `${one.line}: ${one.text.trim().split(/\s+/).slice(0, 2).join(' ')}`);

test('each subscription is quoted once, by its own line', () => {
  expect(linesOf(fixtureText('cli/logconfig-esa.txt'))).toEqual([
    '3: Currently configured',
    ...['6: 1. TLStest', '7: 2. Test', '8: 3. amp', '9: 4. amparchive', '10: 5. antispam', '11: 10. bounces'],
    ...['12: 11. cli_logs', '13: 13. error_logs', '14: 21. mail_logs', '15: 22. mail_push'],
  ]);
});

test('a name is letters to be compared, never a pattern', () => {
  const text = fixtureText('cli/logconfig-esa.txt').replace('TLStest   ', '(a+)+[x   ').replace('Test   ', '.*     ');
  expect(linesOf(text).slice(1, 4)).toEqual(['6: 1. (a+)+[x', '7: 2. .*', '8: 3. amp']);
});
