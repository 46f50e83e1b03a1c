import { describe, expect, it } from 'vitest';
import { TlsFailureCode } from '../../main/core/model';
import { newSmtp, type SmtpEvent, type SmtpState, stepSmtp } from '../../main/core/smtp';
import { bytesEvent, type Case, endOf, LIMIT_MS, MOST_HELD, outcomesOf, total } from '../support/fuzz/hold';
import { delivered, mutated } from '../support/fuzz/mutate';
import { recordings } from '../support/fuzz/transcripts';
import { weight } from '../support/fuzz/weight';

/** With those of the other fuzz tests more than 200,000. */
const CASES = 100_000;
const ENDLESS_CASES = 2000;
const ENDLESS_BYTES = 1 << 20;

/** Peers that no program here plays: their words as the field has them, one piece for each turn. */
const composed = [
  ['421 #4.4.5 Too many connections from your host.\r\n'],
  ['554-sma1.example.com\r\n554 Your access to this mail system has been rejected.\r\n'],
  ['SSH-2.0-OpenSSH_9.2p1\r\n'],
  ['220 ****************************2******0*****\r\n', '250-sma1\r\n250 XXXXXXXA\r\n', '500 #5.5.1 no\r\n'],
  ['220 sma1 ESMTP\r\n', '250-sma1\r\n250-HELP\r\n250 STARTTLS\r\n', '214 see\r\n', '220 Go ahead with TLS\r\n'],
  ['220 sma1 ESMTP\r\n', '250-sma1\r\n250 STARTTLS\r\n', '454 TLS not available\r\n'],
].map((texts) => texts.map((text) => new Uint8Array(Buffer.from(text, 'latin1'))));
const dialogues = [...recordings.map(({ smtp }) => smtp), ...composed];

/** One turn's changes are those whose highest bits name it. */
const piecesOf = (which: number, changes: readonly number[]): Uint8Array[] => {
  const dialogue = dialogues[which % dialogues.length] ?? [];
  const of = (index: number) => changes.filter((word) => (word >>> 28) % dialogue.length === index);
  return dialogue.map((bytes, index) => mutated(bytes, of(index)));
};

const SAID = /^(EHLO cpq-doctor\.invalid\r\n)?(HELP\r\n)?(STARTTLS\r\n)?(QUIT\r\n)?$/;
const codes: readonly string[] = TlsFailureCode.options;

/** Feeds until the end; how it ended by name, and everything that was said is one of four words. */
const outcomeOf = (events: Iterable<SmtpEvent>, asksHelp: boolean): string => {
  let state: SmtpState = newSmtp(undefined, asksHelp);
  let said = '';
  for (const event of events) {
    const step = stepSmtp(state, event);
    state = step.state;
    said += Buffer.from(step.send ?? []).toString('latin1');
    if (!SAID.test(said)) throw new Error(`said ${JSON.stringify(said)}`);
    if (weight(state) > MOST_HELD) throw new Error(`holds ${weight(state)}`);
    if (step.done?.kind === 'ready') return 'ready';
    if (step.done && codes.includes(step.done.code)) return step.done.code;
    if (step.done) throw new Error(`no named outcome: ${step.done.code}`);
  }
  throw new Error('no end');
};

const mutatedDialogue: Case = (which, changes, shape) => {
  const events = piecesOf(which, changes)
    .flatMap((bytes) => delivered(bytes, shape))
    .map(bytesEvent);
  return outcomeOf([...events, endOf(shape >>> 3)], (shape & 64) > 0);
};

/** The last piece over and over, and no end of the line: the machine has to end it. */
function* withoutEnd(pieces: readonly Uint8Array[]): Generator<SmtpEvent> {
  yield* pieces.map(bytesEvent);
  const last = pieces.findLast((bytes) => bytes.length > 0) ?? Uint8Array.of(0);
  for (let sent = 0; sent < ENDLESS_BYTES; sent += last.length) yield bytesEvent(last);
}
const endless: Case = (which, changes, shape) => outcomeOf(withoutEnd(piecesOf(which, changes)), (shape & 64) > 0);

describe('mutated SMTP dialogues of real peers', () => {
  it('end by name, and nothing but EHLO, HELP, STARTTLS and QUIT is said', { timeout: LIMIT_MS }, () => {
    const seen = outcomesOf(mutatedDialogue, CASES);
    expect(total(seen)).toBe(CASES);
    expect(Object.keys(seen).sort()).toEqual([
      'closed-before-greeting',
      'greeting-missing',
      'greeting-refused',
      'not-smtp',
      'ready',
      'reset',
      'smtp-inspected',
      'starttls-injected',
      'starttls-missing',
      'starttls-refused',
      'tls-timed-out',
      'too-many-connections',
    ]);
  });

  it('end by themselves when the peer never does', { timeout: LIMIT_MS }, () => {
    expect(total(outcomesOf(endless, ENDLESS_CASES))).toBe(ENDLESS_CASES);
  });
});
