import { type CaseRecord, good, type Result } from '../core/model';
import { placeOf } from '../core/report';
import { refused } from './problems';

/** Raw evidence of the case as text. `latin1`: its bytes are no UTF-8 and are written back as they came. */
export interface EvidenceText {
  readonly path: string;
  readonly text: string;
  readonly latin1: boolean;
}

const decoded = (path: string, bytes: Uint8Array): EvidenceText => {
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), latin1: false };
  } catch {
    return { path, text: Buffer.from(bytes).toString('latin1'), latin1: true };
  }
};

export const encoded = (text: string, latin1: boolean): Uint8Array => Buffer.from(text, latin1 ? 'latin1' : 'utf8');

/** The evidence that observations rest on or quote; each path once, in order. */
const pathsOf = ({ observations }: CaseRecord): string[] => {
  const quoted = observations.flatMap((one) => one.quotes.map((quote) => placeOf(quote.source, one.vantage)?.path));
  const all = [...observations.map((one) => one.evidence), ...quoted];
  // Excerpts of logs and configurations are made from the quotes, not read.
  return [...new Set(all.filter((path): path is string => path?.startsWith('evidence/') ?? false))]
    .filter((path) => !path.endsWith('.excerpt.txt'))
    .sort();
};

/** Reads all evidence of a case. A piece that is gone stops the bundle: a claim without its proof is none. */
export const readAllEvidence = async (
  record: CaseRecord,
  read: (path: string) => Promise<Result<Uint8Array>>,
): Promise<Result<readonly EvidenceText[]>> => {
  const texts: EvidenceText[] = [];
  for (const path of pathsOf(record)) {
    const bytes = await read(path);
    if (!bytes.ok) return refused('evidence-missing', path);
    texts.push(decoded(path, bytes.value));
  }
  return good(texts);
};
