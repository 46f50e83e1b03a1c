import { expect, it } from 'vitest';
import type { TlsReport } from '../../../main/core/model';
import { budgetOf } from '../../../main/core/tls';

const earlier = (connections: number, left: boolean): TlsReport =>
  // Only these two are asked for.
  ({ connections, remaining: left ? { SSLv3: ['RC4-MD5'] } : null }) as Partial<TlsReport> as TlsReport;

it.each([
  ['one question', { suites: null, forceAnonymous: false }, 1, false],
  ['the default offer', { suites: null }, 2, false],
  ['a given list', { suites: ['AES256-SHA'] }, 3, false],
  ['an inventory', { suites: null, inventory: true }, 120, true],
  ['an inventory with a limit', { suites: null, inventory: true, limit: 30 }, 30, false],
  ['the rest of an inventory', { suites: null, inventory: true, resume: earlier(31, true) }, 89, true],
  ['the rest of a long one', { suites: null, inventory: true, resume: earlier(300, true) }, 1, true],
  ['nothing left', { suites: null, inventory: true, resume: earlier(31, false) }, 0, false],
] as const)('the budget of %s is said before it begins', (_name, asked, connections, about) => {
  expect(budgetOf(asked)).toEqual({ connections, about, lines: 2 * connections });
});
