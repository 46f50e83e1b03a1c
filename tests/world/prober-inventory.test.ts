import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { suiteNamed } from '../../main/core/tls';
import { probeTls } from '../../main/probes';
import { skipWithoutBinary } from '../support/binary';
import { makeCertificate } from '../support/certificate';
import { skipWithoutPostfix, startPostfix } from '../support/postfix';
import { runtime } from '../support/runtimes';
import { nmapOffers, nmapPairs, type Pairs, pairsOf, sslscanPairs } from '../support/scanners';
import { startFront } from '../support/starttls-front';
import { startGnutls, startOldNode, startOpenssl, type TlsProgram } from '../support/tls-program';

const skip = skipWithoutBinary('sslscan', 'nmap', 'openssl', 'gnutls-serv');
const folder = mkdtempSync(join(tmpdir(), 'cpq-inventory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Listener = { readonly port: number; readonly stop: () => Promise<void> };

/** The STARTTLS front before a program that speaks TLS from the first byte. */
const fronted = async (starting: Promise<TlsProgram>): Promise<Listener> => {
  const program = await starting;
  const front = await startFront({ to: program.port });
  const stop = async (): Promise<void> => {
    await front.close();
    await program.stop();
  };
  return { port: front.port, stop };
};

const EVERYTHING = 'ALL:COMPLEMENTOFALL:@SECLEVEL=0';
const everyTls13 = ['GCM_SHA256', 'CCM_SHA256', 'CCM_8_SHA256'].map((rest) => `TLS_AES_128_${rest}`);
const tls13 = ['-ciphersuites', `TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:${everyTls13.join(':')}`];
const files = (kind: 'rsa' | 'ecdsa', option = ''): string[] => {
  const { certificateFile, keyFile } = makeCertificate(folder, 'sma1.example.com', kind);
  return [`-${option}cert`, certificateFile, `-${option}key`, keyFile];
};
/** OpenSSL 3.0's `s_server` behind the front. */
const openssl = (...options: string[]) => fronted(startOpenssl(...options));

/** A group of RFC 7919, so that the old Node servers have DHE and anonymous DH. */
const dhFile = (): string => {
  const file = join(folder, 'dh.pem');
  execFileSync('openssl', ['genpkey', '-genparam', '-algorithm', 'DH', '-pkeyopt', 'group:ffdhe2048', '-out', file]);
  return file;
};
const oldNode = (name: 'openssl-1.0.1' | 'openssl-1.0.2' | 'openssl-1.1.1', more: string, ...flags: string[]) => {
  const { certificateFile, keyFile } = makeCertificate(folder, 'sma1.example.com');
  const read = (file: string): string => `require('fs').readFileSync(${JSON.stringify(file)})`;
  const secrets = `cert: ${read(certificateFile)}, key: ${read(keyFile)}, dhparam: ${read(dhFile())}`;
  const options = `{ ${secrets}, ciphers: 'ALL:COMPLEMENTOFALL:EXPORT', ${more} }`;
  return fronted(startOldNode(runtime(name) ?? '', options, flags));
};

const gnutls = (priority: string, ...options: string[]) => fronted(startGnutls(priority, ...options));
const gnutlsFiles = (): string[] => {
  const { certificateFile, keyFile } = makeCertificate(folder, 'sma1.example.com');
  return ['--x509certfile', certificateFile, '--x509keyfile', keyFile];
};

const postfixOldAndEcdsa = {
  smtpd_tls_protocols: '>=TLSv1, <=TLSv1.2',
  smtpd_tls_ciphers: 'null',
  tls_null_cipherlist: 'ALL:@SECLEVEL=0',
};
const postfix = (kind: 'rsa' | 'ecdsa' | null, settings: Record<string, string> = {}) =>
  startPostfix({ certificate: kind && makeCertificate(folder, 'sma1.example.com', kind), settings });

type Case = {
  readonly listener: string;
  readonly start: () => Promise<Listener>;
  /** At least so many pairs of version and suite it has, as built in Debian 12 or in that Node. */
  readonly fewest: number;
  /** The most connections besides one for each pair: a refusal for each version and the questions before. */
  readonly besides?: number;
  /** Found by us, and out of the other tool's reach. */
  readonly beyondSslscan?: Pairs;
  readonly beyondNmap?: Pairs;
};

const cases: readonly Case[] = [
  {
    listener: 's_server, TLS 1.0 only',
    start: () => openssl(...files('rsa'), '-tls1', '-cipher', EVERYTHING),
    fewest: 20,
  },
  { listener: 's_server, TLS 1.3 only', start: () => openssl(...files('rsa'), '-tls1_3', ...tls13), fewest: 5 },
  {
    listener: 's_server, anonymous only',
    start: () => openssl('-nocert', '-no_tls1_3', '-cipher', 'aNULL:@SECLEVEL=0'),
    fewest: 27,
  },
  { listener: 's_server, ECDSA', start: () => openssl(...files('ecdsa'), '-cipher', EVERYTHING), fewest: 52 },
  {
    listener: 's_server, everything, RSA and ECDSA',
    start: () => openssl(...files('rsa'), ...files('ecdsa', 'd'), '-cipher', EVERYTHING, ...tls13),
    fewest: 128,
  },
  { listener: 's_server, as it comes, RSA', start: () => openssl(...files('rsa')), fewest: 23 },
  {
    listener: 'GnuTLS, anonymous only',
    start: () => gnutls('NORMAL:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.1:+VERS-TLS1.0:-KX-ALL:+ANON-ECDH:+ANON-DH'),
    fewest: 14,
  },
  {
    listener: 'GnuTLS, anonymous too',
    start: () => gnutls('NORMAL:+ANON-ECDH:+ANON-DH', ...gnutlsFiles()),
    fewest: 48,
  },
];

/** What OpenSSL 1.0.1u has in SSLv3 without DH and ECDH groups. */
const oldestCiphers = [
  'AES128-SHA',
  'AES256-SHA',
  'CAMELLIA128-SHA',
  'CAMELLIA256-SHA',
  'DES-CBC3-SHA',
  'IDEA-CBC-SHA',
];
const oldest = [...oldestCiphers, 'NULL-MD5', 'NULL-SHA', 'RC4-MD5', 'RC4-SHA', 'SEED-SHA'];

const oldCases: readonly Case[] = [
  {
    // Refuses by closing, without an alert.
    listener: 'OpenSSL 1.0.1u, everything from SSLv3 on',
    start: () => oldNode('openssl-1.0.1', '', '--enable-ssl3'),
    fewest: 49,
    besides: 14,
    beyondSslscan: oldest.map((suite) => `SSLv3 ${suite}`),
  },
  {
    listener: 'OpenSSL 1.0.2s, everything',
    start: () => oldNode('openssl-1.0.2', "ecdhCurve: 'prime256v1'"),
    fewest: 119,
  },
  { listener: 'OpenSSL 1.1.1k, everything', start: () => oldNode('openssl-1.1.1', "minVersion: 'TLSv1'"), fewest: 72 },
];

const postfixCases: readonly Case[] = [
  { listener: 'Postfix with a certificate', start: () => postfix('rsa'), fewest: 91 },
  { listener: 'Postfix without a certificate', start: () => postfix(null), fewest: 24 },
  {
    listener: 'Postfix, ECDSA, TLS 1.0 to 1.2, everything',
    start: () => postfix('ecdsa', postfixOldAndEcdsa),
    fewest: 43,
  },
];

const without = (some: Pairs, others: Pairs): Pairs => some.filter((pair) => !others.includes(pair));
const codeOf = (pair: string): number => suiteNamed(pair.split(' ')[1] ?? '')?.code ?? -1;

/** Says by name what only one of the two found; nothing is said where they agree. */
const tell = (listener: string, tool: string, oursAlone: Pairs, theirsAlone: Pairs): void => {
  if (oursAlone.length > 0) console.info(`${listener}: beyond ${tool}: ${oursAlone.join(', ')}`);
  if (theirsAlone.length > 0) console.info(`${listener}: found by ${tool} alone: ${theirsAlone.join(', ')}`);
};

const compare = (listener: string, tool: string, ours: Pairs, theirs: Pairs) => {
  const oursAlone = without(ours, theirs);
  const theirsAlone = without(theirs, ours);
  tell(listener, tool, oursAlone, theirsAlone);
  return { oursAlone, theirsAlone };
};

const holds = async ({
  listener,
  start,
  fewest,
  besides = 7,
  beyondSslscan = [],
  beyondNmap = [],
}: Case): Promise<void> => {
  const { port, stop } = await start();
  try {
    const { report } = await probeTls({ host: '127.0.0.1', port }, { offer: null, suites: null, inventory: true });
    const ours = pairsOf(report.inventory);
    expect({ partial: report.partial, failure: report.failure }).toEqual({ partial: null, failure: null });
    expect(ours.length).toBeGreaterThanOrEqual(fewest);
    expect(compare(listener, 'sslscan', ours, await sslscanPairs(port))).toEqual({
      oursAlone: beyondSslscan,
      theirsAlone: [],
    });
    const nmap = compare(listener, 'nmap', ours, await nmapPairs(port));
    expect(nmap).toEqual({ oursAlone: beyondNmap, theirsAlone: [] });
    const offered = nmapOffers();
    expect(nmap.oursAlone.filter((pair) => !pair.startsWith('SSLv3') && offered.has(codeOf(pair)))).toEqual([]);
    expect(report.connections).toBeLessThanOrEqual(ours.length + besides);
  } finally {
    await stop();
  }
};

const named = (some: readonly Case[]): [string, Case][] => some.map((one) => [one.listener, one]);

describe.skipIf(skip)('the inventory is what sslscan and nmap find', () => {
  it.each(named(cases))('of %s', (_listener, one) => holds(one));
});

const noRuntimes = runtime('openssl-1.0.1') === null;
if (noRuntimes) console.warn('skipped: no old Node (npm test installs it on Linux, x64)');
describe.skipIf(skip || noRuntimes)('the inventory of an old responder is what sslscan and nmap find', () => {
  it.each(named(oldCases))('of %s', (_listener, one) => holds(one));
});

describe.skipIf(skip || skipWithoutPostfix())('the inventory of a Postfix is what sslscan and nmap find', () => {
  it.each(named(postfixCases))('of %s', (_listener, one) => holds(one));
});
