import { createHash } from 'node:crypto';
import type { CaseRecord, Diagnosis, Drawing, Finding, FindingEvidence, Observation } from '../core/model';
import { changeTexts, type Redactor, type Tally } from '../core/redaction';
import { placeOf, renamedSource } from '../core/report';
import type { EvidenceText } from './evidence';
import { lineOf, requoted } from './lines';

export interface RedactedCase {
  readonly record: CaseRecord;
  readonly diagnosis: Diagnosis;
  readonly drawing: Drawing;
  readonly evidence: readonly (EvidenceText & { readonly tally: Tally })[];
  /** What was replaced in the documents, each different text counted once. */
  readonly tally: Tally;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

interface Quoted {
  readonly source: string;
  readonly quote: string;
  readonly sha256: string;
}

/** The same redaction for every text of the documents, asked once for each different one. */
const remembered = (redactor: Redactor, tally: Tally) => {
  const known = new Map<string, string>();
  return (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const after = redactor.redact(text, tally);
    known.set(text, after);
    return after;
  };
};

/**
 * A quote must stand in the redacted file as it stands in the finding, so it is taken from there again: a line in the
 * middle of a private key looks harmless by itself.
 */
const requoter = (
  before: readonly EvidenceText[],
  after: ReadonlyMap<string, string>,
  redact: (text: string) => string,
) => {
  const originals = new Map(before.map((one) => [one.path, one.text]));
  const quoteOf = (one: Quoted, vantage: string): string => {
    const place = placeOf(one.source, vantage);
    const original = originals.get(place?.path ?? '');
    const redacted = after.get(place?.path ?? '');
    if (original === undefined || redacted === undefined || place === null || place.line === null)
      return redact(one.quote);
    return requoted(lineOf(original, place.line), lineOf(redacted, place.line), one.quote) ?? redact(one.quote);
  };
  return <Q extends Quoted>(one: Q, vantage: string): Q => {
    const quote = quoteOf(one, vantage);
    return { ...one, source: renamedSource(one.source, redact), quote, sha256: sha256(quote) };
  };
};

type Requote = ReturnType<typeof requoter>;

const observationOf = (one: Observation, redact: (text: string) => string, requote: Requote): Observation => ({
  ...changeTexts({ ...one, quotes: [] }, redact),
  quotes: one.quotes.map((quote) => requote(quote, one.vantage)),
});

const findingOf = (one: Finding, redact: (text: string) => string, requote: Requote): Finding => {
  const proof = (evidence: readonly FindingEvidence[]): FindingEvidence[] =>
    evidence.map((piece) => ({ ...requote(piece, piece.vantage), vantage: redact(piece.vantage) }));
  return {
    ...changeTexts({ ...one, evidence: [], against: [] }, redact),
    evidence: proof(one.evidence),
    against: proof(one.against),
  };
};

/**
 * Way in and credentials are nobody's business outside; what the site is made of stays. The run before is not what the
 * findings rest on, so it stays at home.
 */
const withoutAccess = ({ before: _, ...record }: CaseRecord): CaseRecord => ({
  ...record,
  site: { ...record.site, appliances: record.site.appliances.map((one) => ({ ...one, auth: null, jump: null })) },
});

/** The whole case with everything replaced that must not leave: documents and evidence by the same mapping. */
export const redactedCase = (
  given: { readonly record: CaseRecord; readonly diagnosis: Diagnosis; readonly drawing: Drawing },
  evidence: readonly EvidenceText[],
  redactor: Redactor,
): RedactedCase => {
  const tally: Tally = new Map();
  const redact = remembered(redactor, tally);
  const files = evidence.map((one) => {
    const own: Tally = new Map();
    return { ...one, tally: own, text: redactor.redact(one.text, own) };
  });
  const requote = requoter(evidence, new Map(files.map((one) => [one.path, one.text])), redact);
  const { observations, name, ...rest } = withoutAccess(given.record);
  return {
    record: {
      ...changeTexts(rest, redact),
      name: redact(redactor.siteName === '' ? name : redactor.siteName),
      observations: observations.map((one) => observationOf(one, redact, requote)),
    },
    diagnosis: {
      ...given.diagnosis,
      findings: given.diagnosis.findings.map((one) => findingOf(one, redact, requote)),
    },
    drawing: changeTexts(given.drawing, redact),
    evidence: files.map((one) => ({ ...one, path: redact(one.path) })),
    tally,
  };
};
