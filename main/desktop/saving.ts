import { bad, type CaseRecord, type Problem, type Result } from '../core/model';
import { ourMistake } from './mistakes';
import type { SessionNeeds } from './session-needs';

type Needs = Pick<SessionNeeds, 'save' | 'now'>;

/** The writing of one open case: one save after the other, so that an older record never overwrites a newer one. */
export class Saving {
  private last: Promise<unknown> = Promise.resolve();
  private failure: Problem | null = null;

  /** `at`: when the record that was opened was saved. */
  constructor(
    private at: string,
    private readonly needs: Needs,
  ) {}

  /** When what is on the disk was written. */
  get savedAt(): string {
    return this.at;
  }

  /** Why the newest record is not on the disk, or null. */
  get problem(): Problem | null {
    return this.failure;
  }

  /** Answers when this record is written, or refused. Never rejects. */
  save(record: CaseRecord): Promise<Result<unknown>> {
    const saving = this.last.then(() => this.attempt(record));
    this.last = saving;
    return saving;
  }

  /** Answers when nothing is being written any more. */
  async end(): Promise<void> {
    await this.last;
  }

  private async attempt(record: CaseRecord): Promise<Result<unknown>> {
    const saved = await this.needs.save(record).catch((error: unknown) => bad(ourMistake('case.save', error)));
    this.failure = saved.ok ? null : saved.problem;
    if (saved.ok) this.at = this.needs.now().toISOString();
    return saved;
  }
}
