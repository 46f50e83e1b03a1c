import { z } from 'zod';
import { verifiedName } from '../ciphers';
import type { SeenLine } from './check';
import { lineWhere } from './lines';

/** What `sslconfig` > VERIFY printed: the appliance's own expansion of a list, in the order in which it offers. */
export const Verified = {
  verified: z.array(z.looseObject({ name: z.string(), protocol: z.string(), anonymous: z.boolean() })).default([]),
  verifiedList: z.string().nullable().default(null),
};

export interface VerifiedData {
  readonly verified: readonly { readonly name: string; readonly protocol: string }[];
  readonly verifiedList: string | null;
}

/** The suites as the expansion names them. */
export const verifiedSuites = ({ verified }: VerifiedData): string[] => verified.map(verifiedName);

const SUITE = /^\s*[A-Z0-9_-]+\s+(SSLv\d|TLSv[\d.]+)\s+Kx=/;

/** The lines that carry it: the list that was asked about, the suite that stands first, the first anonymous one. */
export const verifyLines = (text: string, { verified, verifiedList }: VerifiedData): SeenLine[] => {
  if (verified.length === 0) return [];
  const asked =
    verifiedList === null ? [] : lineWhere(text, (line) => line.includes(verifiedList) && /[>"]/.test(line));
  const first = lineWhere(text, (line) => SUITE.test(line));
  const anonymous = lineWhere(text, (line) => SUITE.test(line) && /\bAu=None\b/.test(line));
  const newest = lineWhere(text, (line) => SUITE.test(line) && /CHACHA|CCM|ARIA|GCM/.test(line));
  const lines = [...asked, ...first, ...anonymous, ...newest];
  return lines.filter((one, index) => lines.findIndex((other) => other.line === one.line) === index);
};
