import { block, joined, number } from './bytes';

/** Handshake messages inside records (RFC 5246 section 7.4), fragmented or several to a record. */
export const CLIENT_HELLO = 1;
export const SERVER_HELLO = 2;
export const CERTIFICATE = 11;
export const SERVER_KEY_EXCHANGE = 12;
export const CERTIFICATE_REQUEST = 13;
export const SERVER_HELLO_DONE = 14;

const names: Readonly<Record<number, string>> = {
  0: 'HelloRequest',
  1: 'ClientHello',
  2: 'ServerHello',
  4: 'NewSessionTicket',
  6: 'HelloRetryRequest',
  8: 'EncryptedExtensions',
  11: 'Certificate',
  12: 'ServerKeyExchange',
  13: 'CertificateRequest',
  14: 'ServerHelloDone',
  15: 'CertificateVerify',
  16: 'ClientKeyExchange',
  20: 'Finished',
  22: 'CertificateStatus',
};

export const messageName = (type: number): string => names[type] ?? `handshake message ${type}`;

/** A chain of certificates larger than this is no quarantine listener's; the length field alone allows 16 MiB. */
export const LONGEST_MESSAGE = 131_072;

export type Message = { readonly type: number; readonly body: Uint8Array };

export type Messages = {
  readonly messages: readonly Message[];
  readonly rest: Uint8Array;
  readonly problem: 'message-too-long' | null;
};

/** Cuts whole messages off the front of the bytes. Never throws. */
export const splitMessages = (bytes: Uint8Array): Messages => {
  const messages: Message[] = [];
  let rest = bytes;
  for (;;) {
    if (rest.length < 4) return { messages, rest, problem: null };
    const length = ((rest[1] ?? 0) << 16) | ((rest[2] ?? 0) << 8) | (rest[3] ?? 0);
    if (length > LONGEST_MESSAGE) return { messages, rest, problem: 'message-too-long' };
    if (rest.length < 4 + length) return { messages, rest, problem: null };
    messages.push({ type: rest[0] ?? 0, body: rest.subarray(4, 4 + length) });
    rest = rest.subarray(4 + length);
  }
};

export const writeMessage = (type: number, body: Uint8Array): Uint8Array => joined(number(1, type), block(3, body));
