import type { CaseRecord, Manifest, Result } from '../core/model';
import type { PseudonymTable } from '../core/redaction';
import type { Words } from '../core/texts';

/** A case as the bundle needs it. Findings, drawing, report and profile follow from the record, so they are made here. */
export interface BundleInput {
  readonly record: CaseRecord;
  /** Language of the report. */
  readonly words: Words;
  readonly toolVersion: string;
  /** Time zone of this laptop, for instance `Europe/Paris`; times in the bundle are UTC. */
  readonly zone: string;
  /** Every secret typed or read in this case. They are removed wherever they stand, in any encoding. */
  readonly secrets: readonly string[];
  /** `readEvidence` of the case folder. */
  readEvidence(path: string): Promise<Result<Uint8Array>>;
  /** What an earlier pseudonymised bundle of this case answered; null for the first one. */
  readonly pseudonyms: PseudonymTable | null;
}

export interface BundleOptions {
  readonly pseudonymise: boolean;
}

export interface BundlePreview {
  /** The proposed file name. */
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly replaced: number }[];
  readonly redactions: readonly { readonly kind: string; readonly count: number }[];
}

export interface WrittenBundle {
  readonly path: string;
  readonly bytes: number;
  readonly files: number;
  readonly manifest: Manifest;
  readonly claims: number;
  /** To be kept in the case folder as `pseudonyms.json`, never in the bundle; null without pseudonyms. */
  readonly pseudonyms: PseudonymTable | null;
}

export interface VerifiedBundle {
  /** Files in the archive, the manifest among them. */
  readonly files: number;
  readonly manifest: Manifest;
  /** The case as the bundle holds it: redacted, without the ways in. */
  readonly record: CaseRecord;
  /** `checked` claims were compared with their evidence; `failed` names those that do not follow from it. */
  readonly claims: { readonly checked: number; readonly failed: readonly string[] };
}

export interface ListedBundle {
  readonly manifest: Manifest;
  readonly entries: readonly { readonly path: string; readonly bytes: number; readonly packed: number }[];
}
