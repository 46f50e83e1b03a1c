import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { suiteNamed, suiteOfCode, suites } from '../../../main/core/tls';
import { skipWithoutBinary } from '../../support/binary';

/** Rows of `openssl ciphers -V`: `0xC0,0x30 - NAME TLSv1.2 Kx=ECDH Au=RSA Enc=… Mac=…`. */
const openssl = (): { code: number; row: string[] }[] => {
  const text = execFileSync('openssl', ['ciphers', '-V', 'ALL:COMPLEMENTOFALL:@SECLEVEL=0'], { encoding: 'utf8' });
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([code = '', , name = '', from = '', exchange = '', authentication = '']) => ({
      code: Number.parseInt(code.replace(/,0x/, ''), 16),
      row: [name, from, exchange.slice(3), authentication.slice(3)],
    }));
};

describe('the table of suites', () => {
  it.skipIf(skipWithoutBinary('openssl'))('says of every suite what the machine’s openssl says', () => {
    const theirs = openssl();
    const ours = theirs.map(({ code }) => {
      const suite = suiteOfCode(code);
      return { code, row: suite && [suite.name, suite.from, suite.keyExchange, suite.authentication] };
    });
    expect(theirs.length).toBeGreaterThan(100);
    expect(ours).toEqual(theirs);
  });

  it('has each code and each name once', () => {
    const names = suites.flatMap((suite) => [suite.name, ...(suite.olderName ? [suite.olderName] : [])]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(suites.map((suite) => suite.code)).size).toBe(suites.length);
  });

  it('calls anonymous exactly the ADH and AECDH suites', () => {
    const anonymous = suites.filter((suite) => suite.anonymous).map((suite) => suite.name);
    expect(anonymous).toEqual(suites.map((suite) => suite.name).filter((name) => /^(EXP-)?(ADH|AECDH)-/.test(name)));
    expect(anonymous).toHaveLength(21);
  });

  it('finds the old spelling and keeps it', () => {
    expect(suiteNamed('EDH-RSA-DES-CBC3-SHA')).toMatchObject({ code: 0x0016, name: 'EDH-RSA-DES-CBC3-SHA' });
    expect(suiteNamed('NOSUCH')).toBeNull();
  });
});
