import { createHash } from 'node:crypto';
import type { DiagnosisDocument, FindingEvidence } from '../core/model';
import { placeOf } from '../core/report';
import { excerptRow } from './excerpts';
import { holds, lineOf } from './lines';

export interface Claims {
  readonly checked: number;
  /** `tls-anonymous-cipher: log:…:1042`, for each that does not follow from the bundle. */
  readonly failed: readonly string[];
}

const stands = ({ source, vantage, quote }: FindingEvidence, texts: ReadonlyMap<string, string>): boolean => {
  const place = placeOf(source, vantage);
  const text = place === null ? undefined : texts.get(place.path);
  if (place === null || text === undefined || quote === '') return false;
  if (place.path.endsWith('.excerpt.txt')) return `\n${text}`.includes(`\n${excerptRow(place.line, quote)}\n`);
  if (place.line === null) return text.includes(quote);
  return holds(lineOf(text, place.line) ?? '', quote);
};

const isWhole = ({ quote, sha256 }: FindingEvidence): boolean =>
  createHash('sha256').update(quote, 'utf8').digest('hex') === sha256;

/** Looks up every quote of every finding in the file of the bundle that its source names. */
export const checkClaims = (document: DiagnosisDocument, texts: ReadonlyMap<string, string>): Claims => {
  const claims = document.findings.flatMap((finding) =>
    [...finding.evidence, ...finding.against].map((evidence) => ({ code: finding.code, evidence })),
  );
  return {
    checked: claims.length,
    failed: claims
      .filter(({ evidence }) => !isWhole(evidence) || !stands(evidence, texts))
      .map(({ code, evidence }) => `${code}: ${evidence.source}`),
  };
};
