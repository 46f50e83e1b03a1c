/**
 * Records what real peers say, for the fuzz tests. Run as root on Debian with the tests' programs and runtimes:
 *
 *     tests/runtimes/node_modules/boringssl/bin/bun tests/support/fuzz/record.ts
 *
 * writes tests/fixtures/transcripts/recorded.json. The dialogue is ours (EHLO, STARTTLS, one ClientHello).
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newSmtp, stepSmtp } from '../../../main/core/smtp';
import {
  allSuites,
  anonymousSuites,
  authenticatedSuites,
  startTls,
  stepTls,
  type TlsVersion,
} from '../../../main/core/tls';
import { makeCertificate } from '../certificate';
import { startPostfix } from '../postfix';
import { runtime } from '../runtimes';
import { startFront } from '../starttls-front';
import { startGnutls, startOldNode, startOpenssl, type TlsProgram } from '../tls-program';
import type { Transcript } from './transcript';

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
type Offer = { readonly version: TlsVersion; readonly kind: 'all' | 'authenticated' | 'anonymous' };
const offers = { all: allSuites, authenticated: authenticatedSuites, anonymous: anonymousSuites };

/** One connection, each chunk as it came; ends when the machines have their answer. */
const record = (peer: string, port: number, { version, kind }: Offer): Promise<Transcript> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const start = startTls({ version, suites: offers[kind](version), random: randomBytes(32) });
    const smtp: string[] = [];
    const tls: string[] = [];
    let before = newSmtp();
    let handshake: typeof start.state | null = null;
    const done = (): void => {
      socket.destroy();
      resolve({ peer, smtp, hello: hexOf(start.send), tls });
    };
    const onSmtp = (bytes: Uint8Array): void => {
      smtp.push(hexOf(bytes));
      const step = stepSmtp(before, { kind: 'bytes', bytes });
      before = step.state;
      if (step.send) socket.write(step.send);
      if (step.done?.kind === 'failed') done();
      if (step.done?.kind !== 'ready') return;
      handshake = start.state;
      socket.write(start.send);
    };
    socket.on('error', reject).on('close', done);
    socket.on('data', (bytes) => {
      if (!handshake) return onSmtp(bytes);
      tls.push(hexOf(bytes));
      const step = stepTls(handshake, { kind: 'bytes', bytes });
      handshake = step.state;
      if (step.done) done();
    });
  });

const folder = mkdtempSync(join(tmpdir(), 'cpq-record-'));
const rsa = makeCertificate(folder, 'sma1.example.com');
const ecdsa = makeCertificate(folder, 'sma1.example.com', 'ecdsa');
const rsaFiles = ['-cert', rsa.certificateFile, '-key', rsa.keyFile];
const ecdsaFiles = ['-cert', ecdsa.certificateFile, '-key', ecdsa.keyFile];
const everything = ['-cipher', 'ALL:COMPLEMENTOFALL:@SECLEVEL=0'];

const transcripts: Transcript[] = [];
const from = async (peer: string, starting: Promise<TlsProgram>, offer: Offer): Promise<void> => {
  const program = await starting;
  const front = await startFront({ to: program.port });
  transcripts.push(await record(peer, front.port, offer));
  await front.close();
  await program.stop();
};

const fromPostfix = async (peer: string, certificate: typeof rsa | null, some: readonly Offer[]): Promise<void> => {
  const postfix = await startPostfix({ certificate });
  for (const offer of some) transcripts.push(await record(peer, postfix.port, offer));
  await postfix.stop();
};

const oldOptions = `{ cert: require('fs').readFileSync(${JSON.stringify(rsa.certificateFile)}),
  key: require('fs').readFileSync(${JSON.stringify(rsa.keyFile)}), ciphers: 'ALL:COMPLEMENTOFALL' }`;

await fromPostfix('Postfix with a certificate', rsa, [
  { version: 'TLSv1.2', kind: 'all' },
  { version: 'TLSv1.2', kind: 'anonymous' },
  { version: 'TLSv1.3', kind: 'all' },
]);
await fromPostfix('Postfix without a certificate', null, [{ version: 'TLSv1.2', kind: 'authenticated' }]);
await from('s_server, ECDSA, asks for a certificate', startOpenssl(...ecdsaFiles, ...everything, '-verify', '1'), {
  version: 'TLSv1.2',
  kind: 'authenticated',
});
await from('s_server, TLS 1.0, DHE', startOpenssl(...rsaFiles, '-tls1', '-cipher', 'DHE-RSA-AES256-SHA:@SECLEVEL=0'), {
  version: 'TLSv1',
  kind: 'all',
});
await from('s_server, TLS 1.3 only, asked for 1.2', startOpenssl(...rsaFiles, '-tls1_3'), {
  version: 'TLSv1.2',
  kind: 'all',
});
await from('GnuTLS, anonymous only', startGnutls('NORMAL:-VERS-ALL:+VERS-TLS1.2:-KX-ALL:+ANON-DH'), {
  version: 'TLSv1.2',
  kind: 'anonymous',
});
await from('OpenSSL 1.0.1u, SSLv3', startOldNode(runtime('openssl-1.0.1') ?? '', oldOptions, ['--enable-ssl3']), {
  version: 'SSLv3',
  kind: 'all',
});

rmSync(folder, { recursive: true, force: true });
const file = fileURLToPath(new URL('../../fixtures/transcripts/recorded.json', import.meta.url));
writeFileSync(file, `${JSON.stringify(transcripts, null, 2)}\n`);
