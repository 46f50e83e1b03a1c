import type { Act, FootprintEntry, Observation, Plan, Reason, Step } from '../core/model';
import { next, planOf } from '../core/plan';
import { actOn } from './actors';
import { Sessions } from './actors/open-session';
import { observe } from './observe';
import { keptFrom } from './resume';
import { type ActAnswer, brokenAnswer, type RunInput, type RunOutcome } from './world';

/** How long a stopped run waits for what does not heed the signal. */
const PATIENCE_MS = 1000;

const mistake = (step: Step, fault: unknown): ActAnswer =>
  brokenAnswer(step.check, 'our-mistake', fault instanceof Error ? `${fault.name}: ${fault.message}` : 'unknown fault');

/** One run: it loops over `next` and decides nothing itself. One lane for each vantage point, one step at a time in a lane. */
class Run {
  private readonly observations: Observation[];
  private issued: number;
  private readonly footprint: FootprintEntry[] = [];
  private readonly sessions = new Sessions();
  private readonly busy = new Map<string, Promise<void>>();
  private readonly stop: AbortSignal;
  private over = false;
  /** Evidence is written once, so each run has a folder of its own. */
  private readonly stamp: string;

  constructor(
    private readonly input: RunInput,
    private readonly plan: Plan,
  ) {
    this.observations = keptFrom(input.observations, plan);
    this.issued = Math.max(0, ...input.observations.map((one) => Number(one.id.slice(1)) || 0));
    this.stamp = input
      .now()
      .toISOString()
      .replace(/[-:]|\.\d+/g, '');
    this.stop = AbortSignal.any([input.signal, AbortSignal.timeout(input.limitMs)]);
  }

  async go(): Promise<RunOutcome> {
    this.tell({ kind: 'started', at: this.at(), steps: this.plan.steps.length, limitMs: this.input.limitMs });
    try {
      await this.loop();
    } finally {
      await this.sessions.close();
    }
    const cancelled = this.input.signal.aborted;
    this.tell({ kind: 'ended', at: this.at(), cancelled });
    return { observations: this.observations, footprint: this.footprint, cancelled };
  }

  private async loop(): Promise<void> {
    for (;;) {
      if (this.stop.aborted) return this.stopAll();
      const { ready, skipped, finished } = next(this.plan, this.input.site, this.input.answers, this.observations);
      if (finished) return;
      for (const { step, reason } of skipped) this.record(this.notDone(step, 'skipped', reason));
      for (const { step, act } of ready)
        if (!this.busy.has(step.lane)) this.busy.set(step.lane, this.perform(step, act));
      if (skipped.length > 0) continue;
      if (this.busy.size === 0) return this.cancelRest();
      await Promise.race(this.busy.values());
    }
  }

  /** Everything under way hears the signal; what does not heed it is not waited for. */
  private async stopAll(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([Promise.all(this.busy.values()), patience]);
    clearTimeout(timer);
    this.cancelRest();
    this.over = true;
  }

  private async perform(step: Step, act: Act): Promise<void> {
    const startedAt = this.input.now();
    this.tell({ kind: 'about-to', at: startedAt.toISOString(), step: step.id, limitMs: step.limitMs });
    const limit = AbortSignal.timeout(step.limitMs);
    const answers = await this.answer(step, act, limit);
    // The step's own row comes last: it is what other steps wait for.
    const own = answers.filter((one) => one.check === step.check);
    for (const answer of [...answers.filter((one) => one.check !== step.check), ...own]) {
      const observation = await this.observationOf(step, answer, startedAt);
      this.record(this.withReason(step, observation, limit));
    }
    this.busy.delete(step.lane);
  }

