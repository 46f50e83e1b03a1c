import { LINE_LIMIT } from '../core/logs';
import type { Entry } from './entry';
import type { Watch } from './watch';

type Encoding = 'latin1' | 'utf16le';

/** Keeps the beginning of a line that goes on in the next chunk; of an endless one no more than is ever looked at. */
const joined = (carry: string, more: string): string =>
  carry.length > LINE_LIMIT ? carry : carry + (more.length > LINE_LIMIT ? more.slice(0, LINE_LIMIT + 1) : more);

/** Splits decoded text into lines without their line feed. */
class Splitter {
  #carry = '';

  split(text: string): string[] {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    if (lines.length > 0) {
      lines[0] = joined(this.#carry, lines[0] ?? '');
      this.#carry = last.length > LINE_LIMIT ? last.slice(0, LINE_LIMIT + 1) : last;
    } else this.#carry = joined(this.#carry, last);
    return lines;
  }

  rest(): string[] {
    const rest = this.#carry;
    this.#carry = '';
    return rest === '' ? [] : [rest];
  }
}

const encodingOf = (head: Uint8Array): Encoding => (head[0] === 0xff && head[1] === 0xfe ? 'utf16le' : 'latin1');

/** Latin-1 reads any byte; UTF-16 (PowerShell's `>`) is told by its mark, and can be cut within a letter. */
class Decoder {
  #encoding: Encoding | null = null;
  #odd: Buffer = Buffer.alloc(0);

  get encoding(): Encoding {
    return this.#encoding ?? 'latin1';
  }

  decode(chunk: Uint8Array): string {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const first = this.#encoding === null;
    this.#encoding ??= encodingOf(bytes);
    if (this.#encoding === 'latin1') {
      const text = bytes.toString('latin1');
      return first ? text.replace(/^\xEF\xBB\xBF/, '') : text;
    }
    const whole = Buffer.concat([this.#odd, bytes]);
    const even = whole.length - (whole.length % 2);
    this.#odd = Buffer.from(whole.subarray(even));
    const text = whole.toString('utf16le', 0, even);
    return first ? text.replace(/^\uFEFF/, '') : text;
  }
}

export interface Lines {
  readonly lines: readonly string[];
  /** The letters are bytes (Latin-1); else decoded text. */
  readonly latin1: boolean;
  /** Bytes of the chunk they came from, unpacked. */
  readonly bytes: number;
}

/** The lines of an entry, a chunk at a time. What came before a damaged place is given before the fault is thrown. */
export async function* linesOf(entry: Entry, watch: Watch): AsyncGenerator<Lines> {
  const splitter = new Splitter();
  const decoder = new Decoder();
  let fault: unknown = null;
  const chunks = entry.chunks(watch);
  try {
    for await (const chunk of chunks) {
      const text = decoder.decode(chunk);
      yield { lines: splitter.split(text), latin1: decoder.encoding === 'latin1', bytes: chunk.length };
    }
  } catch (error) {
    fault = error;
  }
  yield { lines: splitter.rest(), latin1: decoder.encoding === 'latin1', bytes: 0 };
  if (fault !== null) throw fault;
}
