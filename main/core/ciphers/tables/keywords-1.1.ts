import { keyword11 as keyword } from '../by-class';
import type { Selection } from '../selection';
import { NAMES_1_1 } from './names-without-suite';

/**
 * The keywords of OpenSSL 1.1.1 and what 3.0 adds. Facts of cipher_aliases in ssl/ssl_ciph.c of 1.1.1k and 3.0.
 * PSK and SRP are words that pick nothing of ours; a keyword whose every suite is switched off when OpenSSL is built is
 * no word there (ssl_cipher_collect_aliases): GOST in both, RC2, RC4, IDEA and SEED in Debian's 3.0, measured.
 */
const GCM = ['AES128GCM', 'AES256GCM'];
const CCM8 = ['AES128CCM8', 'AES256CCM8'];
const CCM = ['AES128CCM', 'AES256CCM', ...CCM8];
const CAMELLIA = ['CAMELLIA128', 'CAMELLIA256'];
const ARIA = ['ARIA128GCM', 'ARIA256GCM'];
const AES = ['AES128', 'AES256', ...GCM, ...CCM];
const ENCRYPTED = [...AES, ...CAMELLIA, ...ARIA, 'CHACHA20POLY1305', '3DES', 'RC4', 'RC2', 'IDEA', 'SEED'];
const AUTHENTICATED = ['aRSA', 'aDSS', 'aECDSA', 'aPSK', 'aSRP'];

const kx = (...words: string[]) => keyword({ kx: words });
const au = (...words: string[]) => keyword({ au: words });
const enc = (...words: string[]) => keyword({ enc: words });
const mac = (...words: string[]) => keyword({ mac: words });
const protocol = (...words: string[]) => keyword({ protocol: words });
const strength = (...words: string[]) => keyword({ strength: words });
const absent = keyword({ kx: [] });

const ephemeral = keyword({ kx: ['kDHE'], au: AUTHENTICATED });
const ephemeralCurve = keyword({ kx: ['kECDHE'], au: AUTHENTICATED });
const PSK = ['kPSK', 'kRSAPSK', 'kECDHEPSK', 'kDHEPSK'];

/** The name up to 1.0.2 of a suite that these builds do not offer (aliases of ssl_ciph.c). */
const oldName = (au: string): Selection =>
  keyword({ kx: ['kDHE'], au: [au], enc: ['3DES'], mac: ['SHA1'], strength: ['HIGH', 'FIPS'] });

export const KEYWORDS_1_1_1: ReadonlyMap<string, Selection> = new Map([
  ['ALL', enc(...ENCRYPTED)],
  ['COMPLEMENTOFALL', enc('eNULL')],
  ['COMPLEMENTOFDEFAULT', keyword({ standing: ['NOT_DEFAULT'] })],
  ['kRSA', kx('kRSA')],
  ['kEDH', kx('kDHE')],
  ['kDHE', kx('kDHE')],
  ['DH', kx('kDHE')],
  ['kEECDH', kx('kECDHE')],
  ['kECDHE', kx('kECDHE')],
  ['ECDH', kx('kECDHE')],
  ['aRSA', au('aRSA')],
  ['aDSS', au('aDSS')],
  ['DSS', au('aDSS')],
  ['aNULL', au('aNULL')],
  ['aECDSA', au('aECDSA')],
  ['ECDSA', au('aECDSA')],
  ['EDH', ephemeral],
  ['DHE', ephemeral],
  ['EECDH', ephemeralCurve],
  ['ECDHE', ephemeralCurve],
  ['NULL', enc('eNULL')],
  ['RSA', keyword({ kx: ['kRSA'], au: ['aRSA'] })],
  ['ADH', keyword({ kx: ['kDHE'], au: ['aNULL'] })],
  ['AECDH', keyword({ kx: ['kECDHE'], au: ['aNULL'] })],
  ['3DES', enc('3DES')],
  ['RC4', enc('RC4')],
  ['RC2', enc('RC2')],
  ['IDEA', enc('IDEA')],
  ['SEED', enc('SEED')],
  ['eNULL', enc('eNULL')],
  ['AES128', enc('AES128', 'AES128GCM', 'AES128CCM', 'AES128CCM8')],
  ['AES256', enc('AES256', 'AES256GCM', 'AES256CCM', 'AES256CCM8')],
  ['AES', enc(...AES)],
  ['AESGCM', enc(...GCM)],
  ['AESCCM', enc(...CCM)],
  ['AESCCM8', enc(...CCM8)],
  ['CAMELLIA128', enc('CAMELLIA128')],
  ['CAMELLIA256', enc('CAMELLIA256')],
  ['CAMELLIA', enc(...CAMELLIA)],
  ['CHACHA20', enc('CHACHA20POLY1305')],
  ['ARIA', enc(...ARIA)],
  ['ARIAGCM', enc(...ARIA)],
  ['ARIA128', enc('ARIA128GCM')],
  ['ARIA256', enc('ARIA256GCM')],
  ['MD5', mac('MD5')],
  ['SHA1', mac('SHA1')],
  ['SHA', mac('SHA1')],
  ['SHA256', mac('SHA256')],
  ['SHA384', mac('SHA384')],
  ['SSLv3', protocol('SSLv3')],
  ['TLSv1', protocol('TLSv1')],
  ['TLSv1.0', protocol('TLSv1')],
  ['TLSv1.2', protocol('TLSv1.2')],
  ['LOW', strength('LOW')],
  ['MEDIUM', strength('MEDIUM')],
  ['HIGH', strength('HIGH')],
  ['FIPS', keyword({ enc: ENCRYPTED, strength: ['FIPS'] })],
  ...PSK.map((word) => [word, kx(word)] as const),
  ['PSK', kx(...PSK)],
  ['aPSK', au('aPSK')],
  ['kSRP', kx('kSRP')],
  ['SRP', kx('kSRP')],
  ['aSRP', au('aSRP')],
  ['EDH-RSA-DES-CBC3-SHA', oldName('aRSA')],
  ['EDH-DSS-DES-CBC3-SHA', oldName('aDSS')],
  ['IDEA-CBC-SHA', keyword({ kx: ['kRSA'], au: ['aRSA'], enc: ['IDEA'], mac: ['SHA1'], strength: ['MEDIUM'] })],
  ...NAMES_1_1.map((word) => [word, absent] as const),
]);

export const KEYWORDS_3_0: ReadonlyMap<string, Selection> = new Map([
  ...[...KEYWORDS_1_1_1].filter(([word]) => !['RC2', 'RC4', 'IDEA', 'SEED', 'IDEA-CBC-SHA'].includes(word)),
  ['CBC', enc('3DES', 'RC2', 'IDEA', 'AES128', 'AES256', ...CAMELLIA, 'SEED')],
]);
