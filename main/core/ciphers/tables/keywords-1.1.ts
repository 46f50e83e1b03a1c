import { keyword11 as keyword } from '../by-class';
import type { Selection } from '../selection';

/**
 * The keywords of OpenSSL 1.1.1 and what 3.0 adds. Facts of cipher_aliases in ssl/ssl_ciph.c of 1.1.1k and 3.0.
 * A keyword for which no build of ours has a suite picks nothing.
 */
const GCM = ['AES128GCM', 'AES256GCM'];
const CCM8 = ['AES128CCM8', 'AES256CCM8'];
const CCM = ['AES128CCM', 'AES256CCM', ...CCM8];
const CAMELLIA = ['CAMELLIA128', 'CAMELLIA256'];
const ARIA = ['ARIA128GCM', 'ARIA256GCM'];
const AES = ['AES128', 'AES256', ...GCM, ...CCM];
const ENCRYPTED = [...AES, ...CAMELLIA, ...ARIA, 'CHACHA20POLY1305', '3DES', 'RC4', 'RC2', 'IDEA', 'SEED'];
const AUTHENTICATED = ['aRSA', 'aDSS', 'aECDSA'];

const kx = (...words: string[]) => keyword({ kx: words });
const au = (...words: string[]) => keyword({ au: words });
const enc = (...words: string[]) => keyword({ enc: words });
const mac = (...words: string[]) => keyword({ mac: words });
const protocol = (...words: string[]) => keyword({ protocol: words });
const strength = (...words: string[]) => keyword({ strength: words });
const absent = keyword({ kx: [] });

const ephemeral = keyword({ kx: ['kDHE'], au: AUTHENTICATED });
const ephemeralCurve = keyword({ kx: ['kECDHE'], au: AUTHENTICATED });
const PSK = ['kPSK', 'kRSAPSK', 'kECDHEPSK', 'kDHEPSK', 'aPSK', 'PSK'];
const GOST = ['kGOST', 'aGOST01', 'aGOST12', 'aGOST', 'GOST89', 'GOST94', 'GOST89MAC', 'GOST12'];

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
  ...[...PSK, 'kSRP', 'aSRP', 'SRP', ...GOST].map((word) => [word, absent] as const),
]);

export const KEYWORDS_3_0: ReadonlyMap<string, Selection> = new Map([
  ...KEYWORDS_1_1_1,
  ['CBC', enc('3DES', 'RC2', 'IDEA', 'AES128', 'AES256', ...CAMELLIA, 'SEED')],
  ['kGOST18', absent],
]);
