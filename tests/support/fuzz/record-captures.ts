/**
 * Records what tcpdump sees of `openssl s_client` and a Postfix, for the fuzz test of the capture reader. Run as root on
 * Debian with the tests' programs and runtimes:
 *
 *     tests/runtimes/node_modules/boringssl/bin/bun tests/support/fuzz/record-captures.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTcpdump } from '../capture/tcpdump';
import { makeCertificate } from '../certificate';
import { startPostfix } from '../postfix';

const folder = mkdtempSync(join(tmpdir(), 'cpq-record-'));
const certificate = makeCertificate(folder, 'sma1.example.com');

/** Ethernet frames of `lo`, or Linux cooked ones of `any`; the port is another each time, so it is part of the name. */
const record = async (name: string, device: string, certified: boolean, ...offer: string[]): Promise<void> => {
  const postfix = await startPostfix({ certificate: certified ? certificate : null });
  const file = fileURLToPath(new URL(`../../fixtures/transcripts/${name}-${postfix.port}.pcap`, import.meta.url));
  const tcpdump = await startTcpdump(file, device, `tcp port ${postfix.port}`);
  const target = ['-starttls', 'smtp', '-connect', `127.0.0.1:${postfix.port}`];
  execFileSync('openssl', ['s_client', ...target, ...offer], {
    input: 'QUIT\r\n',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await tcpdump.stop();
  await postfix.stop();
};

await record('certificate-lo', 'lo', true, '-tls1_2');
await record('anonymous-any', 'any', false, '-tls1_2', '-cipher', 'aNULL:@SECLEVEL=0');
await record('newest-lo', 'lo', true, '-tls1_3');
rmSync(folder, { recursive: true, force: true });
