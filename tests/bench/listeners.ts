import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../support/certificate';
import { startOpenssl } from '../support/tls-program';

export type Listeners = { readonly ports: readonly number[]; readonly stop: () => Promise<void> };

/**
 * OpenSSL with every suite, RSA and ECDSA, TLS 1.0 to 1.3, from the first byte. Several alike, because one `s_server`
 * serves one connection at a time and other scanners open many.
 */
export const startListeners = async (how: number): Promise<Listeners> => {
  const folder = mkdtempSync(join(tmpdir(), 'cpq-bench-'));
  const rsa = makeCertificate(folder, 'sma1.example.com');
  const ecdsa = makeCertificate(folder, 'sma1.example.com', 'ecdsa');
  const one = ['-cert', rsa.certificateFile, '-key', rsa.keyFile];
  const other = ['-dcert', ecdsa.certificateFile, '-dkey', ecdsa.keyFile];
  const options = [...one, ...other, '-cipher', 'ALL:COMPLEMENTOFALL:@SECLEVEL=0'];
  const programs = await Promise.all(Array.from({ length: how }, () => startOpenssl(...options)));
  const stop = async (): Promise<void> => {
    await Promise.all(programs.map((program) => program.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  return { ports: programs.map(({ port }) => port), stop };
};
