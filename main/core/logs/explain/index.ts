import type { ExplainedLine } from '../../model';
import { isAnonymousSuite } from '../anonymous';
import { classifyConnect, classifyTls } from '../failure';
import { headOf, isOtherLog } from '../head';
import type { LogLine } from '../lines';
import { recogniseLine } from '../recognise-line';
import { isoOf } from '../stamp';
import { CUT_MARK, LINE_LIMIT } from '../text';
import { markOf } from './mark';
import { fieldsOf, type Part, partsOf } from './parts';

/** A line with its meaning as keys: `says` follows once somebody puts words to `parts`. */
export type Explanation = Omit<ExplainedLine, 'says'> & { readonly parts: readonly Part[] };

/** What a damaged or unknown line still tells: whose connection it is about. */
const STRANGE = /^(?:CPQ )?(DCID|ICID|MID):? (\d+)\b/i;

const causeOf = (line: LogLine): ExplainedLine['cause'] => {
  if (line.kind === 'connection-error') return named(classifyConnect(line.details));
  if (line.kind === 'dcid-tls-failed' || line.kind === 'icid-tls-failed') return named(classifyTls(line.reason));
  if (line.kind !== 'dcid-tls-success' && line.kind !== 'icid-tls-success') return null;
  return isAnonymousSuite(line.cipher) ? { code: 'tls-anonymous-cipher', decides: true } : null;
};

const named = ({
  code,
  strength,
}: {
  code: string | null;
  strength: 'decides' | 'suggests';
}): ExplainedLine['cause'] => (code === null ? null : { code, decides: strength === 'decides' });

const unknownParts = (body: string, head: ReturnType<typeof headOf>): Part[] => {
  const strange = STRANGE.exec(body);
  const whose = { kind: (strange?.[1] ?? '').toUpperCase(), id: Number(strange?.[2]) };
  return [
    { key: 'shared.unknown', params: {} },
    ...(strange === null ? [] : [{ key: 'shared.stranger', params: whose }]),
    ...(head === null ? [{ key: 'shared.headless', params: {} }] : []),
  ];
};

/**
 * What one line of a mail log means: kind, mark and source, the values it holds, its sentences as keys below
 * `loglines:`. The head may be missing. Unknown is said to be unknown. Never throws; rules: the log grammar, 1 to 8.
 */
export const explainLine = (whole: string): Explanation => {
  const bare = whole.replace(/\r+$/, '');
  const text = bare.length > LINE_LIMIT ? bare.slice(0, LINE_LIMIT) + CUT_MARK : bare;
  const head = headOf(text);
  const body = text.slice(head?.bodyAt ?? 0);
  const subscription = head?.subscription ?? null;
  const other = isOtherLog(subscription)
    ? [{ key: 'shared.other-log', params: { subscription: subscription ?? '' } }]
    : [];
  const line = other.length > 0 ? null : recogniseLine(body.trimStart());
  const zoned = head?.zone ?? null;
  const seconds = head?.local ?? null;
  const known = line === null ? null : markOf(line);
  return {
    text,
    at: seconds === null ? null : isoOf({ seconds: seconds - (zoned ?? 0), zoned: zoned !== null }),
    level: head?.level ?? null,
    appliance: head?.host ?? null,
    kind: line?.kind ?? null,
    mark: known?.mark ?? null,
    source: known?.source ?? null,
    fields: line === null ? {} : fieldsOf(line),
    cause: line === null ? null : causeOf(line),
    parts: line === null ? [...unknownParts(body, head), ...other] : partsOf(line),
  };
};
