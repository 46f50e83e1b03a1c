import type { Drawing } from '../model';
import type { DocumentInput } from './document';

/** A diagnosed case as the report shows it. */
export interface ReportInput extends DocumentInput {
  readonly caseName: string;
  readonly notes: string;
  readonly toolVersion: string;
  /** ISO 8601 in UTC: when the report was made. */
  readonly at: string;
  /** The laptop's own time zone. Every time in the report is UTC. */
  readonly zone: string;
  readonly drawing: Drawing;
  /** Names and addresses that are not real, to be underlined; null where the real ones stand. */
  readonly pseudonyms: readonly string[] | null;
}
