import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { TlsReport } from '../../main/core/model';
import { probeTls } from '../../main/probes';
import { skipWithoutBinary } from '../support/binary';
import { makeCertificate } from '../support/certificate';
import { skipWithoutPostfix, startPostfix } from '../support/postfix';

/** The judge is sslscan: `Accepted  TLSv1.2  256 bits  ECDHE-RSA-AES256-GCM-SHA384 …`, one line for each pair. */
const sslscan = (port: number): string[] => {
  const options = ['--starttls-smtp', '--no-colour', '--show-ciphers', '--no-heartbleed', '--no-renegotiation'];
  const text = execFileSync('sslscan', [...options, `127.0.0.1:${port}`], { encoding: 'utf8' });
  const rows = text.matchAll(/^(?:Preferred|Accepted) +(\S+) +\d+ bits +(\S+)/gm);
  return [...rows].map(([, version, suite]) => `${version?.replace('TLSv1.0', 'TLSv1')} ${suite}`).sort();
};
const pairs = (inventory: TlsReport['inventory']): string[] =>
  Object.entries(inventory ?? {})
    .flatMap(([version, suites]) => suites.map((suite) => `${version} ${suite}`))
    .sort();

const folder = mkdtempSync(join(tmpdir(), 'cpq-inventory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(skipWithoutPostfix() || skipWithoutBinary('sslscan', 'openssl'))('the inventory of a Postfix', () => {
  const kinds = [
    ['with a certificate', () => makeCertificate(folder, 'sma1.example.com'), {}],
    ['without a certificate', () => null, {}],
    [
      'with an ECDSA certificate and TLS 1.0 to 1.2',
      () => makeCertificate(folder, 'sma1.example.com', 'ecdsa'),
      { smtpd_tls_protocols: '>=TLSv1, <=TLSv1.2', smtpd_tls_ciphers: 'null', tls_null_cipherlist: 'ALL:@SECLEVEL=0' },
    ],
  ] as const;

  it.each(kinds)('%s is what sslscan finds', async (_name, certificate, settings) => {
    const postfix = await startPostfix({ certificate: certificate(), settings });
    const target = { host: '127.0.0.1', port: postfix.port };
    const { report } = await probeTls(target, { offer: null, suites: null, inventory: true });
    const theirs = sslscan(postfix.port);
    await postfix.stop();
    expect(report.partial).toBeNull();
    expect(theirs.length).toBeGreaterThan(3);
    expect(pairs(report.inventory)).toEqual(theirs);
    // One for each pair, one refusal for each version; TLS 1.3's and SSLv3's included.
    expect(report.connections).toBeLessThanOrEqual(theirs.length + 7);
  });
});
