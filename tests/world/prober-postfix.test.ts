import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultOffer } from '../../main/core/tls';
import { probeTls } from '../../main/probes';
import { type MadeCertificate, makeCertificate } from '../support/certificate';
import { type Postfix, skipWithoutPostfix, startPostfix } from '../support/postfix';

const plain = { offer: null, suites: null };
const keywords = ['PIPELINING', 'SIZE 10240000', 'VRFY', 'ETRN', 'STARTTLS', 'ENHANCEDSTATUSCODES', '8BITMIME', 'DSN'];

describe.skipIf(skipWithoutPostfix())('a Postfix without a certificate', () => {
  let postfix: Postfix;
  beforeAll(async () => {
    postfix = await startPostfix({ certificate: null });
  });
  afterAll(() => postfix.stop());

  it('is seen to agree on an anonymous suite only, in two connections', async () => {
    const { report, evidence, footprint } = await probeTls({ host: '127.0.0.1', port: postfix.port }, plain);
    expect({ ...report, durationMs: 0 }).toEqual({
      schema: 'cpq-doctor/tls/1',
      target: `127.0.0.1:${postfix.port}`,
      vantage: 'laptop',
      banner: '220 sma1.example.com ESMTP Postfix',
      ehlo: [...keywords, 'SMTPUTF8', 'CHUNKING'],
      starttls: true,
      negotiated: { protocol: 'TLSv1.2', cipher: 'ADH-AES256-GCM-SHA384', anonymous: true },
      anonymousAcceptedIfForced: true,
      certificate: null,
      chain: [],
      chainOrder: null,
      certificateUnseen: 'anonymous',
      inventory: null,
      partial: null,
      failure: null,
      offered: null,
      offeredSuites: defaultOffer('TLSv1.2').map(({ name }) => name),
      authenticatedAccepted: false,
      help: null,
      keyExchange: { kind: 'dh', group: null, bits: 3072, signature: null },
      certificateRequested: false,
      cutShort: null,
      tcp: {
        resolvedMs: expect.any(Number),
        addresses: ['127.0.0.1'],
        attempts: [{ address: '127.0.0.1', outcome: 'connected', errno: null, ms: expect.any(Number) }],
      },
      retries: [],
      starttlsSeen: { offered: 2, missing: 0 },
      remaining: null,
      refusedSilently: [],
      connections: 2,
      durationMs: 0,
    });
    expect(evidence).toMatch(/^#1\+\d+\.\d{3} TLS: ServerHello TLSv1\.2 ADH-AES256-GCM-SHA384 \(anonymous\)$/m);
    expect(evidence).toMatch(/^#2\+\d+\.\d{3} TLS: Alert fatal handshake_failure \(40\)$/m);
    expect(footprint.map(({ what }) => what)).toEqual(['probe-default-offer', 'probe-authenticated-only']);
  });

  it('hears EHLO and STARTTLS and nothing else', async () => {
    const told = () => postfix.log().match(/disconnect from .* commands=[1-9].*/g) ?? [];
    // Postfix writes its line after we are gone.
    const talked = await vi.waitFor(
      () => (told().length > 0 ? told() : Promise.reject(new Error('no line yet'))),
      10_000,
    );
    expect(talked.filter((line) => !line.endsWith('ehlo=1 starttls=0/1 commands=1/2'))).toEqual([]);
  });
});

describe.skipIf(skipWithoutPostfix())('a Postfix with a certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cpq-certificate-'));
  let made: MadeCertificate;
  let postfix: Postfix;
  const probe = (offer: string | null = null) =>
    probeTls({ host: '127.0.0.1', port: postfix.port }, { offer, suites: offer?.split(':') ?? null });
  beforeAll(async () => {
    made = makeCertificate(folder, 'sma1.example.com');
    postfix = await startPostfix({ certificate: made });
  });
  afterAll(async () => {
    await postfix.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows it on a normal offer, and accepts an anonymous suite only when forced', async () => {
    const { report } = await probe();
    const theirs = new X509Certificate(made.pem);
    expect(report).toMatchObject({
      negotiated: { protocol: 'TLSv1.2', cipher: 'ECDHE-RSA-AES256-GCM-SHA384', anonymous: false },
      anonymousAcceptedIfForced: true,
      authenticatedAccepted: true,
      failure: null,
      connections: 2,
    });
    expect(report.certificate).toEqual({
      subject: 'C=CA, O=Example\\, Inc., CN=sma1.example.com',
      issuer: 'C=CA, O=Example\\, Inc., CN=sma1.example.com',
      sha256: theirs.fingerprint256.replaceAll(':', '').toLowerCase(),
      notBefore: new Date(theirs.validFrom).toISOString().replace('.000', ''),
      notAfter: new Date(theirs.validTo).toISOString().replace('.000', ''),
      keyType: 'RSA',
      keyBits: 2048,
      signature: 'sha256WithRSAEncryption',
    });
  });

  it('gets the first suite it shares of a given list, in its own preference or the initiator’s', async () => {
    const { report } = await probe('NOSUCH-SUITE:ADH-AES128-SHA:AES128-SHA');
    expect(report.negotiated).toEqual({ protocol: 'TLSv1.2', cipher: 'ADH-AES128-SHA', anonymous: true });
    expect(report).toMatchObject({ authenticatedAccepted: true, connections: 2 });
    expect(report.certificate?.keyBits).toBe(2048);
  });

  it('is still asked both questions when it refuses the given list', async () => {
    const { report } = await probe('ECDHE-ECDSA-AES256-GCM-SHA384');
    expect(report).toMatchObject({
      offered: 'ECDHE-ECDSA-AES256-GCM-SHA384',
      offeredSuites: ['ECDHE-ECDSA-AES256-GCM-SHA384'],
      negotiated: null,
      failure: { code: 'tls-alert', stage: 'handshake', detail: 'handshake_failure (40)' },
      anonymousAcceptedIfForced: true,
      authenticatedAccepted: true,
      connections: 3,
    });
  });
});

describe.skipIf(skipWithoutPostfix())('a Postfix that has TLS 1.3 alone', () => {
  it('is read as far as an unfinished handshake can: the suite, no certificate', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cpq-certificate-'));
    const certificate = makeCertificate(folder, 'sma1.example.com', 'ecdsa');
    const postfix = await startPostfix({ certificate, settings: { smtpd_tls_protocols: '>=TLSv1.3' } });
    const { report, evidence } = await probeTls({ host: '127.0.0.1', port: postfix.port }, plain);
    await postfix.stop();
    rmSync(folder, { recursive: true, force: true });
    expect(report).toMatchObject({
      negotiated: { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', anonymous: false },
      anonymousAcceptedIfForced: false,
      authenticatedAccepted: true,
      certificate: null,
      certificateUnseen: 'tls-1.3',
      failure: null,
      connections: 2,
    });
    expect(evidence).toMatch(/TLS: certificate not seen: TLS 1\.3 sends it encrypted/);
  });
});
