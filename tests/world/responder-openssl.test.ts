import { execFile } from 'node:child_process';
import { createDiffieHellmanGroup, createECDH, createSign, randomBytes, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { newResponder, type ResponderPolicy, type ResponderState, stepResponder } from '../../main/core/tls';
import { skipWithoutBinary } from '../support/binary';
import { makeCertificate } from '../support/certificate';

/** The judge is OpenSSL's own client: it must understand every message of our responder and say the suite. */
const share = (): NonNullable<ResponderPolicy['dh']> => {
  const group = createDiffieHellmanGroup('modp14');
  const publicValue = new Uint8Array(group.generateKeys());
  return { prime: new Uint8Array(group.getPrime()), generator: new Uint8Array(group.getGenerator()), publicValue };
};

const policyOf = (changes: Partial<ResponderPolicy>): ResponderPolicy => ({
  suites: ['ADH-AES256-GCM-SHA384', 'ADH-AES128-SHA', 'DHE-RSA-AES256-GCM-SHA384', 'AES256-SHA'],
  order: 'initiator',
  versions: ['TLSv1', 'TLSv1.1', 'TLSv1.2'],
  random: new Uint8Array(randomBytes(32)),
  dh: share(),
  ecdh: null,
  certificates: [],
  keyType: null,
  sign: null,
  ...changes,
});

let server: Server | undefined;
afterEach(() => server?.close());

const listen = async (policy: ResponderPolicy): Promise<number> => {
  const started = createServer((socket) => {
    let state: ResponderState = newResponder();
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      const step = stepResponder(policy, state, bytes);
      state = step.state;
      if (step.send) socket.write(step.send);
      if (step.done && step.done.kind !== 'answered') socket.end();
    });
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return (started.address() as AddressInfo).port;
};

/** What `openssl s_client -trace` printed; it cannot succeed, as nobody completes the handshake. */
const client = (port: number, ...options: string[]): Promise<string> =>
  new Promise((resolve) => {
    const common = ['s_client', '-connect', `127.0.0.1:${port}`, '-trace', ...options];
    const child = execFile('openssl', common, { timeout: 20_000 }, (_error, out, err) => resolve(out + err));
    child.stdin?.end();
  });
const messages = (text: string): string[] =>
  [...text.matchAll(/^ {4}(\w+), Length=|^ {4}(Level=.*)$/gm)].map(([, name, alert]) => name ?? alert ?? '');
const picked = (text: string): string | undefined => /cipher_suite \{[^}]*\} (\S+)/.exec(text)?.[1];

const folder = mkdtempSync(join(tmpdir(), 'cpq-responder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const certified = (): Partial<ResponderPolicy> => {
  const { pem, keyFile } = makeCertificate(folder, 'sma1.example.com');
  const key = readFileSync(keyFile);
  const sign = (content: Uint8Array) => ({
    signature: new Uint8Array(createSign('sha256').update(content).sign(key)),
    scheme: 0x0401,
  });
  return { certificates: [new Uint8Array(new X509Certificate(pem).raw)], keyType: 'RSA', sign };
};
const anonymousFlight = ['ClientHello', 'ServerHello', 'ServerKeyExchange', 'ServerHelloDone', 'ClientKeyExchange'];

describe.skipIf(skipWithoutBinary('openssl'))('the responder, to openssl s_client', () => {
  it('picks the anonymous suite in the initiator’s order, with a share that OpenSSL accepts', async () => {
    const port = await listen(policyOf({}));
    const text = await client(port, '-tls1_2', '-cipher', 'ADH-AES128-SHA:ADH-AES256-GCM-SHA384:@SECLEVEL=0');
    expect(picked(text)).toBe('TLS_DH_anon_WITH_AES_128_CBC_SHA');
    // The client went on to its own key exchange: it took the whole flight as right.
    expect(messages(text).slice(0, 5)).toEqual(anonymousFlight);
  });

  it('speaks TLS 1.0 and an elliptic curve', async () => {
    const keys = createECDH('prime256v1');
    const ecdh = { group: 23, point: new Uint8Array(keys.generateKeys()) };
    const port = await listen(policyOf({ versions: ['TLSv1'], suites: ['AECDH-AES256-SHA'], ecdh }));
    const text = await client(port, '-tls1', '-cipher', 'AECDH-AES256-SHA:@SECLEVEL=0');
    expect(picked(text)).toBe('TLS_ECDH_anon_WITH_AES_256_CBC_SHA');
    expect(messages(text).slice(0, 5)).toEqual(anonymousFlight);
  });

  it('shows its certificate with RSA key exchange', async () => {
    const port = await listen(policyOf(certified()));
    const text = await client(port, '-tls1_2', '-cipher', 'AES256-SHA:@SECLEVEL=0');
    expect(messages(text).slice(0, 5)).toEqual([
      'ClientHello',
      'ServerHello',
      'Certificate',
      'ServerHelloDone',
      'ClientKeyExchange',
    ]);
    expect(text).toMatch(/^subject=C ?= ?CA, O ?= ?"Example, Inc\.", CN ?= ?sma1\.example\.com$/m);
  });

  it('signs its key exchange so that OpenSSL believes it', async () => {
    const port = await listen(policyOf(certified()));
    const text = await client(port, '-tls1_2', '-cipher', 'DHE-RSA-AES256-GCM-SHA384:@SECLEVEL=0');
    expect(picked(text)).toBe('TLS_DHE_RSA_WITH_AES_256_GCM_SHA384');
    expect(messages(text)).toContain('ClientKeyExchange');
  });

  it('refuses with handshake_failure and protocol_version', async () => {
    const port = await listen(policyOf({}));
    const noSuite = await client(port, '-tls1_2', '-cipher', 'AES128-SHA:@SECLEVEL=0');
    expect(messages(noSuite)).toEqual(['ClientHello', 'Level=fatal(2), description=handshake failure(40)']);
    const noVersion = await client(port, '-tls1_3');
    expect(messages(noVersion)).toEqual(['ClientHello', 'Level=fatal(2), description=protocol version(70)']);
  });
});
