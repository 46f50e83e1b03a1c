import { endpointOf, reachableLive } from '../../core/checks';
import type { LiveEvent } from '../../core/logs';
import type { Appliance, LogConnection, WatchEnd, WatchEvent } from '../../core/model';
import { Sessions } from '../actors/open-session';
import { type Followed, follow } from './follow';
import { eventOf, type WatchInput, type WatchOutcome } from './input';
import { type Heard, hear, storyOf } from './story';

export type { WatchInput, WatchOutcome } from './input';

interface Happened {
  readonly what: 'failed' | 'delivered';
  readonly appliance: string;
  readonly connection: LogConnection;
}

/** One watch: every reachable appliance is followed at the same time, one session each. */
class Watch {
  private readonly sessions = new Sessions();
  private readonly stop = new AbortController();
  private readonly heard: Heard[] = [];
  private happened: Happened | null = null;
  private failed = false;
  private started = 0;
  private grace: NodeJS.Timeout | undefined;

  constructor(private readonly input: WatchInput) {}

  async go(): Promise<WatchOutcome> {
    const { site, signal, limitMs } = this.input;
    const deadline = AbortSignal.timeout(limitMs);
    const ended = AbortSignal.any([signal, deadline, this.stop.signal]);
    try {
      await Promise.all(site.appliances.map((one) => this.one(one, ended)));
    } finally {
      clearTimeout(this.grace);
      await this.sessions.close();
    }
    const end = this.endOf(deadline);
    this.tell({ event: 'ended', reason: end, ...this.last() });
    return { end, failed: this.failed, followed: this.started };
  }

  private endOf(deadline: AbortSignal): WatchEnd {
    if (this.happened !== null) return this.happened.what;
    if (this.input.signal.aborted) return 'cancelled';
    return deadline.aborted ? 'out-of-time' : 'nobody-left';
  }

  private last(): Partial<WatchEvent> {
    if (this.happened === null) return {};
    const { appliance, connection } = this.happened;
    const ports = this.input.site.appliances.map((one) => endpointOf(one, []).port);
    const story = storyOf(this.heard, [...new Set(ports)], { appliance, connection });
    return { appliance, connection: { kind: connection.kind, id: connection.id }, story, causes: story.causes };
  }

  private async one(appliance: Appliance, signal: AbortSignal): Promise<void> {
    const name = appliance.name;
    if (!reachableLive(appliance)) return this.tell({ event: 'unreached', appliance: name, reason: 'no-credential' });
    const heard = { appliance: name, role: appliance.role, lines: new Set<string>() };
    this.heard.push(heard);
    const ended: Followed = await follow({
      appliance,
      input: this.input,
      sessions: this.sessions,
      signal,
      onStart: () => {
        this.started += 1;
        this.tell({ event: 'following', appliance: name });
      },
      onLive: (event) => this.live(heard, event),
    });
    if (ended.kind !== 'stopped')
      this.tell({ event: ended.kind, appliance: name, reason: ended.reason, text: ended.text });
  }

  private live(heard: Heard, event: LiveEvent): void {
    const { appliance } = heard;
    if (event.kind === 'line') {
      hear(heard, event.line.text);
      this.tell({ event: 'line', appliance, connection: event.connection, text: event.line.text });
      return;
    }
    const { kind: what, connection, causes, before } = event;
    const { kind, id, outcome } = connection;
    this.tell({ event: what, appliance, connection: { kind, id }, outcome, causes: [...causes], before });
    if (before) return;
    this.failed ||= what === 'failed';
    if (this.happened === null && (this.input.until ?? what) === what) this.settle({ what, appliance, connection });
  }

  /** The other side's lines, and the connection's last ones, are waited for a little. */
  private settle(happened: Happened): void {
    this.happened = happened;
    this.grace = setTimeout(() => this.stop.abort(), this.input.graceMs);
  }

  private tell(rest: Pick<WatchEvent, 'event'> & Partial<WatchEvent>): void {
    this.input.onEvent(eventOf(this.input, rest));
  }
}

/**
 * Follows mail_logs of every reachable appliance by its own `tail` until a quarantine connection fails or delivers, the
 * limit is over or the signal says so. Each command is left by Control-C and each session closed, whatever happened.
 * Never rejects: an appliance that cannot be followed is an event, and the others go on.
 */
export const watchSite = (input: WatchInput): Promise<WatchOutcome> => new Watch(input).go();
