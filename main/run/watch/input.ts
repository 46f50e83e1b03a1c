import type { Site, WatchEnd, WatchEvent } from '../../core/model';
import type { RunInput } from '../world';

/** What a watch needs from its door; credentials and host keys as for a run. */
export interface WatchInput
  extends Pick<
    RunInput,
    'secretOf' | 'codeOf' | 'credentials' | 'knownHostsPath' | 'acceptNewHostKeys' | 'onFootprint' | 'now' | 'signal'
  > {
  readonly site: Site;
  /** What ends it; null: whatever comes first. */
  readonly until: 'failed' | 'delivered' | null;
  /** From the first login on. */
  readonly limitMs: number;
  /** How long the other side's lines are waited for behind the end. */
  readonly graceMs: number;
  onEvent(event: WatchEvent): void;
}

export interface WatchOutcome {
  readonly end: WatchEnd;
  /** Whether anything failed meanwhile, also where that was not waited for. */
  readonly failed: boolean;
  /** Appliances that were followed. */
  readonly followed: number;
}

/** An event of which most fields say nothing. */
export const eventOf = (
  input: Pick<WatchInput, 'now'>,
  rest: Pick<WatchEvent, 'event'> & Partial<WatchEvent>,
): WatchEvent => ({
  schema: 'cpq-doctor/watch/1',
  at: input.now().toISOString(),
  appliance: null,
  connection: null,
  text: null,
  says: null,
  before: false,
  outcome: null,
  causes: [],
  reason: null,
  story: null,
  ...rest,
});
