import type { LineMark } from '../../model';
import { classifyConnect, classifyTls } from '../failure';
import { type AnyKind, LINE_KINDS, type LogLine } from '../lines';

/** The sources of the log grammar by the keys that the kinds of lines name. All of them are public. */
const SOURCES: Readonly<Record<string, string>> = {
  TN200068: 'Cisco TechNote 200068',
  TN118026: 'Cisco TechNote 118026',
  TN118286: 'Cisco TechNote 118286',
  TN118500: 'Cisco TechNote 118500',
  TN119199: 'Cisco TechNote 119199',
  TN212587: 'Cisco TechNote 212587',
  TN212837: 'Cisco TechNote 212837',
  UG: 'ESA user guide, chapter Logging',
  SMAHELP: 'SMA online help',
  ELASTIC: 'elastic/integrations, cisco_secure_email_gateway',
  CRIBL: 'criblpacks/cribl-cisco-esa-mailtext',
  SC4S: 'splunk/splunk-connect-for-syslog',
  CORR: 'YahiaKandeel/ironport-correlator',
  STW: '2001db8/ironport-tools',
  MSQA: 'Microsoft Q&A 1363239',
  SPLDOC: 'Splunk search reference, rex',
  QALIB: "Cisco's test library (public copy)",
  AF16: 'alert of AsyncOS 16.0.1',
};

const spelled = (source: string): string =>
  source.replace(/\b[A-Z][A-Z0-9]+\b/g, (key) => (Object.hasOwn(SOURCES, key) ? (SOURCES[key] ?? key) : key));

const isPseudo = (host: string | null): boolean => host === 'the.cpq.host' || host === 'the.cpq.release.host';

/** Texts that only memory vouches for (log grammar, section 7). */
const RECALLED = /no certificate from server/i;

/**
 * Wordings of a sourced kind that no source shows literally: what marks the quarantine, and OpenSSL's words behind
 * `TLS failed` (log grammar, sections 4, 6 and 7).
 */
const lowered = (line: LogLine): LineMark | null => {
  if ('cpq' in line && line.cpq) return 'inferred';
  if ('store' in line && line.store === 'quarantine') return 'inferred';
  if (line.kind === 'dcid-tls-success' && isPseudo(line.destination)) return 'inferred';
  if (line.kind === 'connection-error')
    return isPseudo(line.domain) ? 'inferred' : lower(classifyConnect(line.details).grade);
  if (line.kind !== 'dcid-tls-failed' && line.kind !== 'icid-tls-failed') return null;
  if (RECALLED.test(line.reason ?? '')) return 'recalled';
  return line.reason === null ? null : lower(classifyTls(line.reason).grade);
};

const lower = (grade: LineMark): LineMark | null => (grade === 'sourced' ? null : grade);

const KINDS: ReadonlyMap<string, AnyKind> = new Map(LINE_KINDS.map((one) => [one.kind, one]));

/** How well the shape of this very line is known, and where its kind was read. */
export const markOf = (line: LogLine): { readonly mark: LineMark; readonly source: string } => {
  const { grade = 'inferred', source = '' } = KINDS.get(line.kind) ?? {};
  const own = /\brecalled\b/.test(source) ? 'recalled' : grade;
  return { mark: lowered(line) ?? own, source: spelled(source) };
};
