import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { MaterialFault } from './entry';

/** With zlib's own chunk of 16 KiB inflating takes three times as long (measured). */
const CHUNK = 512 * 1024;

/** Text shrinks to a tenth, repeated text to a hundredth: beyond this an archive is made to harm. */
const HARMLESS = 256 * 1024 * 1024;
const RATIO = 400;

/** Refuses to go on once much more comes out than honest text ever gives. */
export const boundOf = (packed: () => number): ((unpacked: number) => void) => {
  let sum = 0;
  return (unpacked) => {
    sum += unpacked;
    if (sum > HARMLESS && sum > packed() * RATIO) throw new MaterialFault('archive-too-large');
  };
};

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** Copies, because the chunks of a file share one buffer and the inflater reads later. */
async function* copied(chunks: AsyncIterable<Uint8Array>, count: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield Buffer.from(chunk);
  }
}

/** Inflates gzip, several members too. What came before a damaged place is given, then `archive-damaged` is thrown. */
export async function* gunzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let packed = 0;
  const bound = boundOf(() => packed);
  const source = Readable.from(
    copied(chunks, (bytes) => {
      packed += bytes;
    }),
    { objectMode: false, highWaterMark: CHUNK },
  );
  const inflater = createGunzip({ chunkSize: CHUNK });
  source.on('error', (error) => inflater.destroy(error));
  source.pipe(inflater);
  try {
    for await (const chunk of inflater) {
      bound((chunk as Buffer).length);
      yield chunk as Buffer;
    }
  } catch (error) {
    throw error instanceof MaterialFault ? error : new MaterialFault('archive-damaged');
  } finally {
    source.destroy();
    inflater.destroy();
  }
}

/** Bytes as they are, or inflated when they begin as gzip does. */
export async function* maybeGunzipped(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const first = await chunks.next();
  if (first.done) return;
  const head = Buffer.from(first.value);
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* chunks;
  }
  yield* isGzip(head) ? gunzipped(whole()) : whole();
}
