import { bytesOf, joined } from '../tls/bytes';
import { splitLines } from './lines';

/** How a listener of the practice lab behaves before TLS. */
export type SmtpPolicy = {
  readonly host: string;
  /** Keywords of EHLO besides STARTTLS, for instance `8BITMIME`, `SIZE 33554432`. */
  readonly keywords: readonly string[];
  readonly mood:
    | 'ordinary'
    /** 421 on connect, as a listener that limits connections by host. */
    | 'too-many-connections'
    /** 554 on connect. */
    | 'refuses'
    | 'silent'
    | 'starttls-absent'
    | 'starttls-refused'
    /** As behind a firewall that inspects SMTP: banner and STARTTLS masked (TechNote 118550). */
    | 'inspected';
};

export type SmtpResponderState = { readonly rest: Uint8Array; readonly badCommands: number };

export type SmtpResponderEnd =
  | { readonly kind: 'starttls' }
  | { readonly kind: 'closed'; readonly because: 'quit' | 'refused' | 'bad-commands' | 'line-too-long' };

export type SmtpResponderStep = {
  readonly state: SmtpResponderState;
  readonly send?: Uint8Array;
  readonly done?: SmtpResponderEnd;
};

/** AsyncOS hangs up after this many unknown commands (TechNote 214630). */
const MOST_BAD_COMMANDS = 5;
const VERBS = ['AUTH', 'DATA', 'EHLO', 'HELO', 'HELP', 'MAIL', 'NOOP', 'QUIT', 'RCPT', 'RSET', 'STARTTLS', 'VRFY'];

const reply = (...lines: readonly string[]): Uint8Array => bytesOf(lines.map((line) => `${line}\r\n`).join(''));

/** The greeting on connect; with some moods it is also the end. */
export const startSmtpResponder = (policy: SmtpPolicy): SmtpResponderStep => {
  const state = { rest: new Uint8Array(0), badCommands: 0 };
  const closed = { kind: 'closed', because: 'refused' } as const;
  switch (policy.mood) {
    case 'too-many-connections':
      return { state, send: reply('421 #4.4.5 Too many connections from your host.'), done: closed };
    case 'refuses':
      return { state, send: reply(`554 ${policy.host}`), done: closed };
    case 'silent':
      return { state };
    case 'inspected':
      return { state, send: reply(`220 ${'*'.repeat(policy.host.length + 6)}`) };
    default:
      return { state, send: reply(`220 ${policy.host} ESMTP`) };
  }
};

const keywordsOf = (policy: SmtpPolicy): string[] => {
  if (policy.mood === 'inspected') return [...policy.keywords, 'XXXXXXXA'];
  return policy.mood === 'starttls-absent' ? [...policy.keywords] : [...policy.keywords, 'STARTTLS'];
};

const ehlo = (policy: SmtpPolicy): Uint8Array => {
  const lines = [policy.host, ...keywordsOf(policy)];
  return reply(...lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}`));
};

const unknown = (state: SmtpResponderState): SmtpResponderStep => {
  const next = { ...state, badCommands: state.badCommands + 1 };
  if (next.badCommands < MOST_BAD_COMMANDS) return { state: next, send: reply('500 #5.5.1 command not recognized') };
  const send = reply('421 Exceeded bad SMTP command limit, disconnecting');
  return { state: next, send, done: { kind: 'closed', because: 'bad-commands' } };
};

const starttls = (policy: SmtpPolicy, state: SmtpResponderState): SmtpResponderStep => {
  if (policy.mood === 'starttls-absent' || policy.mood === 'inspected') return unknown(state);
  if (policy.mood === 'starttls-refused') return { state, send: reply('454 TLS not available') };
  // What was pipelined behind STARTTLS is dropped (RFC 3207 section 6).
  const clean = { ...state, rest: new Uint8Array(0) };
  return { state: clean, send: reply('220 Go ahead with TLS'), done: { kind: 'starttls' } };
};

const onCommand = (policy: SmtpPolicy, state: SmtpResponderState, line: string): SmtpResponderStep => {
  const verb = line.trim().split(/\s/, 1)[0]?.toUpperCase() ?? '';
  if (!VERBS.includes(verb)) return unknown(state);
  if (verb === 'EHLO') return { state, send: ehlo(policy) };
  if (verb === 'HELO') return { state, send: reply(`250 ${policy.host}`) };
  if (verb === 'STARTTLS') return starttls(policy, state);
  if (verb === 'NOOP' || verb === 'RSET') return { state, send: reply('250 ok') };
  if (verb === 'QUIT') return { state, send: reply(`221 ${policy.host}`), done: { kind: 'closed', because: 'quit' } };
  return { state, send: reply('530 #5.7.0 Must issue a STARTTLS command first') };
};

/**
 * Feeds the listener's side of SMTP up to STARTTLS. After `starttls` the TLS responder takes over; after `closed` the
 * connection is to be closed. A silent listener never answers. Never throws on any bytes.
 */
export const stepSmtpResponder = (
  policy: SmtpPolicy,
  before: SmtpResponderState,
  bytes: Uint8Array,
): SmtpResponderStep => {
  const { lines, rest, tooLong } = splitLines(before.rest, bytes);
  const sent: Uint8Array[] = [];
  let step: SmtpResponderStep = { state: { ...before, rest } };
  if (policy.mood === 'silent') return { state: { ...before, rest: new Uint8Array(0) } };
  for (const line of lines) {
    step = onCommand(policy, step.state, line);
    if (step.send) sent.push(step.send);
    if (step.done) break;
  }
  if (tooLong && !step.done) return { ...step, done: { kind: 'closed', because: 'line-too-long' } };
  return sent.length > 0 ? { ...step, send: joined(...sent) } : step;
};
