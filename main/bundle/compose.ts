import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { diagnose } from '../core/diagnosis';
import { type CaseRecord, good, type Manifest, type Result } from '../core/model';
import { type Kind, type PseudonymTable, type Redactor, redactorFor, textsIn, total } from '../core/redaction';
import {
  changePlanDocument,
  changePlanMarkdown,
  diagnosisDocument,
  type ReportInput,
  reportHtml,
  reportMarkdown,
} from '../core/report';
import { drawingOf } from '../core/report/drawing/from-case';
import { writeProfile } from '../core/site';
import type { BundleFile } from './archive-writer';
import { CASE, caseText } from './case-file';
import { type EvidenceText, encoded, readAllEvidence } from './evidence';
import { excerptsOf } from './excerpts';
import type { BundleInput, BundleOptions } from './input';
import { bundleName } from './name';
import { type RedactedCase, redactedCase } from './redacted-case';
import { ourVocabulary } from './vocabulary';

export interface ComposedFile extends BundleFile {
  readonly replaced: number;
}

/** A bundle in memory: everything that would be written, and what must not be found in it. */
export interface Composed {
  readonly name: string;
  readonly files: readonly ComposedFile[];
  readonly manifest: Manifest;
  readonly redactor: Redactor;
}

const newTable = (): PseudonymTable => ({
  schema: 'cpq-doctor/pseudonyms/1',
  key: randomBytes(32).toString('hex'),
  entries: [],
});

const learnt = (
  input: BundleInput,
  evidence: readonly EvidenceText[],
  given: { record: CaseRecord; diagnosis: unknown },
  { pseudonymise }: BundleOptions,
): Redactor => {
  const { site, name } = input.record;
  return redactorFor({
    site,
    siteName: name,
    texts: [...evidence.map((one) => one.text), ...new Set([...textsIn(given.record), ...textsIn(given.diagnosis)])],
    secrets: input.secrets,
    vocabulary: ourVocabulary(),
    pseudonyms: pseudonymise ? (input.pseudonyms ?? newTable()) : null,
  });
};

const durationOf = ({ run }: CaseRecord): number =>
  run === null || run.endedAt === null ? 0 : Math.max(0, Date.parse(run.endedAt) - Date.parse(run.startedAt));

const reportOf = (input: BundleInput, redacted: RedactedCase, redactor: Redactor): ReportInput => {
  const { record, diagnosis, drawing } = redacted;
  return {
    site: record.site,
    answers: record.answers,
    diagnosis,
    observations: record.observations,
    footprint: record.footprint,
    durationMs: durationOf(input.record),
    caseName: record.name,
    notes: record.notes,
    toolVersion: input.toolVersion,
    at: input.record.changedAt,
    zone: input.zone,
    drawing,
    pseudonyms: redactor.table === null ? null : redactor.given,
  };
};

const text = (path: string, content: string, replaced = 0): ComposedFile => ({
  path,
  bytes: encoded(content, false),
  replaced,
});

/** The method of procedure, where there is something to change. */
const planOf = ({ words }: BundleInput, { record }: RedactedCase): ComposedFile[] => {
  const plan = changePlanDocument(record, [], words);
  return plan.parts.length === 0 ? [] : [text('change-plan.md', changePlanMarkdown(plan, words))];
};

const filesOf = (input: BundleInput, redacted: RedactedCase, redactor: Redactor): ComposedFile[] => {
  const report = reportOf(input, redacted, redactor);
  const excerpts = [...excerptsOf(redacted.record.observations)];
  return [
    text('report.html', reportHtml(report, input.words)),
    text('report.md', reportMarkdown(report, input.words)),
    ...planOf(input, redacted),
    text(
      'diagnosis.json',
      `${JSON.stringify(diagnosisDocument(report, input.words), null, 2)}\n`,
      total(redacted.tally),
    ),
    text('site.yaml', writeProfile(redacted.record.site)),
    text(CASE, caseText(redacted.record)),
    ...[
      ...redacted.evidence.map((one) => ({
        path: one.path,
        bytes: encoded(one.text, one.latin1),
        replaced: total(one.tally),
      })),
      ...excerpts.map(([path, content]) => text(path, content)),
    ].sort((left, right) => (left.path < right.path ? -1 : 1)),
  ];
};

const redactionsOf = (redacted: RedactedCase): Manifest['redactions'] => {
  const sum = new Map<Kind, number>();
  for (const tally of [redacted.tally, ...redacted.evidence.map((one) => one.tally)])
    for (const [kind, count] of tally) sum.set(kind, (sum.get(kind) ?? 0) + count);
  return [...sum].map(([kind, count]) => ({ kind, count })).sort((left, right) => (left.kind < right.kind ? -1 : 1));
};

const manifestOf = (
  input: BundleInput,
  files: readonly BundleFile[],
  redacted: RedactedCase,
  options: BundleOptions,
): Manifest => ({
  schema: 'cpq-doctor/manifest/1',
  tool: { name: 'cpq-doctor', version: input.toolVersion },
  created: input.record.changedAt,
  zone: input.zone,
  pseudonymised: options.pseudonymise,
  files: files.map(({ path, bytes }) => ({
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })),
  redactions: redactionsOf(redacted),
});

/** Canonical JSON (RFC 8785), so that one manifest has one form. */
export const manifestText = (manifest: Manifest): string => canonicalize(manifest) ?? '';

/** Learns what must go, replaces it, and makes every file of the bundle. Writes nothing. */
export const compose = async (input: BundleInput, options: BundleOptions): Promise<Result<Composed>> => {
  const evidence = await readAllEvidence(input.record, (path) => input.readEvidence(path));
  if (!evidence.ok) return evidence;
  const { record } = input;
  const { site, answers, observations } = record;
  const diagnosis = diagnose(site, answers, observations);
  const drawing = drawingOf({ site, answers, diagnosis, observations, asking: [] });
  const redactor = learnt(input, evidence.value, { record, diagnosis }, options);
  const redacted = redactedCase({ record, diagnosis, drawing }, evidence.value, redactor);
  const files = filesOf(input, redacted, redactor);
  const manifest = manifestOf(input, files, redacted, options);
  return good({
    name: bundleName({
      serviceRequest: redacted.record.site.case,
      site: redacted.record.name,
      at: new Date(input.record.changedAt),
      pseudonymised: options.pseudonymise,
    }),
    files: [...files, text('manifest.json', manifestText(manifest))],
    manifest,
    redactor,
  });
};
