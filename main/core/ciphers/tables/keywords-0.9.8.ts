import { maskKeyword } from '../by-mask';
import type { Selection } from '../selection';

/**
 * The keywords of OpenSSL 0.9.8. Facts of cipher_aliases in ssl/ssl_ciph.c of 0.9.8zc: each keyword looks at one or
 * more classes of words (its mask) and allows some of them. SEED, IDEA, KRB5 and Fortezza are not in this
 * build. `EDH` names all authentications, KRB5 too, and a keyword with a missing part does not exist: measured.
 */
const KX = ['kRSA', 'kDHr', 'kDHd', 'kDHE', 'kECDH', 'kECDHE'];
const AU = ['aRSA', 'aDSS', 'aNULL', 'aDH', 'aECDSA'];
const ENC = ['DES', '3DES', 'RC4', 'RC2', 'eNULL', 'AES', 'CAMELLIA'];
const MAC = ['MD5', 'SHA1'];
const PROTOCOL = ['SSLv2', 'SSLv3'];
const EXPORT = ['NOT_EXPORT', 'EXPORT'];
const STRENGTH = ['NO_STRENGTH', 'EXP40', 'EXP56', 'LOW', 'MEDIUM', 'HIGH'];

/** What a suite named in full looks at: everything but its protocol. */
export const NAMED_MASK = [...KX, ...AU, ...ENC, ...MAC, ...EXPORT, ...STRENGTH];

const EVERYTHING = [...NAMED_MASK, ...PROTOCOL, 'FIPS'];

const without = (words: readonly string[], ...left: string[]) => words.filter((word) => !left.includes(word));

const of =
  (...mask: readonly (readonly string[])[]) =>
  (...allowed: readonly string[]): Selection =>
    maskKeyword(mask.flat(), allowed);

const kx = of(KX);
const au = of(AU);
const enc = of(ENC);
const mac = of(MAC);
const protocol = of(PROTOCOL);
const exported = of(EXPORT);
const strength = of(STRENGTH);
const kxAndAu = of(KX, AU);

export const KEYWORDS: ReadonlyMap<string, Selection> = new Map([
  ['ALL', maskKeyword(EVERYTHING, without(EVERYTHING, 'eNULL', 'kECDH', 'kECDHE'))],
  ['COMPLEMENTOFALL', enc('eNULL')],
  ['COMPLEMENTOFDEFAULT', au('aNULL')],
  ['kRSA', kx('kRSA')],
  ['kDHr', kx('kDHr')],
  ['kDHd', kx('kDHd')],
  ['kEDH', kx('kDHE')],
  ['DH', kx('kDHr', 'kDHd', 'kDHE')],
  ['ECCdraft', kx('kECDH', 'kECDHE')],
  ['aRSA', au('aRSA')],
  ['aDSS', au('aDSS')],
  ['aNULL', au('aNULL')],
  ['aDH', au('aDH')],
  ['DSS', au('aDSS')],
  ['DES', enc('DES')],
  ['3DES', enc('3DES')],
  ['RC4', enc('RC4')],
  ['RC2', enc('RC2')],
  ['eNULL', enc('eNULL')],
  ['NULL', enc('eNULL')],
  ['AES', enc('AES')],
  ['CAMELLIA', enc('CAMELLIA')],
  ['MD5', mac('MD5')],
  ['SHA1', mac('SHA1')],
  ['SHA', mac('SHA1')],
  ['RSA', kxAndAu('kRSA', 'aRSA')],
  ['ADH', kxAndAu('kDHE', 'aNULL')],
  ['SSLv2', protocol('SSLv2')],
  ['SSLv3', protocol('SSLv3')],
  ['TLSv1', protocol('SSLv3')],
  ['EXP', exported('EXPORT')],
  ['EXPORT', exported('EXPORT')],
  ['EXPORT40', strength('EXP40')],
  ['EXPORT56', strength('EXP56')],
  ['LOW', strength('LOW')],
  ['MEDIUM', strength('MEDIUM')],
  ['HIGH', strength('HIGH')],
  ['FIPS', maskKeyword(['FIPS', 'NO_STRENGTH'], ['FIPS'])],
]);
