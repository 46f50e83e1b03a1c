import type { CaseView } from '../../preload/contract';
import { bad, type CaseRecord, type Problem, type Result } from '../core/model';
import { ourMistake } from './mistakes';
import type { SessionNeeds } from './session-needs';

type Needs = Pick<SessionNeeds, 'save' | 'keepEvidence' | 'now'>;

/** The writing of one open case: one save after the other, so that an older record never overwrites a newer one. */
export class CaseDisk {
  private last: Promise<unknown> = Promise.resolve();
  private unsaved: Problem | null = null;
  private unkept: Problem | null = null;

  /** `at`: when the record that was opened was saved; `recovered`: why it is not the last one, or null. */
  constructor(
    private at: string,
    private readonly recovered: Problem | null,
    private readonly needs: Needs,
  ) {}

  /** When what is on the disk was written. */
  get savedAt(): string {
    return this.at;
  }

  /** What the disk refused, or gave back as it should not be. */
  get troubles(): CaseView['troubles'] {
    return { unsaved: this.unsaved, unkept: this.unkept, recovered: this.recovered };
  }

  /** Answers when this record is written, or refused. Never rejects. */
  save(record: CaseRecord): Promise<Result<unknown>> {
    const saving = this.last.then(() => this.attempt(record));
    this.last = saving;
    return saving;
  }

  /**
   * Answers the path of the evidence, or null where the disk refused it: that must not end the run, so its observation
   * stands without raw text, and the first reason is kept.
   */
  async keepEvidence(record: CaseRecord, path: string, bytes: Uint8Array): Promise<string | null> {
    const kept = await this.needs.keepEvidence(record, path, bytes);
    if (kept.ok) return kept.value;
    this.unkept ??= kept.problem;
    return null;
  }

  /** A new run writes evidence of its own. */
  forgetUnkept(): void {
    this.unkept = null;
  }

  /** Answers when nothing is being written any more. */
  async end(): Promise<void> {
    await this.last;
  }

  private async attempt(record: CaseRecord): Promise<Result<unknown>> {
    const saved = await this.needs.save(record).catch((error: unknown) => bad(ourMistake('case.save', error)));
    this.unsaved = saved.ok ? null : saved.problem;
    if (saved.ok) this.at = this.needs.now().toISOString();
    return saved;
  }
}
