import { keyword10 as keyword } from '../by-class';
import type { Selection } from '../selection';
import { NAMES_1_0 } from './names-without-suite';

/**
 * The keywords of OpenSSL 1.0.1 and what 1.0.2 adds. Facts of cipher_aliases in ssl/ssl_ciph.c of 1.0.1u and 1.0.2s.
 * `TLSv1` and `SSLv3` are one word there. A keyword whose every suite is switched off when OpenSSL is built is no word
 * there (ssl_cipher_collect_aliases): KRB5 and GOST are such, measured; PSK and SRP are words that pick nothing of ours.
 */
const ENC = ['DES', '3DES', 'RC4', 'RC2', 'IDEA', 'SEED', 'AES128', 'AES256', 'AES128GCM', 'AES256GCM'];
const CAMELLIA = ['CAMELLIA128', 'CAMELLIA256'];
const ENCRYPTED = [...ENC, ...CAMELLIA];
const AUTHENTICATED = ['aRSA', 'aDSS', 'aDH', 'aECDH', 'aECDSA', 'aPSK', 'aSRP'];

const kx = (...words: string[]) => keyword({ kx: words });
const au = (...words: string[]) => keyword({ au: words });
const enc = (...words: string[]) => keyword({ enc: words });
const mac = (...words: string[]) => keyword({ mac: words });
const protocol = (...words: string[]) => keyword({ protocol: words });
const strength = (...words: string[]) => keyword({ strength: words });
const exported = keyword({ export: ['EXPORT'] });
const absent = keyword({ kx: [] });

const ephemeral = keyword({ kx: ['kDHE'], au: AUTHENTICATED });
const ephemeralCurve = keyword({ kx: ['kECDHE'], au: AUTHENTICATED });

export const KEYWORDS_1_0_1: ReadonlyMap<string, Selection> = new Map([
  ['ALL', enc(...ENCRYPTED)],
  ['COMPLEMENTOFALL', enc('eNULL')],
  ['COMPLEMENTOFDEFAULT', keyword({ standing: ['NOT_DEFAULT'] })],
  ['kRSA', kx('kRSA')],
  ['kEDH', kx('kDHE')],
  ['DH', kx('kDHr', 'kDHd', 'kDHE')],
  ['kECDHr', kx('kECDHr')],
  ['kECDHe', kx('kECDHe')],
  ['kECDH', kx('kECDHr', 'kECDHe')],
  ['kEECDH', kx('kECDHE')],
  ['ECDH', kx('kECDHr', 'kECDHe', 'kECDHE')],
  ['aRSA', au('aRSA')],
  ['aDSS', au('aDSS')],
  ['DSS', au('aDSS')],
  ['aNULL', au('aNULL')],
  ['aECDH', au('aECDH')],
  ['aECDSA', au('aECDSA')],
  ['ECDSA', au('aECDSA')],
  ['EDH', ephemeral],
  ['EECDH', ephemeralCurve],
  ['NULL', enc('eNULL')],
  ['RSA', keyword({ kx: ['kRSA'], au: ['aRSA'] })],
  ['ADH', keyword({ kx: ['kDHE'], au: ['aNULL'] })],
  ['AECDH', keyword({ kx: ['kECDHE'], au: ['aNULL'] })],
  ['DES', enc('DES')],
  ['3DES', enc('3DES')],
  ['RC4', enc('RC4')],
  ['RC2', enc('RC2')],
  ['IDEA', enc('IDEA')],
  ['SEED', enc('SEED')],
  ['eNULL', enc('eNULL')],
  ['AES128', enc('AES128', 'AES128GCM')],
  ['AES256', enc('AES256', 'AES256GCM')],
  ['AES', enc('AES128', 'AES256', 'AES128GCM', 'AES256GCM')],
  ['AESGCM', enc('AES128GCM', 'AES256GCM')],
  ['CAMELLIA128', enc('CAMELLIA128')],
  ['CAMELLIA256', enc('CAMELLIA256')],
  ['CAMELLIA', enc(...CAMELLIA)],
  ['MD5', mac('MD5')],
  ['SHA1', mac('SHA1')],
  ['SHA', mac('SHA1')],
  ['SHA256', mac('SHA256')],
  ['SHA384', mac('SHA384')],
  ['SSLv2', protocol('SSLv2')],
  ['SSLv3', protocol('SSLv3')],
  ['TLSv1', protocol('SSLv3')],
  ['TLSv1.2', protocol('TLSv1.2')],
  ['EXP', exported],
  ['EXPORT', exported],
  ['EXPORT40', strength('EXP40')],
  ['EXPORT56', strength('EXP56')],
  ['LOW', strength('LOW')],
  ['MEDIUM', strength('MEDIUM')],
  ['HIGH', strength('HIGH')],
  ['FIPS', keyword({ enc: ENCRYPTED, strength: ['FIPS'] })],
  ['kPSK', kx('kPSK')],
  ['aPSK', au('aPSK')],
  ['PSK', keyword({ kx: ['kPSK'], au: ['aPSK'] })],
  ['kSRP', kx('kSRP')],
  ['SRP', kx('kSRP')],
  ['aSRP', au('aSRP')],
  ...NAMES_1_0.map((word) => [word, absent] as const),
]);

const oldName = (au: string): Selection =>
  keyword({
    kx: ['kDHE'],
    au: [au],
    enc: ['3DES'],
    mac: ['SHA1'],
    protocol: ['SSLv3'],
    export: ['NOT_EXPORT'],
    strength: ['HIGH', 'FIPS'],
  });

export const KEYWORDS_1_0_2: ReadonlyMap<string, Selection> = new Map([
  ...KEYWORDS_1_0_1,
  ['kDHr', kx('kDHr')],
  ['kDHd', kx('kDHd')],
  ['kDH', kx('kDHr', 'kDHd')],
  ['aDH', au('aDH')],
  ['kDHE', kx('kDHE')],
  ['kECDHE', kx('kECDHE')],
  ['DHE', ephemeral],
  ['ECDHE', ephemeralCurve],
  ['DHE-DSS-DES-CBC3-SHA', oldName('aDSS')],
  ['DHE-RSA-DES-CBC3-SHA', oldName('aRSA')],
]);
