import type { Reading } from '../command';
import { type Line, rejoin, toLines, unbroken } from '../lines';
import { type Notice, type Output, outputOf } from '../output';
import { reading } from '../sift';

export interface SslSide {
  readonly method: string | null;
  readonly ciphers: string | null;
}
export interface VerifiedSuite {
  readonly name: string;
  readonly protocol: string;
  readonly anonymous: boolean;
}
export interface SslConfig {
  readonly inbound: SslSide | null;
  readonly outbound: SslSide | null;
  readonly gui: SslSide | null;
  /** The machine inherits the setting from this level; the lists stand there. */
  readonly notice: Notice | null;
  /** What VERIFY printed, where somebody asked it, in its order: the order in which the appliance offers. */
  readonly verified: readonly VerifiedSuite[];
  /** The list that was verified; null where the text does not show it. */
  readonly verifiedList: string | null;
  /** Protocols by service, from the VERSIONS view of SMA 13.6 and later. */
  readonly versions: Readonly<Record<string, readonly string[]>>;
  readonly fips: boolean;
}

type Which = 'gui' | 'inbound' | 'outbound';
// `  Inbound SMTP ciphers: RC4-SHA:RC4-MD5:ALL` up to 9.1; from 9.5 each token on a line of its own below the label.
const LABEL = /^(GUI|Inbound|Outbound) (?:HTTPS|SMTP) (method|ciphers?):\s*(\S*)$/i;
const TOKEN = /^[A-Za-z0-9+!:@=_.-]+$/;
// `ADH-AES256-SHA          SSLv3 Kx=DH       Au=None Enc=AES(256)  Mac=SHA1`; samples sslconfig-verify*.txt. The
// names of TLS 1.3 have `_` (`openssl ciphers -v` of 1.1.1).
const SUITE = /^([A-Z0-9_-]+)\s+(SSLv\d|TLSv[\d.]+)\s+Kx=\S+\s+Au=(\S+)\s+Enc=\S+\s+Mac=\S+$/;
const VERSIONS = /^Currently enabled protocol\(s\) for (.+?) (?:are|is) (.+?)\.?$/i;
const VERIFY = /^Enter the ssl cipher you want to verify\.?$/i;
// `[HIGH:MEDIUM]> `: some builds offer the list in force, and Enter takes it.
const TAKEN = /\[([^[\]]*)\]> ?$/;
/** What was typed behind the brackets instead. */
const TYPED = /\[[^[\]]*\]> ([A-Za-z0-9+!:@=_.-]+)$/;
const QUOTED = /^"([A-Za-z0-9+!:@=_.-]*)"$/;
const KNOWN = [/^sslconfig settings:$/i, VERIFY, QUOTED, /^List:$/];

class Settings {
  readonly method: Partial<Record<Which, string>> = {};
  readonly tokens: Partial<Record<Which, string[]>> = {};
  readonly verified: VerifiedSuite[] = [];
  readonly versions: Record<string, readonly string[]> = {};
  fips = false;
  private open: Which | null = null;
  /** The list began behind its label and filled the line: the next line goes on with it. */
  private wrapped: string | null = null;

  close(): void {
    this.open = null;
    this.wrapped = null;
  }

  private label(found: RegExpExecArray, whole: string): void {
    this.close();
    const which = (found[1] ?? '').toLowerCase() as Which;
    const value = found[3] ?? '';
    if (/^method/i.test(found[2] ?? '')) {
      this.method[which] = value;
      return;
    }
    this.tokens[which] = value === '' ? [] : [value];
    this.open = which;
    this.wrapped = value === '' ? null : whole;
  }

  private token(text: string): boolean {
    const list = this.open === null ? undefined : this.tokens[this.open];
    if (!list || !TOKEN.test(text)) return false;
    if (this.wrapped === null) list.push(text);
    // Only a full line goes on: without that the label's own value was the whole list.
    else if (rejoin(this.wrapped, text) === this.wrapped + text) list[0] = `${list[0] ?? ''}${text}`;
    else return false;
    this.wrapped = this.wrapped === null ? null : text;
    return true;
  }

  private other(text: string): boolean {
    this.close();
    const suite = SUITE.exec(text);
    if (suite)
      this.verified.push({ name: suite[1] ?? '', protocol: suite[2] ?? '', anonymous: /^none$/i.test(suite[3] ?? '') });
    const versions = VERSIONS.exec(text);
    if (versions) this.versions[versions[1] ?? ''] = (versions[2] ?? '').split(/,\s*/);
    const fips = /^You cannot change server and client methods/i.test(text);
    this.fips ||= fips;
    return suite !== null || versions !== null || fips || KNOWN.some((pattern) => pattern.test(text));
  }

  /** Whether the line was understood. */
  take(line: Line): boolean {
    const text = line.text.trim();
    const label = LABEL.exec(text);
    if (label) this.label(label, line.text);
    return label !== null || this.token(text) || this.other(text);
  }

  side(which: Which): SslSide | null {
    const [method = null, list] = [this.method[which], this.tokens[which]];
    if (method === null && list === undefined) return null;
    return { method, ciphers: list === undefined || list.length === 0 ? null : list.join(':') };
  }
}

/** Gives the output's lines to `settings`; a frame line (menu, question, prompt) ends an open list, a blank one does not. */
const walk = (text: string, output: Output, settings: Settings): readonly Line[] => {
  const kept = new Set(output.lines.map((one) => one.line));
  return toLines(text).filter((one) => {
    if (one.text.trim() === '') return false;
    if (kept.has(one.line)) return !settings.take(one);
    settings.close();
    return false;
  });
};

/** The list behind VERIFY's question, typed or taken with Enter; as a page flattens it, in quotes above the suites. */
const verifiedListOf = (text: string, { questions, lines }: Output): string | null => {
  const asked = questions.find((one) => VERIFY.test(one.asks.split('\n').at(-1) ?? ''));
  const all = toLines(text);
  const quoted = (one: Line) => (QUOTED.exec(one.text.trim()) ?? QUOTED.exec(unbroken(all, one).trim()))?.[1];
  if (asked === undefined) return lines.map(quoted).find(Boolean) ?? null;
  const first = all.find((one) => one.line === asked.line);
  const prompt = first ? unbroken(all, first).trimEnd() : '';
  return TYPED.exec(prompt)?.[1] ?? TAKEN.exec(prompt)?.[1] ?? null;
};

/** Reads `sslconfig` in its four layouts; lists of one token a line come back joined by `:`. */
export const readSslConfig = (text: string): Reading<SslConfig> => {
  const output = outputOf(text);
  const settings = new Settings();
  const unread = walk(text, output, settings);
  const sides = { inbound: settings.side('inbound'), outbound: settings.side('outbound'), gui: settings.side('gui') };
  const { verified, versions, fips } = settings;
  const seen =
    Object.values(sides).some((one) => one !== null) ||
    output.notice !== null ||
    verified.length > 0 ||
    Object.keys(versions).length > 0 ||
    output.operations.some((one) => /^(?:INBOUND|VERSIONS)$/.test(one));
  const verifiedList = verified.length === 0 ? null : verifiedListOf(text, output);
  const data = seen ? { ...sides, notice: output.notice, verified, verifiedList, versions, fips } : null;
  return reading(data, unread, output, text);
};
