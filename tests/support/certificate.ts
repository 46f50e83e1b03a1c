import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type KeyKind = 'rsa' | 'ecdsa';
export type MadeCertificate = { readonly certificateFile: string; readonly keyFile: string; readonly pem: string };

const keyOptions: Record<KeyKind, string[]> = {
  rsa: ['-newkey', 'rsa:2048'],
  ecdsa: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
};

/** Valid for years: one that began to be valid a moment ago looks like the work of a device that intercepts. */
const VALID = ['-startdate', '20250101000000Z', '-enddate', '20350101000000Z'];

/** What `openssl ca` wants around it: a list of what it has signed, and which names may stand in a request. */
const authority = (folder: string, name: string): string => {
  const path = (ending: string): string => join(folder, `${name}.${ending}`);
  writeFileSync(path('index'), '');
  writeFileSync(
    path('cnf'),
    `[ca]\ndefault_ca=one\n[one]\ndatabase=${path('index')}\nnew_certs_dir=${folder}\npolicy=any\ndefault_md=sha256\nrand_serial=yes\n[any]\ncountryName=optional\norganizationName=optional\ncommonName=optional\n`,
  );
  return path('cnf');
};

/** A self-signed certificate made by the machine's openssl, valid since 2025, as files in the folder. */
export const makeCertificate = (folder: string, name: string, kind: KeyKind = 'rsa'): MadeCertificate => {
  const [certificateFile, keyFile, request] = ['pem', 'key', 'csr'].map((ending) =>
    join(folder, `${name}-${kind}.${ending}`),
  ) as [string, string, string];
  const subject = ['-subj', `/C=CA/O=Example, Inc./CN=${name}`];
  const openssl = (...words: string[]): void => void execFileSync('openssl', words, { stdio: 'pipe' });
  openssl('req', '-new', '-nodes', ...subject, ...keyOptions[kind], '-keyout', keyFile, '-out', request);
  const config = authority(folder, `${name}-${kind}-authority`);
  const signing = ['-config', config, '-selfsign', '-keyfile', keyFile, '-preserveDN', '-notext', ...VALID];
  openssl('ca', '-batch', ...signing, '-in', request, '-out', certificateFile);
  return { certificateFile, keyFile, pem: readFileSync(certificateFile, 'utf8') };
};
