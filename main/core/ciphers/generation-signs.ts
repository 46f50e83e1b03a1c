import { Generation } from '../model/cipher-report';
import { expand } from './expand';
import { SSLV2 } from './suite';

type Generations = readonly Generation[];

const BEFORE_1_1: Generations = ['0.9.8', '1.0.1', '1.0.2'];
/** TLS 1.3 came with 1.1.1; 1.0.2 has none. */
export const WITH_TLS_1_3: Generations = ['1.1.1', '3.0'];

/**
 * What an OpenSSL error number says of the one that raised it: measured with 1.0.1u, 1.0.2s, 1.1.1k and 3.0.19 ("Read
 * the generation before assuming it", domain page, section 6). Only the numbers count: early 1.0.2 may spell the names
 * in capitals. 14094410 is raised by old and new ones.
 */
const BY_NUMBER: Readonly<Record<string, Generations>> = {
  '1408A0C1': BEFORE_1_1,
  '1407609C': BEFORE_1_1,
  '14077410': BEFORE_1_1,
  '14082174': BEFORE_1_1,
  '1417A0C1': ['1.1.1'],
  '1408F09C': ['1.1.1'],
  '141A318A': ['1.1.1'],
  '0A0000C1': ['3.0'],
  '0A000410': ['3.0'],
  '0A00018A': ['3.0'],
};

/** The generations that the error numbers in a line of the appliance's own log leave; null where none is known. */
export const generationsByError = (line: string): Generations | null => {
  const numbers = line.toUpperCase().match(/\b[01][0-9A-F]{7}\b/g) ?? [];
  return numbers.map((number) => BY_NUMBER[number]).find((one) => one !== undefined) ?? null;
};

const isCounted = (name: string): boolean => !/^TLS_|PSK|SRP/.test(name);

/** `openssl ciphers` prints every level's suites, so what 1.1.1 withholds at its own level is printed too. */
const printed = (list: string, generation: Generation): readonly string[] =>
  expand(generation === '1.1.1' ? `${list}:@SECLEVEL=0` : list, generation).suites;

/** A build may lack a few suites (SEED, IDEA, export) and have others: its order is what betrays it. */
const sameOrder = (real: readonly string[], ours: readonly string[]): boolean => {
  const known = new Set(ours);
  const [both, there] = [real.filter((name) => known.has(name)), new Set(real)];
  const expected = ours.filter((name) => there.has(name));
  return both.length > 0 && both.length * 2 >= real.length && both.join() === expected.join();
};

const NEWER = /CHACHA|CCM|ARIA/;
const has = (mark: RegExp, names: readonly string[]): boolean => names.some((name) => mark.test(name));

/** By the suites that only newer ones have, and for a list that is known, by those that they would have shown. */
const byMarkers = (real: readonly string[], list: string | null): Generations => {
  if (has(NEWER, real)) return WITH_TLS_1_3;
  if (has(/GCM/, real)) return Generation.options.filter((one) => one !== '0.9.8');
  return Generation.options.filter((one) => list === null || !has(/GCM/, printed(list, one)));
};

/**
 * The generations that VERIFY's output leaves: `suites` as the appliance prints them (those of SSLv2 end in
 * ` (SSLv2)`), `list` what was verified, where that is known. No GCM where 1.0.x has it: 0.9.8; GCM without CHACHA20,
 * CCM and ARIA where 1.1.1 has them: 1.0.1 or 1.0.2; and the order, where the list is known. All of them where nothing
 * can be told.
 */
export const generationsByVerify = (suites: readonly string[], list: string | null): Generations => {
  const real = suites.filter(isCounted);
  const marked = byMarkers(real, list);
  if (list === null) return marked;
  // A FIPS build may leave the newer suites out, so that they are missing counts only with the order.
  const shows = (one: Generation) => has(NEWER, real) || !has(NEWER, printed(list, one));
  const fitting = marked.filter((one) => shows(one) && sameOrder(real, printed(list, one)));
  return fitting.length > 0 ? fitting : marked;
};

/** How the appliance's own output and our expansion of the same list differ; null where they do not. */
export const verifyDifference = (suites: readonly string[], list: string, generation: Generation) => {
  const [real, ours] = [suites.filter(isCounted), printed(list, generation)];
  if (real.join() === ours.join()) return null;
  const more = real.filter((name) => !ours.includes(name));
  const fewer = ours.filter((name) => !real.includes(name));
  return { more, fewer, order: more.length === 0 && fewer.length === 0 };
};

/** What VERIFY printed, as the suites that the appliance offers at its level: TLS 1.3 left out. */
export const offeredAsVerified = (suites: readonly string[], list: string, generation: Generation): string[] => {
  const withheld = new Set(printed(list, generation).filter((name) => !expand(list, generation).suites.includes(name)));
  return suites.filter((name) => isCounted(name) && !withheld.has(name));
};

/** The name of a suite in VERIFY's output: the protocol column tells `RC4-MD5` of SSLv2 from that of SSLv3. */
export const verifiedName = ({ name, protocol }: { readonly name: string; readonly protocol: string }): string =>
  protocol === 'SSLv2' ? `${name}${SSLV2}` : name;
