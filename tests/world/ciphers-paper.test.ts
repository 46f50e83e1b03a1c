import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expand, isAnonymous, negotiate } from '../../main/core/ciphers';
import type { CertificateKey, Generation } from '../../main/core/model';
import { suiteNamed } from '../../main/core/tls';
import { skipWithoutBinary } from '../support/binary';
import { freePort } from '../support/free-port';
import { agreedBy, listening, type OldGeneration, oldProgram } from '../support/old-openssl';

/** The lists of a pair: broad words first, so that most pairs share something, anonymous or not. */
const WORDS =
  'ALL HIGH MEDIUM aNULL ADH AECDH kEDH EECDH RSA AES AES128 AESGCM CAMELLIA SHA1 SHA256 ECDSA aDSS eNULL 3DES RC4 ' +
  '-aNULL !aNULL -ADH +RSA +aNULL -AES256 !AESGCM @STRENGTH kRSA AES256-SHA AES128-SHA ADH-AES256-SHA ' +
  'ADH-AES128-GCM-SHA256 AECDH-AES128-SHA DHE-RSA-AES128-SHA DHE-DSS-AES256-SHA ECDHE-RSA-AES128-SHA256 ' +
  'ECDHE-ECDSA-AES256-SHA ECDH-ECDSA-AES128-SHA ECDH-RSA-AES128-SHA';
const list = fc
  .array(fc.constantFrom(...WORDS.split(' ')), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(':'));

interface Pair {
  readonly initiator: Generation;
  readonly responder: Generation;
  readonly offers: string;
  readonly accepts: string;
  readonly key: CertificateKey;
  readonly serverOrder: boolean;
}

/** From 1.1.0 on nothing anonymous passes above security level 0; openssl’s own programs have level 2 in Debian. */
const levelled = (text: string, generation: Generation, low: boolean): string =>
  generation === '3.0' || (generation === '1.1.1' && low) ? `${text}:@SECLEVEL=0` : text;

const isTaken = (text: string, generation: Generation): boolean => {
  const { suites, error } = expand(text, generation);
  return suites.length > 0 && error?.reason !== 'bad-command';
};

/** Old Node 0.10 cannot be given DH parameters or a curve, nor can it listen without a certificate. */
const keysOf = (responder: Generation): readonly CertificateKey[] =>
  responder === '1.0.1' ? ['RSA'] : ['RSA', 'RSA', 'ECDSA', 'DSS', 'none'];

const pairOf = (initiators: readonly Generation[], responders: readonly Generation[]): fc.Arbitrary<Pair> =>
  fc
    .tuple(
      fc.constantFrom(...initiators),
      fc.constantFrom(...responders),
      list,
      list,
      fc.nat(9),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([initiator, responder, offers, accepts, key, serverOrder, low]): Pair => {
      const keys = keysOf(responder);
      return {
        ...{ initiator, responder, serverOrder, key: keys[key % keys.length] ?? 'RSA' },
        ...{ offers: levelled(offers, initiator, low), accepts: levelled(accepts, responder, low) },
      };
    })
    .filter(({ initiator, responder, offers, accepts }) => isTaken(offers, initiator) && isTaken(accepts, responder));

/** The name by which both sides’ names of one suite can be compared. */
const known = (suite: string | null): string => (suite === null ? 'none' : `${suiteNamed(suite)?.code ?? suite}`);

const onPaper = ({ initiator, responder, offers, accepts, key, serverOrder }: Pair): string | null => {
  const old = responder === '1.0.1' ? { dh: false, curves: false } : {};
  const suites = expand(accepts, responder).suites;
  const agreed = negotiate(expand(offers, initiator).suites, { suites, key, ...old });
  return serverOrder ? agreed.serverOrder : agreed.clientOrder;
};

/** `any` pairs as they come, and as many more as `anonymous` says whose agreement must be an anonymous suite. */
const pairs = (pair: fc.Arbitrary<Pair>, count: { readonly any: number; readonly anonymous: number }): Pair[] => [
  ...fc.sample(pair, count.any),
  ...fc.sample(
    pair.filter((one) => isAnonymous(onPaper(one) ?? '')),
    count.anonymous,
  ),
];

const folder = mkdtempSync(join(tmpdir(), 'paper-'));
const files: Partial<Record<CertificateKey, { readonly key: string; readonly certificate: string }>> = {};
let dhparam = '';

const newKey = (kind: CertificateKey): string[] => {
  if (kind === 'RSA') return ['-newkey', 'rsa:2048'];
  if (kind === 'ECDSA') return ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  const parameters = join(folder, 'dsa.pem');
  execFileSync('openssl', ['dsaparam', '-out', parameters, '2048'], { stdio: 'pipe' });
  return ['-newkey', `dsa:${parameters}`];
};

const makeCertificate = (kind: CertificateKey): void => {
  const [key, certificate] = [join(folder, `${kind}.key`), join(folder, `${kind}.pem`)];
  const common = ['req', '-x509', '-nodes', '-days', '30', '-sha256', '-subj', '/CN=paper'];
  execFileSync('openssl', [...common, ...newKey(kind), '-keyout', key, '-out', certificate], { stdio: 'pipe' });
  files[kind] = { key, certificate };
};