  private async answer(step: Step, act: Act, limit: AbortSignal): Promise<readonly ActAnswer[]> {
    const own = this.input.stepSignal?.(step.id);
    const signal = AbortSignal.any([this.stop, limit, ...(own ? [own] : [])]);
    const note = (entry: Omit<FootprintEntry, 'at'>) => this.leave({ at: this.at(), ...entry });
    const ledger = () => [...(this.input.footprint ?? []), ...this.footprint];
    const context = { input: this.input, signal, limitMs: step.limitMs, seen: () => this.observations, ledger, note };
    return actOn(step, act, context, this.sessions).catch((fault: unknown) => [mistake(step, fault)]);
  }

  private leave(entry: FootprintEntry): void {
    this.footprint.push(entry);
    this.input.onFootprint?.(entry);
  }

  /** Exceptions are our bugs: the case goes on, and the row says so. Evidence stands before what quotes it. */
  private async observationOf(step: Step, answer: ActAnswer, startedAt: Date): Promise<Observation> {
    const id = this.nextId();
    const moment = { id, startedAt, endedAt: this.input.now() };
    const ground = { ...this.input, observations: this.observations };
    try {
      return observe(step, answer, await this.keep(step, answer, id), moment, ground);
    } catch (fault) {
      return observe(step, { ...mistake(step, fault), evidence: null }, null, moment, ground);
    }
  }

  /** Whether it was stopped, or its own time was over: what was asked cannot tell the two signals apart. */
  private withReason(step: Step, observation: Observation, limit: AbortSignal): Observation {
    if (observation.outcome !== 'could-not-tell') return observation;
    if (this.wasStopped(step)) return { ...observation, outcome: 'cancelled', reason: this.stopReason() };
    return limit.aborted && observation.reason === 'cancelled' ? { ...observation, reason: 'timed-out' } : observation;
  }

  private async keep(step: Step, answer: ActAnswer, id: string): Promise<string | null> {
    if (answer.evidence === null) return null;
    const path = `evidence/${this.stamp}/${step.vantage.replace(/[^\w.-]/g, '_')}/${answer.check}-${id.slice(1)}.txt`;
    const kept = await this.input.keepEvidence(path, new TextEncoder().encode(answer.evidence));
    return kept === undefined ? path : kept;
  }

  private wasStopped(step: Step): boolean {
    return this.stop.aborted || (this.input.stepSignal?.(step.id)?.aborted ?? false);
  }

  private stopReason(): Reason {
    return this.input.signal.aborted ? 'cancelled' : this.stop.aborted ? 'out-of-time' : 'cancelled';
  }

  private cancelRest(): void {
    const done = new Set(this.observations.map((one) => one.step));
    for (const step of this.plan.steps.filter((one) => !done.has(one.id)))
      this.record(this.notDone(step, 'cancelled', this.stopReason()));
  }

  private notDone(step: Step, outcome: 'skipped' | 'cancelled', reason: Reason): Observation {
    return {
      id: this.nextId(),
      step: step.id,
      check: step.check,
      vantage: step.vantage,
      subject: step.subject,
      peer: step.peer,
      flow: step.flow,
      how: step.how,
      outcome,
      reason,
      startedAt: this.at(),
      durationMs: 0,
      data: null,
      quotes: [],
      evidence: null,
    };
  }

  private record(observation: Observation): void {
    if (this.over) return;
    this.observations.push(observation);
    this.tell({ kind: 'observed', at: this.at(), observation });
  }

  private nextId(): string {
    // Lanes answer at the same time, so a number is taken before its observation stands in the list.
    this.issued += 1;
    return `o${this.issued}`;
  }

  private at(): string {
    return this.input.now().toISOString();
  }

  private tell(event: Parameters<RunInput['onEvent']>[0]): void {
    this.input.onEvent(event);
  }
}

/**
 * Asks everything that the plan of this site and these answers calls for. Never rejects: what could not be asked is an
 * observation that says so. Sessions are closed at the end, whatever happened.
 */
export const runCase = (input: RunInput): Promise<RunOutcome> => {
  input.credentials?.newRun();
  return new Run(input, planOf(input.site, input.answers)).go();
};
