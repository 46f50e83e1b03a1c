import { isIP } from 'node:net';
import { type Problem, problem, TlsReport } from '../../core/model';
import type { Words } from '../../core/texts';
import { readInput } from '../read-input';

export interface TlsOptions {
  offer?: string;
  inventory?: boolean;
  limit?: string;
  resume?: string;
  from?: string;
  json?: boolean;
}

/** The question in figures. */
export interface TlsAsked {
  readonly host: string;
  readonly port: number;
  readonly suites: readonly string[] | null;
  readonly limit: number | undefined;
  readonly localAddress: string | undefined;
  readonly resume: TlsReport | undefined;
}

/** `host:port`, with `[…]` for IPv6. */
const targetOf = (text: string): { host: string; port: number } | null => {
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  const host = match?.[1] ?? match?.[2];
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
};

const limitOf = (text: string | undefined): number | undefined | Problem => {
  const limit = Number(text);
  if (text === undefined || (Number.isInteger(limit) && limit > 0)) return text === undefined ? undefined : limit;
  return problem('option-not-a-number', '--limit', { value: text });
};

const localOf = (text: string | undefined): string | undefined | Problem =>
  text === undefined || isIP(text) !== 0 ? text : problem('local-address-none', '--from', { value: text });

const suitesOf = async (offer: string | undefined, words: Words): Promise<readonly string[] | null | Problem> => {
  if (offer === undefined) return null;
  const { expand } = await import('../../core/ciphers');
  const { error, suites } = expand(offer, '3.0');
  if (error === null) return suites;
  const why = words.say(`cli:ciphers.error.${error.reason}`, { token: error.token });
  return problem('cipher-list-not-understood', offer, { at: error.at + 1, why });
};

/** A report is a few kilobytes; one with everything that is left, a hundred. */
const MOST_BYTES = 4 * 1024 * 1024;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const resumeOf = async (file: string | undefined, target: string): Promise<TlsReport | undefined | Problem> => {
  if (file === undefined) return undefined;
  const input = await readInput(file, MOST_BYTES);
  if (!input.ok) return input.problem;
  const read = TlsReport.safeParse(parsed(input.text));
  if (!read.success) return problem('resume-not-a-report', file);
  if (read.data.target !== target) return problem('resume-other-target', file, { value: read.data.target });
  return read.data.remaining === null ? problem('resume-nothing-left', file) : read.data;
};

const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && 'where' in value;

/** The question in figures, or what is wrong with it. */
export const tlsAsked = async (text: string, options: TlsOptions, words: Words): Promise<TlsAsked | Problem> => {
  const target = targetOf(text);
  if (target === null) return problem('target-not-host-port', text);
  const limit = limitOf(options.limit);
  if (isProblem(limit)) return limit;
  const localAddress = localOf(options.from);
  if (isProblem(localAddress)) return localAddress;
  // What is left was offered by its own suites; a list given beside it would be passed over in silence.
  if (options.resume !== undefined && options.offer !== undefined)
    return problem('resume-with-offer', '--offer', { value: options.offer });
  const suites = await suitesOf(options.offer, words);
  if (isProblem(suites)) return suites;
  const resume = await resumeOf(options.resume, text);
  return isProblem(resume) ? resume : { ...target, suites, limit, localAddress, resume };
};
