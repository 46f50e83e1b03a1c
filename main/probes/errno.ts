import type { TlsFailureCode } from '../core/model';

/** Errors of this machine: no such local address or port, not allowed, out of sockets or files, no such family. */
const OURS = new Set([
  ...['EADDRNOTAVAIL', 'EADDRINUSE', 'EINVAL', 'EACCES', 'EPERM'],
  ...['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM', 'EAFNOSUPPORT'],
]);
const RESET = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE']);

/** What a failed connect means (POSIX connect(2) and bind(2), and their words on Windows through libuv). */
export const connectFailure = (errno: string): TlsFailureCode => {
  if (errno === 'ECONNREFUSED') return 'connect-refused';
  if (errno === 'ETIMEDOUT') return 'connect-timed-out';
  if (RESET.has(errno)) return 'reset';
  return OURS.has(errno) ? 'local-fault' : 'unreachable';
};

const words: Readonly<Partial<Record<TlsFailureCode, string>>> = {
  'connect-refused': 'connection refused',
  'connect-timed-out': 'connect timed out',
  reset: 'connection reset',
  unreachable: 'unreachable',
  'local-fault': 'this machine cannot connect',
};

/** `connection refused (ECONNREFUSED)`; a local address that is not this machine's is said as that. */
export const connectFailureText = (errno: string, localAddress?: string): string =>
  errno === 'EADDRNOTAVAIL' && localAddress !== undefined
    ? `${localAddress} is no address of this machine (${errno})`
    : `${words[connectFailure(errno)]} (${errno})`;

/** How an open connection broke: by the peer's reset, by a peer that vanished, by a way that is gone. */
export const breakage = (errno: string): 'reset' | 'vanished' | 'unreachable' => {
  if (errno === 'ETIMEDOUT') return 'vanished';
  return RESET.has(errno) ? 'reset' : 'unreachable';
};

/** Of several addresses' failures the most telling one: an answer says more than silence, silence more than no route. */
export const tellingOrder: readonly TlsFailureCode[] = [
  'connect-refused',
  'reset',
  'connect-timed-out',
  'unreachable',
  'local-fault',
];
