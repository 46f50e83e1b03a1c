import type { Generation } from '../model/cipher-report';
import type { Role } from '../model/words';

export interface AssumedGeneration {
  readonly generation: Generation;
  /** `sourced`: read in a source for this product and release; everything else is `inferred`. */
  readonly grade: 'sourced' | 'inferred';
}

interface Row {
  /** First release of the row, as [major, minor]. */
  readonly from: readonly [number, number];
  readonly generation: Generation;
  readonly sourcedFor: Role | null;
}

/**
 * "AsyncOS release → OpenSSL generation", newest first (domain page, section 6). Between 9.5 and 11.1 the sources leave
 * 1.0.1 and 1.0.2 open; both list anonymous suites behind the authenticated ones, so 1.0.2 stands for both.
 */
const ROWS: readonly Row[] = [
  { from: [16, 0], generation: '1.1.1', sourcedFor: null }, // web appliance 16.0.0-399 only
  { from: [15, 5], generation: '1.1.1', sourcedFor: null }, // TLS 1.3: TechNotes 221918, 221925; generation follows
  { from: [14, 0], generation: '1.0.2', sourcedFor: null }, // 14.0 by an error name; 14.2 to 15.0 unsourced
  { from: [13, 6], generation: '1.0.2', sourcedFor: null },
  { from: [13, 5], generation: '1.0.2', sourcedFor: 'sma' }, // CiscoSSL 1.0.2…fips in Cisco's own test suite
  { from: [12, 1], generation: '1.0.2', sourcedFor: null },
  { from: [12, 0], generation: '1.0.2', sourcedFor: 'sma' }, // OpenSSL 1.0.2k, open-source notice of SMA 12.0
  { from: [9, 5], generation: '1.0.2', sourcedFor: null }, // TechNote 200169 for "9.6 and above"; 9.5 by TLS 1.2
  { from: [9, 2], generation: '0.9.8', sourcedFor: null },
  { from: [0, 0], generation: '0.9.8', sourcedFor: 'esa' }, // bettercrypto (7.6.1, 8.5.6, 9.0.0), measured with Camellia
];

/** For an unknown release: the generation that puts anonymous suites first, so that no fault is hidden. */
const UNKNOWN: AssumedGeneration = { generation: '0.9.8', grade: 'inferred' };

const isFrom = ([major, minor]: readonly [number, number], [fromMajor, fromMinor]: Row['from']): boolean =>
  major > fromMajor || (major === fromMajor && minor >= fromMinor);

/**
 * The OpenSSL generation of an AsyncOS release (`14.2.0-620`, `9.1`), and how well that is known. Text without a
 * release, or null, answers 0.9.8 as inferred. Without `role` nothing is called sourced: each source is for one product.
 */
export const generationOf = (version: string | null, role: Role | null = null): AssumedGeneration => {
  const [, major, minor] = /(?:^|\s)(\d{1,3})\.(\d{1,3})/.exec(version ?? '') ?? [];
  if (major === undefined || minor === undefined) return UNKNOWN;
  const row = ROWS.find(({ from }) => isFrom([Number(major), Number(minor)], from));
  if (row === undefined) return UNKNOWN;
  return { generation: row.generation, grade: role !== null && row.sourcedFor === role ? 'sourced' : 'inferred' };
};
