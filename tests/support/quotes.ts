import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiagnosisDocument } from '../../main/core/model';
import { captureAsLines } from './capture/read';

const linesIn = (folder: string, path: string): string[] =>
  readFileSync(join(folder, path), 'latin1')
    .split('\n')
    .map((line) => line.replace(/\r+$/, ''));

/** Evidence of the case stands below its folder, files given by a profile below the profile's. */
const standsThere = (source: string, quote: string, caseFolder: string, profileFolder: string): boolean => {
  const [, path = '', line = ''] = /^[a-z]+:(.*):(\d+)$/.exec(source) ?? [];
  const folder = path.startsWith('evidence/') ? caseFolder : profileFolder;
  const lines = source.startsWith('capture:') ? captureAsLines(join(folder, path)) : linesIn(folder, path);
  return lines[Number(line) - 1] === Buffer.from(quote, 'utf8').toString('latin1') || lines[Number(line) - 1] === quote;
};

/** Every quote of a document that is not to be found in the source it names, or whose hash is not its own. */
export const unfoundQuotes = (document: DiagnosisDocument, caseFolder: string, profileFolder: string): string[] =>
  document.findings
    .flatMap((finding) => [...finding.evidence, ...finding.against])
    .filter(
      ({ source, quote, sha256 }) =>
        !standsThere(source, quote, caseFolder, profileFolder) ||
        createHash('sha256').update(quote).digest('hex') !== sha256,
    )
    .map(({ source, quote }) => `${source} ${quote}`);
