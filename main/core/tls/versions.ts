/** Protocol versions by the names of the contract, and their codes on the wire (RFC 6101, 2246, 4346, 5246, 8446). */
const codes = { SSLv3: 0x0300, TLSv1: 0x0301, 'TLSv1.1': 0x0302, 'TLSv1.2': 0x0303, 'TLSv1.3': 0x0304 } as const;

export type TlsVersion = keyof typeof codes;

/** Oldest first. */
export const versions: readonly TlsVersion[] = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

export const versionCode = (version: TlsVersion): number => codes[version];

/** The version with this code, or null. */
export const versionOfCode = (code: number): TlsVersion | null =>
  versions.find((version) => codes[version] === code) ?? null;

/** Whether `version` is `floor` or newer. */
export const atLeast = (version: TlsVersion, floor: TlsVersion): boolean => codes[version] >= codes[floor];
