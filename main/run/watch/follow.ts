import { commandNamed, tailMailLogs } from '../../core/asyncos';
import { endpointOf } from '../../core/checks';
import { type LiveEvent, LiveLog, momentOf } from '../../core/logs';
import type { Appliance, SessionReport } from '../../core/model';
import type { Session } from '../../ssh';
import { actOpenSession, type Sessions } from '../actors/open-session';
import type { ActContext } from '../world';
import type { WatchInput } from './input';
import { lineCutter } from './lines';

const LOGIN_MS = 60_000;
/** More than this in one watch is no log that an eye follows. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** How following one appliance ended: `stopped` by the watch itself, else why. */
export type Followed =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'unreached' | 'dropped'; readonly reason: string; readonly text: string | null };

export interface FollowOptions {
  readonly appliance: Appliance;
  readonly input: WatchInput;
  readonly sessions: Sessions;
  readonly signal: AbortSignal;
  onStart(): void;
  onLive(event: LiveEvent): void;
}

const contextOf = ({ input, signal }: FollowOptions): ActContext => ({
  input: {
    ...input,
    answers: {
      direction: 'unknown',
      cluster: 'unknown',
      tls: 'unknown',
      logs: 'appliances',
      symptoms: [],
      only: [],
      leftOut: [],
    },
    observations: [],
    keepEvidence: () => Promise.resolve(null),
    onEvent: () => undefined,
  },
  signal,
  limitMs: LOGIN_MS,
  seen: () => [],
  ledger: () => [],
  note: (entry) => input.onFootprint?.({ at: input.now().toISOString(), ...entry }),
});

const failureOf = (report: SessionReport | null) => report?.jump?.failure ?? report?.failure ?? null;

/** Logs in; the reason where that failed. */
const logIn = async (options: FollowOptions, context: ActContext): Promise<Session | Followed> => {
  const { appliance, sessions } = options;
  const { answered } = await actOpenSession({ kind: 'open-session', appliance: appliance.name }, context, sessions);
  const session = sessions.of(appliance.name);
  if (session !== null) return session;
  const failure = answered.kind === 'session' ? failureOf(answered.report) : null;
  const reason = failure?.code ?? (answered.kind === 'broken' ? answered.reason : 'no-prompt');
  return { kind: 'unreached', reason, text: failure?.detail ?? (answered.kind === 'broken' ? answered.detail : null) };
};

/** The appliance's own clock as its log stamps show it: what is older was written before. */
const localNow = async (session: Session, context: ActContext): Promise<number | null> => {
  const date = commandNamed('date');
  if (date === null) return null;
  const told = await session.run(date, {}, { timeoutMs: date.deadlineMs, signal: context.signal });
  const { data } = date.read(told.text);
  const at: unknown = typeof data === 'object' && data !== null && 'at' in data ? data.at : null;
  return typeof at === 'string' ? (momentOf(at.slice(0, 19))?.seconds ?? null) : null;
};

const leaves = (context: ActContext, to: string, command: string): void =>
  context.note({ to, what: `command:${command}`, leaves: 'one-audit-line' });

/** What the appliance said where it did not follow: the last words behind the echo. */
const lastWords = (text: string): string | null => text.trim().split('\n').slice(1).at(-1)?.trim() || null;

/** Follows mail_logs of one appliance until the signal, the limit or the end of its session. Never rejects. */
export const follow = async (options: FollowOptions): Promise<Followed> => {
  const { appliance, input, signal } = options;
  const context = contextOf(options);
  const session = await logIn(options, context);
  if ('kind' in session) return signal.aborted ? { kind: 'stopped' } : session;
  const since = await localNow(session, context);
  leaves(context, appliance.name, 'date');
  if (signal.aborted) return { kind: 'stopped' };
  const ports = input.site.appliances.map((one) => endpointOf(one, []).port);
  const log = new LiveLog({ role: appliance.role, ports: [...new Set(ports)], since });
  const tooMuch = new AbortController();
  let bytes = 0;
  const cut = lineCutter((line) => {
    for (const event of log.line(line)) options.onLive(event);
  });
  options.onStart();
  const told = await session.run(
    tailMailLogs,
    {},
    {
      timeoutMs: input.limitMs,
      signal: AbortSignal.any([signal, tooMuch.signal]),
      onText: (text) => {
        bytes += text.length;
        if (bytes > MOST_BYTES) tooMuch.abort();
        else cut(text);
      },
    },
  );
  leaves(context, appliance.name, 'tail mail_logs');
  if (signal.aborted || told.problem?.code === 'timed-out') return { kind: 'stopped' };
  if (tooMuch.signal.aborted) return { kind: 'dropped', reason: 'too-much-output', text: null };
  return { kind: 'dropped', reason: told.problem?.code ?? 'tail-ended', text: lastWords(told.text) };
};
