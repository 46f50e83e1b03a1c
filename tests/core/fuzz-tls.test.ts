import { describe, expect, it } from 'vitest';
import { TlsFailureCode } from '../../main/core/model';
import {
  type Hello,
  type InitiatorState,
  newResponder,
  type ResponderState,
  readClientHello,
  startTls,
  stepResponder,
  stepTls,
  suiteOfCode,
  type TlsEvent,
  versions,
} from '../../main/core/tls';
import { versionCode } from '../../main/core/tls/versions';
import { bytesEvent, type Case, endOf, LIMIT_MS, MOST_HELD, outcomesOf, total } from '../support/fuzz/hold';
import { delivered, mutated } from '../support/fuzz/mutate';
import { type Recording, recordings } from '../support/fuzz/transcripts';
import { weight } from '../support/fuzz/weight';
import { testPolicy } from './tls/policy';

/** With those of the other fuzz tests more than 200,000. */
const CASES = 120_000;
const ENDLESS_CASES = 1000;
/** A record for each of the most that are read, and a few more. */
const ENDLESS_EVENTS = 5000;

/** The offer that the recorded peer answered: the body behind the headers of record and message. */
const helloOf = ({ hello }: Recording): Hello => {
  const read = readClientHello(hello.subarray(9));
  const suites = (read?.suites ?? []).map(suiteOfCode).filter((suite) => suite !== null);
  const version = versions.find((one) => versionCode(one) === (read?.supportedVersions[0] ?? read?.version));
  return { version: version ?? 'TLSv1.2', suites, random: read?.random ?? new Uint8Array(32) };
};

const starts = recordings.map((recording) => ({
  tls: recording.tls,
  states: (['flight', 'server-hello'] as const).map((wanted) => startTls(helloOf(recording), wanted).state),
}));

const codes: readonly string[] = TlsFailureCode.options;

/** Feeds until the end; how it ended by name. The machine never sends. */
const outcomeOf = (start: InitiatorState, events: Iterable<TlsEvent>): string => {
  let state = start;
  let steps = 0;
  for (const event of events) {
    const { state: after, send, done } = stepTls(state, event);
    state = after;
    steps += 1;
    if (send) throw new Error('the handshake sends');
    if ((done || steps % 64 === 0) && weight({ ...state, hello: null }) > MOST_HELD) throw new Error('holds too much');
    if (done?.kind === 'failed' && !codes.includes(done.code)) throw new Error(`no named outcome: ${done.code}`);
    if (done) return done.kind === 'failed' ? done.code : done.kind;
  }
  throw new Error('no end');
};

const startOf = (which: number, shape: number) => {
  const { tls, states } = starts[which % starts.length] ?? { tls: new Uint8Array(0), states: [] };
  const state = states[(shape >>> 6) & 1];
  if (!state) throw new Error('no recording');
  return { tls, state };
};

const mutatedFlight: Case = (which, changes, shape) => {
  const { tls, state } = startOf(which, shape);
  const events = delivered(mutated(tls, changes), shape).map(bytesEvent);
  return outcomeOf(state, [...events, endOf(shape >>> 3)]);
};

/** Its first bytes, then one piece of it over and over. */
function* withoutEnd(bytes: Uint8Array, shape: number): Generator<TlsEvent> {
  const from = (shape >>> 7) % Math.max(1, bytes.length);
  const piece = bytes.length > 0 ? bytes.subarray(from, from + 1 + ((shape >>> 18) & 0x3ff)) : Uint8Array.of(22);
  yield bytesEvent(bytes.subarray(0, from));
  for (let sent = 0; sent < ENDLESS_EVENTS; sent += 1) yield bytesEvent(piece);
  for (let sent = 0; sent < ENDLESS_EVENTS; sent += 1) yield bytesEvent(Uint8Array.of(21, 3, 1, 0, 2, 1, 90));
}
const endless: Case = (which, changes, shape) => {
  const { tls, state } = startOf(which, shape);
  return outcomeOf(state, withoutEnd(mutated(tls, changes), shape));
};

const mutatedHello: Case = (which, changes, shape) => {
  const hello = recordings[which % recordings.length]?.hello ?? new Uint8Array(0);
  let state: ResponderState = newResponder();
  for (const bytes of delivered(mutated(hello, changes), shape)) {
    const step = stepResponder(testPolicy({}), state, bytes);
    state = step.state;
    if (weight(state) > MOST_HELD) throw new Error(`holds ${weight(state)}`);
    if (step.done) return step.done.kind;
  }
  return 'waits';
};

describe('mutated flights of real responders', () => {
  it('are what was recorded where nothing is changed', () => {
    const told = recordings.map((recording) => {
      const done = stepTls(startTls(helloOf(recording)).state, bytesEvent(recording.tls)).done;
      return done?.kind === 'agreed' ? `${done.agreement.version} ${done.agreement.suite.name}` : done;
    });
    expect(told).toEqual([
      'TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384',
      'TLSv1.2 ADH-AES256-GCM-SHA384',
      'TLSv1.3 TLS_AES_256_GCM_SHA384',
      { kind: 'alert', code: 40, name: 'handshake_failure (40)' },
      'TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384',
      'TLSv1 DHE-RSA-AES256-SHA',
      { kind: 'alert', code: 70, name: 'protocol_version (70)' },
      'TLSv1.2 ADH-AES256-GCM-SHA384',
      'SSLv3 AES256-SHA',
    ]);
  });

  it('end by name, and the handshake machine sends nothing', { timeout: LIMIT_MS }, () => {
    const seen = outcomesOf(mutatedFlight, CASES);
    expect(total(seen)).toBe(CASES);
    expect(Object.keys(seen).sort()).toEqual([
      'agreed',
      'alert',
      'reset',
      'tls-closed',
      'tls-malformed',
      'tls-timed-out',
    ]);
  });

  it('end by themselves when the responder never does', { timeout: LIMIT_MS }, () => {
    expect(total(outcomesOf(endless, ENDLESS_CASES))).toBe(ENDLESS_CASES);
  });
});

describe('mutated ClientHellos', () => {
  it('are answered, refused or waited for by the responder', { timeout: LIMIT_MS }, () => {
    const seen = outcomesOf(mutatedHello, CASES / 10);
    expect(total(seen)).toBe(CASES / 10);
    expect(Object.keys(seen)).toEqual(expect.arrayContaining(['answered', 'refused', 'waits']));
  });
});
