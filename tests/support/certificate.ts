import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type KeyKind = 'rsa' | 'ecdsa';
export type MadeCertificate = { readonly certificateFile: string; readonly keyFile: string; readonly pem: string };

const keyOptions: Record<KeyKind, string[]> = {
  rsa: ['-newkey', 'rsa:2048'],
  ecdsa: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
};

/** A self-signed certificate made by the machine's openssl, as files in the folder. */
export const makeCertificate = (folder: string, name: string, kind: KeyKind = 'rsa'): MadeCertificate => {
  const certificateFile = join(folder, `${name}-${kind}.pem`);
  const keyFile = join(folder, `${name}-${kind}.key`);
  const subject = `/C=CA/O=Example, Inc./CN=${name}`;
  const common = ['req', '-x509', '-nodes', '-days', '30', '-sha256', '-subj', subject];
  execFileSync('openssl', [...common, ...keyOptions[kind], '-keyout', keyFile, '-out', certificateFile], {
    stdio: 'pipe',
  });
  return { certificateFile, keyFile, pem: readFileSync(certificateFile, 'utf8') };
};
