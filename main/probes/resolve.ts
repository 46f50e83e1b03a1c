import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { within } from './deadline';

export type Address = { readonly address: string; readonly family: number };

export type Resolved =
  | { readonly kind: 'resolved'; readonly addresses: readonly Address[] }
  | { readonly kind: 'unknown'; readonly errno: string }
  | { readonly kind: 'deadline' }
  | { readonly kind: 'cancelled' };

const errnoOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'EUNKNOWN';

/** All addresses of a host name in the resolver's order; an address answers for itself. Never rejects. */
export const resolveHost = async (
  host: string,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<Resolved> => {
  if (isIP(host) !== 0) return { kind: 'resolved', addresses: [{ address: host, family: isIP(host) }] };
  const work = lookup(host, { all: true, verbatim: true }).then(
    (addresses): Resolved => ({ kind: 'resolved', addresses }),
    (error: unknown): Resolved => ({ kind: 'unknown', errno: errnoOf(error) }),
  );
  const answer = await within(work, deadline, signal);
  return typeof answer === 'string' ? { kind: answer } : answer;
};
