import { MaterialFault } from './entry';

/** A file inside a tar archive; its bytes follow in the stream. */
export interface Member {
  readonly name: string;
  readonly bytes: number;
  readonly modifiedAt: string;
}

export type TarEvent =
  | { readonly kind: 'member'; readonly member: Member; readonly index: number }
  | { readonly kind: 'piece'; readonly bytes: Buffer };

const BLOCK = 512;

/** `ustar` stands at byte 257 of the first header (POSIX.1-1988 and GNU alike). */
export const isTar = (head: Uint8Array): boolean =>
  head.length >= 262 && Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar';

const textAt = (header: Buffer, from: number, length: number): string => {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString('utf8');
};

const octalAt = (header: Buffer, from: number, length: number): number =>
  Number.parseInt(textAt(header, from, length).trim() || '0', 8) || 0;

/** Sizes above 8 GiB are written in base 256 with the first bit set (GNU). */
const sizeOf = (header: Buffer): number => {
  if (((header[124] ?? 0) & 0x80) === 0) return octalAt(header, 124, 12);
  return Number(header.readBigUInt64BE(128));
};

/** A path from a GNU long name (`L`) or a pax record (`x`) before the member itself. */
const longName = (type: string, body: string): string | null => {
  if (type === 'L') return body.replace(/\0.*$/s, '');
  return /^\d+ path=(.*)$/m.exec(body)?.[1] ?? null;
};

/** Asked for exactly as many bytes as a header or a body has; bodies come in pieces. */
class Cursor {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async piece(most: number): Promise<Buffer | null> {
    while (this.#rest.length === 0) {
      const next = await this.#chunks.next();
      if (next.done) return null;
      this.#rest = Buffer.from(next.value);
    }
    const piece = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(piece.length);
    return piece;
  }

  async exactly(length: number): Promise<Buffer | null> {
    const pieces: Buffer[] = [];
    for (let missing = length; missing > 0; ) {
      const piece = await this.piece(missing);
      if (piece === null) return null;
      pieces.push(piece);
      missing -= piece.length;
    }
    return Buffer.concat(pieces);
  }
}

async function* body(cursor: Cursor, bytes: number): AsyncGenerator<Buffer> {
  for (let left = bytes; left > 0; ) {
    const piece = await cursor.piece(left);
    if (piece === null) throw new MaterialFault('archive-damaged');
    left -= piece.length;
    yield piece;
  }
  await cursor.exactly((BLOCK - (bytes % BLOCK)) % BLOCK);
}

const LONGEST_NAME = 64 * 1024;

const nameIn = (header: Buffer): string => {
  const prefix = textAt(header, 345, 155);
  return prefix === '' ? textAt(header, 0, 100) : `${prefix}/${textAt(header, 0, 100)}`;
};

const timeOf = (header: Buffer): string =>
  new Date(Math.min(octalAt(header, 136, 12), 4_102_444_800) * 1000).toISOString();

const wholeText = async (pieces: AsyncIterable<Buffer>): Promise<string> => {
  let text = '';
  for await (const piece of pieces) text += piece.toString('utf8');
  return text;
};

/** Walks through a tar archive once: each file, then its bytes. A block that is no header is `archive-damaged`. */
export async function* tarEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarEvent> {
  const cursor = new Cursor(chunks);
  let named: string | null = null;
  for (let index = 0; ; ) {
    const header = await cursor.exactly(BLOCK);
    if (header === null || header.every((byte) => byte === 0)) return;
    if (!isTar(header)) throw new MaterialFault('archive-damaged');
    const [bytes, type] = [sizeOf(header), String.fromCharCode(header[156] ?? 0)];
    if ((type === 'L' || type === 'x') && bytes <= LONGEST_NAME) {
      named = longName(type, await wholeText(body(cursor, bytes))) ?? named;
      continue;
    }
    const isFile = type === '0' || type === '\0';
    const member = { name: named ?? nameIn(header), bytes, modifiedAt: timeOf(header) };
    named = null;
    if (isFile) yield { kind: 'member', member, index };
    for await (const piece of body(cursor, bytes)) if (isFile) yield { kind: 'piece', bytes: piece };
    if (isFile) index += 1;
  }
}
