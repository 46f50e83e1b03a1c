import type { CaseView } from '../../preload/contract';
import type { CaseRecord, Result, RunEvent } from '../core/model';
import type { Lab } from '../lab';
import type { RunInput, RunOutcome } from '../run';

/** What a session needs of the house; a value, so that its rules can be tested without appliances and disks. */
export interface SessionNeeds {
  save(record: CaseRecord): Promise<Result<unknown>>;
  keepEvidence(record: CaseRecord, path: string, bytes: Uint8Array): Promise<Result<string>>;
  run(input: RunInput): Promise<RunOutcome>;
  practise(scenario: string): Promise<Result<Lab>>;
  describeMaterials(record: CaseRecord): Promise<CaseView['materials']>;
  readonly knownHostsPath: string;
  now(): Date;
  /** Counts up over all cases, so that a case opened again is never taken for an older view of itself. */
  nextSerial(): number;
  /** The view changed: the page may be told, soon and not for each change. */
  changed(id: string): void;
  progress(id: string, event: RunEvent): void;
}
