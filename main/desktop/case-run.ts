import type { CaseView } from '../../preload/contract';
import type { CaseRecord, RunEvent } from '../core/model';
import type { RunInput, RunOutcome } from '../run';
import type { AskedNow } from './case-view';
import type { Logins } from './logins';
import type { SessionNeeds } from './session-needs';

interface Ground extends Pick<RunInput, 'onEvent' | 'onFootprint' | 'keepEvidence'> {
  readonly record: CaseRecord;
  readonly view: CaseView;
  readonly needs: SessionNeeds;
  readonly logins: Logins;
}

/** A whole plan is given this much beyond its own limit before it counts as out of time. */
const GRACE_MS = 60_000;

/** One run of one case: what is being asked, and the ways to stop it. */
export class CaseRun {
  private ending = false;
  private stopped = false;
  done: Promise<void> = Promise.resolve();
  private readonly whole = new AbortController();
  private readonly steps = new Map<string, AbortController>();
  private readonly asked = new Map<string, AskedNow>();

  asking(): AskedNow[] {
    return [...this.asked.values()];
  }

  /** Keeps the promise of the run, so that closing can wait for it; a fault of ours must not end the app. */
  follow(running: Promise<void>): void {
    this.done = running;
  }

  cancel(step: string | null): void {
    this.stopped ||= step === null;
    (step === null ? this.whole : this.stopOf(step)).abort();
  }

  /** The app ends: the run is not cancelled by anybody, and will be taken up again. */
  interrupt(): void {
    this.ending = true;
    this.whole.abort();
  }

  /** Whether this outcome is that of a run which the end of the app cut off. */
  wasInterrupted({ cancelled }: RunOutcome): boolean {
    return cancelled && this.ending && !this.stopped;
  }

  hear(event: RunEvent): void {
    if (event.kind === 'about-to') {
      this.asked.set(event.step, { step: event.step, at: event.at, limitMs: event.limitMs });
    }
    if (event.kind === 'observed') this.asked.delete(event.observation.step);
    if (event.kind === 'ended') this.asked.clear();
  }

  inputFor({ record, view, needs, logins, ...told }: Ground): RunInput {
    return {
      site: record.site,
      answers: record.answers,
      observations: record.observations,
      footprint: record.footprint,
      secretOf: (appliance) => logins.secretOf(appliance),
      codeOf: async (appliance, question) => logins.answersTo(appliance, question),
      credentials: logins.credentials,
      ...told,
      knownHostsPath: needs.knownHostsPath,
      // The app shows an unknown key and asks; nothing is accepted on the way.
      acceptNewHostKeys: false,
      now: () => needs.now(),
      signal: this.whole.signal,
      limitMs: view.plan.limitMs + GRACE_MS,
      stepSignal: (step) => this.stopOf(step).signal,
    };
  }

  private stopOf(step: string): AbortController {
    const found = this.steps.get(step) ?? new AbortController();
    this.steps.set(step, found);
    return found;
  }
}
