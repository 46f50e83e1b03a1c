import type { Act, FootprintEntry, Observation, Plan, Reason, Step } from '../core/model';
import { next, planOf } from '../core/plan';
import { actOn } from './actors';
import { Sessions } from './actors/open-session';
import { observe } from './observe';
import { type ActAnswer, brokenAnswer, type RunInput, type RunOutcome } from './world';

/** One run: it loops over `next` and decides nothing itself. One lane for each vantage point, one step at a time in a lane. */
class Run {
  private readonly observations: Observation[];
  private issued: number;
  private readonly footprint: FootprintEntry[] = [];
  private readonly sessions = new Sessions();
  private readonly busy = new Map<string, Promise<void>>();
  private readonly stop: AbortSignal;
  /** Evidence is written once, so each run has a folder of its own. */
  private readonly stamp: string;

  constructor(
    private readonly input: RunInput,
    private readonly plan: Plan,
  ) {
    this.observations = [...input.observations];
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
      if (this.stop.aborted) {
        await Promise.all(this.busy.values());
        return this.cancelRest();
      }
      const { ready, skipped, finished } = next(this.plan, this.input.site, this.input.answers, this.observations);
      if (finished) return;
      for (const { step, reason } of skipped) this.record(step, this.notDone(step, 'skipped', reason));
      for (const { step, act } of ready)
        if (!this.busy.has(step.lane)) this.busy.set(step.lane, this.perform(step, act));
      if (skipped.length > 0) continue;
      if (this.busy.size === 0) return this.cancelRest();
      await Promise.race(this.busy.values());
    }
  }

  private async perform(step: Step, act: Act): Promise<void> {
    const startedAt = this.input.now();
    this.tell({ kind: 'about-to', at: startedAt.toISOString(), step: step.id, limitMs: step.limitMs });
    const answers = await this.answer(step, act);
    for (const answer of answers) {
      const id = this.nextId();
      const path = await this.keep(step, answer, id);
      const observation = observe(step, answer, path, { id, startedAt, endedAt: this.input.now() }, this.input);
      this.record(
        step,
        this.wasStopped(step) && observation.outcome === 'could-not-tell'
          ? { ...observation, outcome: 'cancelled', reason: this.stopReason() }
          : observation,
      );
    }
    this.busy.delete(step.lane);
  }

  private async answer(step: Step, act: Act): Promise<readonly ActAnswer[]> {
    const own = this.input.stepSignal?.(step.id);
    const signal = AbortSignal.any([this.stop, AbortSignal.timeout(step.limitMs), ...(own ? [own] : [])]);
    const note = (entry: Omit<FootprintEntry, 'at'>) => this.footprint.push({ at: this.at(), ...entry });
    try {
      return await actOn(step, act, { input: this.input, signal, limitMs: step.limitMs, note }, this.sessions);
    } catch (fault) {
      // Exceptions are our bugs: the case goes on, the row says so.
      return [
        brokenAnswer(
          step.check,
          'our-mistake',
          fault instanceof Error ? `${fault.name}: ${fault.message}` : 'unknown fault',
        ),
      ];
    }
  }

  private async keep(step: Step, answer: ActAnswer, id: string): Promise<string | null> {
    if (answer.evidence === null) return null;
    const path = `evidence/${this.stamp}/${step.vantage.replace(/[^\w.-]/g, '_')}/${answer.check}-${id.slice(1)}.txt`;
    return (await this.input.keepEvidence(path, new TextEncoder().encode(answer.evidence))) ?? path;
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
      this.record(step, this.notDone(step, 'cancelled', this.stopReason()));
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

  private record(_step: Step, observation: Observation): void {
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
export const runCase = (input: RunInput): Promise<RunOutcome> => new Run(input, planOf(input.site, input.answers)).go();
