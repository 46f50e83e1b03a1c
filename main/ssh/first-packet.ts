import type { Kexinit } from '../core/model';

/** What the peer says before anything is encrypted. */
export interface FirstWords {
  /** `SSH-2.0-…`, or null when it has not said so. */
  readonly banner: string | null;
  /** The beginning of what it said when that is not SSH. */
  readonly other: string | null;
  readonly kexinit: Kexinit | null;
}

const LONGEST = 64 * 1024;
const KEXINIT = 20;
/** Key exchange, host key, and cipher, MAC and compression each way. */
const LISTS = 8;
const plain = (text: string): string => text.replace(/[^\x20-\x7e]/g, '.').slice(0, 200);

/** The name-lists of a KEXINIT payload (RFC 4253 section 7.1), or null while incomplete or when it is none. */
const nameLists = (payload: Buffer): string[][] | null => {
  if (payload[0] !== KEXINIT) return null;
  const lists: string[][] = [];
  let at = 17;
  while (lists.length < LISTS) {
    if (at + 4 > payload.length) return null;
    const length = payload.readUInt32BE(at);
    if (at + 4 + length > payload.length) return null;
    lists.push(plainNames(payload.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  return lists;
};

const plainNames = (bytes: Buffer): string[] =>
  bytes
    .toString('latin1')
    .split(',')
    .filter((name) => /^[\x21-\x7e]{1,64}$/.test(name))
    .slice(0, 200);

const kexinitOf = (packet: Buffer): Kexinit | null => {
  if (packet.length < 6) return null;
  const length = packet.readUInt32BE(0);
  if (length > LONGEST || packet.length < 4 + length) return null;
  const lists = nameLists(packet.subarray(5, 4 + length - (packet[4] ?? 0)));
  if (lists === null) return null;
  const at = (index: number): string[] => lists[index] ?? [];
  const bothWays = (index: number) => ({ toServer: at(index), toClient: at(index + 1) });
  return { kex: at(0), hostKey: at(1), cipher: bothWays(2), mac: bothWays(4), compression: bothWays(6) };
};

/** Listens to the first bytes of a connection, beside ssh2, which tells neither the banner nor the peer's offers. */
export const firstWords = (): { take(chunk: Buffer): void; heard(): FirstWords } => {
  let bytes = Buffer.alloc(0);
  return {
    take(chunk) {
      if (bytes.length < LONGEST) bytes = Buffer.concat([bytes, chunk.subarray(0, LONGEST)]);
    },
    heard() {
      const text = bytes.toString('latin1');
      const line = /(?:^|\n)(SSH-[^\r\n]{1,250})\r?\n/.exec(text);
      if (line === null) {
        return { banner: null, other: text === '' ? null : plain(text.trimEnd().split('\n')[0] ?? ''), kexinit: null };
      }
      return {
        banner: plain(line[1] ?? ''),
        other: null,
        kexinit: kexinitOf(bytes.subarray(line.index + line[0].length)),
      };
    },
  };
};
