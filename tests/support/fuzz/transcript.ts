/** What one peer said on one connection, chunk by chunk in hex, and the ClientHello it answered. */
export type Transcript = {
  readonly peer: string;
  readonly smtp: readonly string[];
  readonly hello: string;
  readonly tls: readonly string[];
};
