import type { LogConnection, LogGround } from '../model';

/** What a failure text says: the cause it names (null: none of its own), and how far the text alone decides. */
export interface Classified {
  readonly code: string | null;
  readonly strength: LogGround['strength'];
  readonly grade: LogGround['grade'];
}

type Row = readonly [pattern: RegExp, code: string | null, strength: LogGround['strength'], grade: LogGround['grade']];

/**
 * Text after `TLS failed`, first hit wins (section 7). Sourced are only the STARTTLS texts (STW, TN212587) and the reset
 * (MSQA); OpenSSL's words behind `TLS failed:` are known from OpenSSL, not read in a mail log.
 */
const TLS: readonly Row[] = [
  // `verify error: no certificate from server`: recalled; an anonymous suite leaves nothing to verify.
  [/no certificate|no peer cert|did not (?:send|provide) a? ?cert/i, 'tls-anonymous-cipher', 'decides', 'inferred'],
  // `certificate verify failed`: anonymous stays possible unless the suite is known to be authenticated.
  [
    /verify error|verif(?:y|ication) (?:failed|required)|certificate verify|self.signed|unknown ca|bad certificate|certificate unknown|hostname/i,
    'tls-certificate-not-cpq',
    'suggests',
    'inferred',
  ],
  [/no shared cipher|no ciphers available/i, 'tls-no-common-cipher', 'decides', 'inferred'],
  [/handshake failure/i, 'tls-no-common-cipher', 'suggests', 'inferred'],
  [
    /unsupported protocol|wrong version|protocol version|no protocols available|inappropriate fallback/i,
    'tls-no-common-protocol',
    'decides',
    'inferred',
  ],
  // `SSL23_GET_CLIENT_HELLO:http request`: the other side does not speak TLS here.
  [/http request|unknown protocol|packet length too long/i, 'port-conflict', 'suggests', 'inferred'],
  // `STARTTLS unexpected response`, `STARTTLS command not supported.`
  [/STARTTLS/i, 'starttls-missing', 'decides', 'sourced'],
  // `[Errno 54] Connection reset by peer`
  [/Errno 54|reset|EOF|syscall/i, 'tls-handshake-reset', 'suggests', 'sourced'],
];

/**
 * Codes of OpenSSL 1.0 and 1.1 for a damaged line: the integer is the hex code in decimal. OpenSSL 3 prints others,
 * so words come first.
 */
const TLS_NUMBERS = new Map<string, string>([
  ['337092801', 'no shared cipher'],
  ['336109761', 'no shared cipher'],
  ['336151568', 'handshake failure'],
  ['337047686', 'certificate verify failed'],
  ['336134278', 'certificate verify failed'],
  ['337678594', 'unsupported protocol'],
  ['336151598', 'protocol version'],
]);

const NONE: Classified = { code: null, strength: 'suggests', grade: 'inferred' };

const firstHit = (rows: readonly Row[], text: string): Classified => {
  const row = rows.find(([pattern]) => pattern.test(text));
  return row ? { code: row[1], strength: row[2], grade: row[3] } : NONE;
};

/** Classifies the text behind `TLS failed`; without text, or with another one, the cause stays open. */
export const classifyTls = (reason: string | null): Classified => {
  if (reason === null) return NONE;
  const words = firstHit(TLS, reason);
  if (words.code !== null) return words;
  const number = /\b\d{9}\b/.exec(reason)?.[0] ?? '';
  return firstHit(TLS, TLS_NUMBERS.get(number) ?? '');
};

type ConnectRow = readonly [...Row, outcome: LogConnection['outcome']];

/**
 * `details` of a Connection Error (section 6; the mapping is ours). Numbers are BSD's: 61 refused, 60 timed out,
 * 65 no route, 51 network unreachable, 64 host down, 54 reset, 32 broken pipe, 49 cannot assign address.
 */
const CONNECT: readonly ConnectRow[] = [
  [/refused/i, 'path-refused', 'decides', 'sourced', 'refused'],
  [/Errno 61\b/i, 'path-refused', 'decides', 'inferred', 'refused'],
  [/timeout|timed out/i, 'path-timeout', 'decides', 'sourced', 'timed-out'],
  [/Errno 60\b/i, 'path-timeout', 'decides', 'inferred', 'timed-out'],
  [
    /Errno (?:65|51)\b|no route|network is unreachable/i,
    'delivery-interface-no-route',
    'suggests',
    'inferred',
    'timed-out',
  ],
  [/Errno 64\b|unreachable|host is down/i, 'path-timeout', 'suggests', 'inferred', 'timed-out'],
  [/Errno 49\b|assign requested address/i, 'interface-changed', 'suggests', 'inferred', 'error'],
  [/TLS required/i, null, 'suggests', 'inferred', 'tls-failed'],
  [/Errno (?:54|32|0)\b|EOF|reset|broken pipe/i, null, 'suggests', 'inferred', 'aborted'],
  [/DNS/i, 'dns-failure', 'suggests', 'inferred', 'error'],
];

/** Classifies what a Connection Error says; other text is an error whose words are kept. */
export const classifyConnect = (details: string): Classified & { readonly outcome: LogConnection['outcome'] } => {
  const row = CONNECT.find(([pattern]) => pattern.test(details));
  return row ? { code: row[1], strength: row[2], grade: row[3], outcome: row[4] } : { ...NONE, outcome: 'error' };
};

/** `('000', ['[Errno 61] Connection refused'])` of a Delayed line: code 000 is no answer at all, so the network. */
export const networkDetailsOf = (text: string): string | null => /\('000', \[(.*)\]\)/.exec(text)?.[1] ?? null;