const read = (file: string | undefined): string | null => (file === undefined ? null : readFileSync(file, 'utf8'));

const missing = skipWithoutBinary('openssl');
const OLD = ['1.0.1', '1.0.2', '1.1.1'] as const;
const programs = new Map(OLD.map((generation) => [generation as Generation, oldProgram(generation)]));
const absent = missing || [...programs.values()].includes(null);

const programOf = (generation: Generation): string => {
  const program = programs.get(generation);
  if (!program) throw new Error(`no OpenSSL ${generation}`);
  return program;
};

const stops: (() => void)[] = [];

/** All pairs of one old responder, each with a listener of its own in one process. */
const metAt = async (all: readonly Pair[], responder: OldGeneration) => {
  const ours = all.filter((one) => one.responder === responder);
  const listeners = ours.map(({ accepts, key, serverOrder }) => ({
    ...{ list: accepts, serverOrder, dhparam, key: read(files[key]?.key), certificate: read(files[key]?.certificate) },
  }));
  const { ports, stop } = await listening(programOf(responder), listeners);
  stops.push(stop);
  return ours.map((pair, index) => ({ pair, port: ports[index] ?? 0 }));
};

/** What each pair of old builds agrees on: one process for each initiator’s generation. */
const agreedByOld = (met: readonly { readonly pair: Pair; readonly port: number }[]) =>
  OLD.flatMap((generation) => {
    const ours = met.filter(({ pair }) => pair.initiator === generation);
    const asked = ours.map(({ pair, port }) => ({ port, list: pair.offers }));
    return agreedBy(programOf(generation), asked).map((real, index) => ({ pair: ours[index]?.pair, real }));
  });

/** `openssl s_server` for one pair, its port once it listens. */
const serve = async ({ accepts, key, serverOrder }: Pair) => {
  const port = await freePort();
  const own = files[key];
  const certificate = own === undefined ? ['-nocert'] : ['-cert', own.certificate, '-key', own.key];
  const options = ['-accept', `${port}`, '-cipher', accepts, '-tls1_2', ...(serverOrder ? ['-serverpref'] : [])];
  const child = spawn('openssl', ['s_server', ...options, ...certificate], { stdio: ['pipe', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('ACCEPT')) break;
  return { port, stop: () => child.kill() };
};

const connect = (port: number, offers: string): string => {
  const options = ['-connect', `127.0.0.1:${port}`, '-cipher', offers, '-tls1_2'];
  const { stdout } = spawnSync('openssl', ['s_client', ...options], { input: '', encoding: 'utf8', timeout: 10_000 });
  return /^\s*Cipher\s*: (\S+)/m.exec(stdout)?.[1]?.replace(/^0000$/, 'none') ?? 'none';
};

/** Every pair with what the paper says and what was seen; all of it in one value. */
const compared = (seen: readonly { readonly pair: Pair | undefined; readonly real: string }[]) => {
  const rows = seen.flatMap(({ pair, real }) =>
    pair ? [{ pair, real: known(real), paper: known(onPaper(pair)) }] : [],
  );
  expect(rows.map(({ pair, paper }) => ({ ...pair, agreed: paper }))).toEqual(
    rows.map(({ pair, real }) => ({ ...pair, agreed: real })),
  );
  return seen.map(({ real }) => real);
};

describe.skipIf(absent)('the negotiation on paper', () => {
  beforeAll(() => {
    for (const kind of ['RSA', 'ECDSA', 'DSS'] as const) makeCertificate(kind);
    dhparam = execFileSync('openssl', ['dhparam', '-dsaparam', '1024'], { encoding: 'utf8', stdio: 'pipe' });
  });
  afterAll(() => {
    for (const stop of stops) stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is what two hundred pairs of OpenSSL 1.0.1, 1.0.2 and 1.1.1 agree on', async () => {
    const all = pairs(pairOf(OLD, OLD), { any: 210, anonymous: 30 });
    const met = [];
    for (const responder of OLD) met.push(...(await metAt(all, responder)));
    const real = compared(agreedByOld(met));
    expect(real).toHaveLength(240);
    expect(real.filter(isAnonymous).length).toBeGreaterThanOrEqual(30);
  });

  test('is what sixty pairs of openssl s_server 3.0 with itself and with older initiators agree on', async () => {
    const seen = [];
    const pair = pairOf(['1.0.1', '1.0.2', '1.1.1', '3.0', '3.0', '3.0'], ['3.0']);
    for (const one of pairs(pair, { any: 52, anonymous: 8 })) {
      const { port, stop } = await serve(one);
      const [real = 'none'] =
        one.initiator === '3.0'
          ? [connect(port, one.offers)]
          : agreedBy(programOf(one.initiator), [{ port, list: one.offers }]);
      stop();
      seen.push({ pair: one, real });
    }
    expect(compared(seen).filter(isAnonymous).length).toBeGreaterThanOrEqual(8);
  });
});
