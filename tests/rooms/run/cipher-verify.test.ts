import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { observed } from '../../../main/core/checks';
import { cipherLists } from '../../../main/core/checks/cipher-lists';
import { cipherVerify } from '../../../main/core/checks/cipher-verify';
import { verifiedSuites } from '../../../main/core/checks/verified-suites';
import { expand } from '../../../main/core/ciphers';
import { diagnose } from '../../../main/core/diagnosis';
import { openAnswers } from '../../../main/core/model';
import type { Lab } from '../../../main/lab';
import { labOf, type Ran, ran, secretsOf } from '../../support/run';

let lab: Lab;
let seen: Ran;
beforeAll(async () => {
  lab = await labOf('tls-anonymous-cipher');
  seen = await ran(lab.site, { secretOf: secretsOf(lab) });
});
afterAll(() => lab.close());

describe('VERIFY asked live', () => {
  test('gives the appliance’s own suites in its order, for its own outbound list', () => {
    const [list] = observed(seen.outcome.observations, cipherLists, { vantage: 'esa1' });
    const [verified] = observed(seen.outcome.observations, cipherVerify, { vantage: 'esa1' });
    const ciphers = list?.data.outbound?.ciphers ?? '';
    expect({ outcome: verified?.outcome, list: verified?.data.verifiedList }).toEqual({
      outcome: 'passed',
      list: ciphers,
    });
    expect(verified === undefined ? [] : verifiedSuites(verified.data)).toEqual(expand(ciphers, '0.9.8').suites);
    expect(verified?.quotes.some(({ quote }) => quote.includes('Au=None'))).toBe(true);
  });

  test('carries the finding, and its what-if says so', () => {
    const answers = { ...openAnswers(), direction: lab.site.direction, cluster: lab.site.cluster };
    const { findings } = diagnose(lab.site, answers, seen.outcome.observations);
    const found = findings.find((one) => one.code === 'tls-anonymous-cipher');
    expect(found).toMatchObject({ status: 'confirmed', whatIf: { generation: '0.9.8', generationBy: 'verify' } });
  });
});
