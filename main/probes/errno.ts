import type { TlsFailureCode } from '../core/model';

/** What a failed connect means (POSIX connect(2), and its words on Windows through libuv). */
export const connectFailure = (errno: string): TlsFailureCode => {
  switch (errno) {
    case 'ECONNREFUSED':
      return 'connect-refused';
    case 'ETIMEDOUT':
      return 'connect-timed-out';
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'EPIPE':
      return 'reset';
    default:
      return 'unreachable';
  }
};

const words: Readonly<Partial<Record<TlsFailureCode, string>>> = {
  'connect-refused': 'connection refused',
  'connect-timed-out': 'connect timed out',
  reset: 'connection reset',
  unreachable: 'unreachable',
};

/** `connection refused (ECONNREFUSED)`. */
export const connectFailureText = (errno: string): string => `${words[connectFailure(errno)]} (${errno})`;

/** Of several addresses' failures the most telling one: an answer says more than silence, silence more than no route. */
export const tellingOrder: readonly TlsFailureCode[] = ['connect-refused', 'reset', 'connect-timed-out', 'unreachable'];
