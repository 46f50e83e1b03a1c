import { textOf } from '../tls/bytes';

export type Speaker = 'ssh' | 'http' | 'tls' | 'unknown';

/** Who speaks, by the first bytes: `SSH-` (RFC 4253 section 4.2), `HTTP/`, a TLS record; null while SMTP is possible. */
export const otherSpeaker = (bytes: Uint8Array): Speaker | null => {
  const [first, second] = bytes;
  if (first === undefined) return null;
  if ((first === 0x15 || first === 0x16) && (second === undefined || second === 3)) return 'tls';
  const text = textOf(bytes.subarray(0, 5));
  if (text.startsWith('SSH-')) return 'ssh';
  if (text.startsWith('HTTP/') || text.startsWith('<')) return 'http';
  const stillPossible = /^[2-5](\d(\d|$)|$)/.test(text) || 'SSH-'.startsWith(text) || 'HTTP/'.startsWith(text);
  return stillPossible ? null : 'unknown';
};
