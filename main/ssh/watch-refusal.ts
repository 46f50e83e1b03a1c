import type { Client } from 'ssh2';

/** What the peer said of the last thing that it was offered (RFC 4252 section 5.1). */
export interface Refusal {
  /** What it takes next. */
  readonly methods: readonly string[];
  /** It was accepted, and more is asked for. */
  readonly partial: boolean;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Hears each USERAUTH_FAILURE before ssh2 does, of a client that has been told to connect: ssh2 hands its own login order
 * no answer that a key of an agent got, neither the methods nor the partial success. It reaches into ssh2 1.17.0, whose
 * version is pinned; tests against OpenSSH hold it.
 */
export const watchRefusal = (client: Client, heard: (refusal: Refusal) => void): void => {
  const protocol: unknown = Reflect.get(client, '_protocol');
  const handlers: unknown = isObject(protocol) ? Reflect.get(protocol, '_handlers') : null;
  if (!isObject(handlers)) return;
  const pass: unknown = Reflect.get(handlers, 'USERAUTH_FAILURE');
  if (typeof pass !== 'function') return;
  Reflect.set(handlers, 'USERAUTH_FAILURE', (from: unknown, methods: unknown, partial: unknown) => {
    const named = Array.isArray(methods) ? methods.map(String) : [];
    heard({ methods: named, partial: partial === true });
    Reflect.apply(pass, handlers, [from, methods, partial]);
  });
};
