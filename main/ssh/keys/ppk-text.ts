/** What Argon2 is told by a version 3 file. */
export interface PpkDerivation {
  readonly kind: 'Argon2id' | 'Argon2i' | 'Argon2d';
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
}

/** A PuTTY key file as it stands: nothing of it is checked yet but its shape. */
export interface PpkText {
  readonly version: 2 | 3;
  readonly type: string;
  readonly encryption: string;
  /** As its bytes are; the MAC covers it. */
  readonly comment: Buffer;
  readonly publicBlob: Buffer;
  /** Still encrypted where `encryption` is not `none`. */
  readonly privateBlob: Buffer;
  readonly derivation: PpkDerivation | null;
  readonly mac: Buffer;
}

/** `version`: a version that we do not know; `cut`: the file ends before its last line. */
export type PpkReading =
  | { readonly ok: true; readonly key: PpkText }
  | { readonly ok: false; readonly why: 'version' | 'cut'; readonly version: string };

const HEAD = /^PuTTY-User-Key-File-(\d{1,4}): ([\w@.-]{1,64})\s*$/;

/** Whether a file says that it is one of PuTTY's. */
export const isPpk = (text: string): boolean => text.startsWith('PuTTY-User-Key-File-');

const MOST_LINES = 10_000;

/** Header lines and the two blocks of base64 that `Public-Lines` and `Private-Lines` count. */
const fieldsOf = (lines: readonly string[]): Map<string, string> => {
  const fields = new Map<string, string>();
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, value = ''] = /^([A-Za-z0-9-]+): ?(.*)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined) continue;
    const count = /^(?:Public|Private)-Lines$/.test(name) ? Math.min(Number(value), MOST_LINES) : 0;
    const block = lines.slice(at + 1, at + 1 + count);
    if (count > 0 && block.length < count) break;
    fields.set(name, count > 0 ? block.join('') : value);
    at += count;
  }
  return fields;
};

const kinds = ['Argon2id', 'Argon2i', 'Argon2d'] as const;

const derivationOf = (fields: ReadonlyMap<string, string>): PpkDerivation | null => {
  const kind = kinds.find((one) => one === fields.get('Key-Derivation'));
  if (kind === undefined) return null;
  const number = (name: string): number => Number(fields.get(`Argon2-${name}`) ?? Number.NaN);
  const salt = Buffer.from(fields.get('Argon2-Salt') ?? '', 'hex');
  return { kind, memory: number('Memory'), passes: number('Passes'), parallelism: number('Parallelism'), salt };
};

/**
 * Reads a PuTTY private key file, version 2 or 3, as latin1 text. Source: the PuTTY manual, appendix C "PPK file format";
 * measured against puttygen 0.78.
 */
export const readPpkText = (text: string): PpkReading => {
  const lines = text.split(/\r\n|\r|\n/);
  const [, version = '', type = ''] = HEAD.exec(lines[0] ?? '') ?? [];
  if (version !== '2' && version !== '3') return { ok: false, why: version === '' ? 'cut' : 'version', version };
  const fields = fieldsOf(lines.slice(1));
  const [encryption, shown, hidden, mac] = ['Encryption', 'Public-Lines', 'Private-Lines', 'Private-MAC'].map((one) =>
    fields.get(one),
  );
  if (encryption === undefined || shown === undefined || hidden === undefined || !/^[0-9a-f]{40,64}$/i.test(mac ?? ''))
    return { ok: false, why: 'cut', version };
  const key: PpkText = {
    version: version === '2' ? 2 : 3,
    type,
    encryption,
    comment: Buffer.from(fields.get('Comment') ?? '', 'latin1'),
    publicBlob: Buffer.from(shown, 'base64'),
    privateBlob: Buffer.from(hidden, 'base64'),
    derivation: derivationOf(fields),
    mac: Buffer.from(mac ?? '', 'hex'),
  };
  return { ok: true, key };
};
