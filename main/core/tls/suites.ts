import type { TlsVersion } from './versions';

/**
 * Every cipher suite that OpenSSL 0.9.8 to 3.0 knows (SSLv2 left out), by its OpenSSL name.
 * Source of the codes: IANA "TLS Cipher Suites" registry and the RFCs named at each group; the rows of
 * OpenSSL 3.0 are compared with the machine's `openssl ciphers -V` by a test, order included.
 * Columns: code, name, key exchange, authentication (as `openssl ciphers -v` words them), lowest
 * protocol version, name in older builds where it differs.
 */
type Row = readonly [number, string, KeyExchangeKind, Authentication, TlsVersion, string?];

export type KeyExchangeKind =
  | 'any'
  | 'RSA'
  | 'DH'
  | 'ECDH'
  | 'DH/RSA'
  | 'DH/DSS'
  | 'ECDH/RSA'
  | 'ECDH/ECDSA'
  | 'PSK'
  | 'RSAPSK'
  | 'DHEPSK'
  | 'ECDHEPSK'
  | 'SRP'
  | 'KRB5'
  | 'GOST';
export type Authentication = 'any' | 'RSA' | 'DSS' | 'ECDSA' | 'ECDH' | 'DH' | 'PSK' | 'SRP' | 'KRB5' | 'GOST' | 'None';

export type Suite = {
  readonly code: number;
  readonly name: string;
  readonly olderName: string | null;
  readonly keyExchange: KeyExchangeKind;
  readonly authentication: Authentication;
  /** No certificate is shown with this suite (`aNULL`). */
  readonly anonymous: boolean;
  readonly from: TlsVersion;
};

// biome-ignore format: a table reads best with a row on each line
const rows: readonly Row[] = [
  // TLS 1.3: RFC 8446 appendix B.4. No anonymous suite exists here.
  [0x1302, 'TLS_AES_256_GCM_SHA384', 'any', 'any', 'TLSv1.3'],
  [0x1303, 'TLS_CHACHA20_POLY1305_SHA256', 'any', 'any', 'TLSv1.3'],
  [0x1301, 'TLS_AES_128_GCM_SHA256', 'any', 'any', 'TLSv1.3'],
  [0x1304, 'TLS_AES_128_CCM_SHA256', 'any', 'any', 'TLSv1.3'],
  [0x1305, 'TLS_AES_128_CCM_8_SHA256', 'any', 'any', 'TLSv1.3'],
  // Current suites with a cipher, without PSK and SRP, in the preference order of OpenSSL 3.0.
  [0xc02c, 'ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDH', 'ECDSA', 'TLSv1.2'],
  [0xc030, 'ECDHE-RSA-AES256-GCM-SHA384', 'ECDH', 'RSA', 'TLSv1.2'],
  [0x00a3, 'DHE-DSS-AES256-GCM-SHA384', 'DH', 'DSS', 'TLSv1.2'],
  [0x009f, 'DHE-RSA-AES256-GCM-SHA384', 'DH', 'RSA', 'TLSv1.2'],
  [0xcca9, 'ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDH', 'ECDSA', 'TLSv1.2'],
  [0xcca8, 'ECDHE-RSA-CHACHA20-POLY1305', 'ECDH', 'RSA', 'TLSv1.2'],
  [0xccaa, 'DHE-RSA-CHACHA20-POLY1305', 'DH', 'RSA', 'TLSv1.2'],
  [0xc0af, 'ECDHE-ECDSA-AES256-CCM8', 'ECDH', 'ECDSA', 'TLSv1.2'],
  [0xc0ad, 'ECDHE-ECDSA-AES256-CCM', 'ECDH', 'ECDSA', 'TLSv1.2'],
  [0xc0a3, 'DHE-RSA-AES256-CCM8', 'DH', 'RSA', 'TLSv1.2'],
  [0xc09f, 'DHE-RSA-AES256-CCM', 'DH', 'RSA', 'TLSv1.2'],
  [0xc05d, 'ECDHE-ECDSA-ARIA256-GCM-SHA384', 'ECDH', 'ECDSA', 'TLSv1.2'],
  [0xc061, 'ECDHE-ARIA256-GCM-SHA384', 'ECDH', 'RSA', 'TLSv1.2'],
  [0xc057, 'DHE-DSS-ARIA256-GCM-SHA384', 'DH', 'DSS', 'TLSv1.2'],
  [0xc053, 'DHE-RSA-ARIA256-GCM-SHA384', 'DH', 'RSA', 'TLSv1.2'],
  [0x00a7, 'ADH-AES256-GCM-SHA384', 'DH', 'None', 'TLSv1.2'],
  [0xc02b, 'ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDH', 'ECDSA', 'TLSv1.2'],
  [0xc02f, 'ECDHE-RSA-AES128-GCM-SHA256', 'ECDH', 'RSA', 'TLSv1.2'],
  [0x00a2, 'DHE-DSS-AES128-GCM-SHA256', 'DH', 'DSS', 'TLSv1.2'],
  [0x009e, 'DHE-RSA-AES128-GCM-SHA256', 'DH', 'RSA', 'TLSv1.2'],
  [0xc0ae, 'ECDHE-ECDSA-AES128-CCM8', 'ECDH', 'ECDSA', 'TLSv1.2'],
  [0xc0ac, 'ECDHE-ECDSA-AES128-CCM', 'ECDH', 'ECDSA', 'TLSv1.2'],
  [0xc0a2, 'DHE-RSA-AES128-CCM8', 'DH', 'RSA', 'TLSv1.2'],
  [0xc09e, 'DHE-RSA-AES128-CCM', 'DH', 'RSA', 'TLSv1.2'],
  [0xc05c, 'ECDHE-ECDSA-ARIA128-GCM-SHA256', 'ECDH', 'ECDSA', 'TLSv1.2'],
  [0xc060, 'ECDHE-ARIA128-GCM-SHA256', 'ECDH', 'RSA', 'TLSv1.2'],
  [0xc056, 'DHE-DSS-ARIA128-GCM-SHA256', 'DH', 'DSS', 'TLSv1.2'],
  [0xc052, 'DHE-RSA-ARIA128-GCM-SHA256', 'DH', 'RSA', 'TLSv1.2'],
  [0x00a6, 'ADH-AES128-GCM-SHA256', 'DH', 'None', 'TLSv1.2'],
  [0xc024, 'ECDHE-ECDSA-AES256-SHA384', 'ECDH', 'ECDSA', 'TLSv1.2'],
  [0xc028, 'ECDHE-RSA-AES256-SHA384', 'ECDH', 'RSA', 'TLSv1.2'],
  [0x006b, 'DHE-RSA-AES256-SHA256', 'DH', 'RSA', 'TLSv1.2'],
  [0x006a, 'DHE-DSS-AES256-SHA256', 'DH', 'DSS', 'TLSv1.2'],
  [0xc073, 'ECDHE-ECDSA-CAMELLIA256-SHA384', 'ECDH', 'ECDSA', 'TLSv1.2'],
  [0xc077, 'ECDHE-RSA-CAMELLIA256-SHA384', 'ECDH', 'RSA', 'TLSv1.2'],
  [0x00c4, 'DHE-RSA-CAMELLIA256-SHA256', 'DH', 'RSA', 'TLSv1.2'],
  [0x00c3, 'DHE-DSS-CAMELLIA256-SHA256', 'DH', 'DSS', 'TLSv1.2'],
  [0x006d, 'ADH-AES256-SHA256', 'DH', 'None', 'TLSv1.2'],
  [0x00c5, 'ADH-CAMELLIA256-SHA256', 'DH', 'None', 'TLSv1.2'],
  [0xc023, 'ECDHE-ECDSA-AES128-SHA256', 'ECDH', 'ECDSA', 'TLSv1.2'],
  [0xc027, 'ECDHE-RSA-AES128-SHA256', 'ECDH', 'RSA', 'TLSv1.2'],
  [0x0067, 'DHE-RSA-AES128-SHA256', 'DH', 'RSA', 'TLSv1.2'],
  [0x0040, 'DHE-DSS-AES128-SHA256', 'DH', 'DSS', 'TLSv1.2'],
  [0xc072, 'ECDHE-ECDSA-CAMELLIA128-SHA256', 'ECDH', 'ECDSA', 'TLSv1.2'],
  [0xc076, 'ECDHE-RSA-CAMELLIA128-SHA256', 'ECDH', 'RSA', 'TLSv1.2'],
  [0x00be, 'DHE-RSA-CAMELLIA128-SHA256', 'DH', 'RSA', 'TLSv1.2'],
  [0x00bd, 'DHE-DSS-CAMELLIA128-SHA256', 'DH', 'DSS', 'TLSv1.2'],
  [0x006c, 'ADH-AES128-SHA256', 'DH', 'None', 'TLSv1.2'],
  [0x00bf, 'ADH-CAMELLIA128-SHA256', 'DH', 'None', 'TLSv1.2'],
  [0xc00a, 'ECDHE-ECDSA-AES256-SHA', 'ECDH', 'ECDSA', 'TLSv1'],
  [0xc014, 'ECDHE-RSA-AES256-SHA', 'ECDH', 'RSA', 'TLSv1'],
  [0x0039, 'DHE-RSA-AES256-SHA', 'DH', 'RSA', 'SSLv3'],
  [0x0038, 'DHE-DSS-AES256-SHA', 'DH', 'DSS', 'SSLv3'],
  [0x0088, 'DHE-RSA-CAMELLIA256-SHA', 'DH', 'RSA', 'SSLv3'],
  [0x0087, 'DHE-DSS-CAMELLIA256-SHA', 'DH', 'DSS', 'SSLv3'],
  [0xc019, 'AECDH-AES256-SHA', 'ECDH', 'None', 'TLSv1'],
  [0x003a, 'ADH-AES256-SHA', 'DH', 'None', 'SSLv3'],
  [0x0089, 'ADH-CAMELLIA256-SHA', 'DH', 'None', 'SSLv3'],
  [0xc009, 'ECDHE-ECDSA-AES128-SHA', 'ECDH', 'ECDSA', 'TLSv1'],
  [0xc013, 'ECDHE-RSA-AES128-SHA', 'ECDH', 'RSA', 'TLSv1'],
  [0x0033, 'DHE-RSA-AES128-SHA', 'DH', 'RSA', 'SSLv3'],
  [0x0032, 'DHE-DSS-AES128-SHA', 'DH', 'DSS', 'SSLv3'],
  [0x0045, 'DHE-RSA-CAMELLIA128-SHA', 'DH', 'RSA', 'SSLv3'],
  [0x0044, 'DHE-DSS-CAMELLIA128-SHA', 'DH', 'DSS', 'SSLv3'],
  [0xc018, 'AECDH-AES128-SHA', 'ECDH', 'None', 'TLSv1'],
  [0x0034, 'ADH-AES128-SHA', 'DH', 'None', 'SSLv3'],
  [0x0046, 'ADH-CAMELLIA128-SHA', 'DH', 'None', 'SSLv3'],
  [0x009d, 'AES256-GCM-SHA384', 'RSA', 'RSA', 'TLSv1.2'],
  [0xc0a1, 'AES256-CCM8', 'RSA', 'RSA', 'TLSv1.2'],
  [0xc09d, 'AES256-CCM', 'RSA', 'RSA', 'TLSv1.2'],
  [0xc051, 'ARIA256-GCM-SHA384', 'RSA', 'RSA', 'TLSv1.2'],
  [0x009c, 'AES128-GCM-SHA256', 'RSA', 'RSA', 'TLSv1.2'],
  [0xc0a0, 'AES128-CCM8', 'RSA', 'RSA', 'TLSv1.2'],
  [0xc09c, 'AES128-CCM', 'RSA', 'RSA', 'TLSv1.2'],
  [0xc050, 'ARIA128-GCM-SHA256', 'RSA', 'RSA', 'TLSv1.2'],
  [0x003d, 'AES256-SHA256', 'RSA', 'RSA', 'TLSv1.2'],
  [0x00c0, 'CAMELLIA256-SHA256', 'RSA', 'RSA', 'TLSv1.2'],
  [0x003c, 'AES128-SHA256', 'RSA', 'RSA', 'TLSv1.2'],
  [0x00ba, 'CAMELLIA128-SHA256', 'RSA', 'RSA', 'TLSv1.2'],
  [0x0035, 'AES256-SHA', 'RSA', 'RSA', 'SSLv3'],
  [0x0084, 'CAMELLIA256-SHA', 'RSA', 'RSA', 'SSLv3'],
  [0x002f, 'AES128-SHA', 'RSA', 'RSA', 'SSLv3'],
  [0x0041, 'CAMELLIA128-SHA', 'RSA', 'RSA', 'SSLv3'],
  // Fixed (EC)DH in the certificate: RFC 4492, 5246, 5288, 5289, 6367; gone since OpenSSL 1.1.0.
  [0xc032, 'ECDH-RSA-AES256-GCM-SHA384', 'ECDH/RSA', 'ECDH', 'TLSv1.2'],
  [0xc02e, 'ECDH-ECDSA-AES256-GCM-SHA384', 'ECDH/ECDSA', 'ECDH', 'TLSv1.2'],
  [0xc031, 'ECDH-RSA-AES128-GCM-SHA256', 'ECDH/RSA', 'ECDH', 'TLSv1.2'],
  [0xc02d, 'ECDH-ECDSA-AES128-GCM-SHA256', 'ECDH/ECDSA', 'ECDH', 'TLSv1.2'],
  [0xc02a, 'ECDH-RSA-AES256-SHA384', 'ECDH/RSA', 'ECDH', 'TLSv1.2'],
  [0xc026, 'ECDH-ECDSA-AES256-SHA384', 'ECDH/ECDSA', 'ECDH', 'TLSv1.2'],
  [0xc029, 'ECDH-RSA-AES128-SHA256', 'ECDH/RSA', 'ECDH', 'TLSv1.2'],
  [0xc025, 'ECDH-ECDSA-AES128-SHA256', 'ECDH/ECDSA', 'ECDH', 'TLSv1.2'],
  [0xc079, 'ECDH-RSA-CAMELLIA256-SHA384', 'ECDH/RSA', 'ECDH', 'TLSv1.2'],
  [0xc075, 'ECDH-ECDSA-CAMELLIA256-SHA384', 'ECDH/ECDSA', 'ECDH', 'TLSv1.2'],
  [0xc078, 'ECDH-RSA-CAMELLIA128-SHA256', 'ECDH/RSA', 'ECDH', 'TLSv1.2'],
  [0xc074, 'ECDH-ECDSA-CAMELLIA128-SHA256', 'ECDH/ECDSA', 'ECDH', 'TLSv1.2'],
  [0xc00f, 'ECDH-RSA-AES256-SHA', 'ECDH/RSA', 'ECDH', 'TLSv1'],
  [0xc005, 'ECDH-ECDSA-AES256-SHA', 'ECDH/ECDSA', 'ECDH', 'TLSv1'],
  [0xc00e, 'ECDH-RSA-AES128-SHA', 'ECDH/RSA', 'ECDH', 'TLSv1'],
  [0xc004, 'ECDH-ECDSA-AES128-SHA', 'ECDH/ECDSA', 'ECDH', 'TLSv1'],
  [0x00a1, 'DH-RSA-AES256-GCM-SHA384', 'DH/RSA', 'DH', 'TLSv1.2'],
  [0x00a5, 'DH-DSS-AES256-GCM-SHA384', 'DH/DSS', 'DH', 'TLSv1.2'],
  [0x00a0, 'DH-RSA-AES128-GCM-SHA256', 'DH/RSA', 'DH', 'TLSv1.2'],
  [0x00a4, 'DH-DSS-AES128-GCM-SHA256', 'DH/DSS', 'DH', 'TLSv1.2'],
  [0x0069, 'DH-RSA-AES256-SHA256', 'DH/RSA', 'DH', 'TLSv1.2'],
  [0x0068, 'DH-DSS-AES256-SHA256', 'DH/DSS', 'DH', 'TLSv1.2'],
  [0x003f, 'DH-RSA-AES128-SHA256', 'DH/RSA', 'DH', 'TLSv1.2'],
  [0x003e, 'DH-DSS-AES128-SHA256', 'DH/DSS', 'DH', 'TLSv1.2'],
  [0x00c2, 'DH-RSA-CAMELLIA256-SHA256', 'DH/RSA', 'DH', 'TLSv1.2'],
  [0x00c1, 'DH-DSS-CAMELLIA256-SHA256', 'DH/DSS', 'DH', 'TLSv1.2'],
  [0x00bc, 'DH-RSA-CAMELLIA128-SHA256', 'DH/RSA', 'DH', 'TLSv1.2'],
  [0x00bb, 'DH-DSS-CAMELLIA128-SHA256', 'DH/DSS', 'DH', 'TLSv1.2'],
  [0x0037, 'DH-RSA-AES256-SHA', 'DH/RSA', 'DH', 'SSLv3'],
  [0x0036, 'DH-DSS-AES256-SHA', 'DH/DSS', 'DH', 'SSLv3'],
  [0x0086, 'DH-RSA-CAMELLIA256-SHA', 'DH/RSA', 'DH', 'SSLv3'],
  [0x0085, 'DH-DSS-CAMELLIA256-SHA', 'DH/DSS', 'DH', 'SSLv3'],
  [0x0031, 'DH-RSA-AES128-SHA', 'DH/RSA', 'DH', 'SSLv3'],
  [0x0030, 'DH-DSS-AES128-SHA', 'DH/DSS', 'DH', 'SSLv3'],
  [0x0043, 'DH-RSA-CAMELLIA128-SHA', 'DH/RSA', 'DH', 'SSLv3'],
  [0x0042, 'DH-DSS-CAMELLIA128-SHA', 'DH/DSS', 'DH', 'SSLv3'],
  // SEED (RFC 4162), IDEA (RFC 5469), 3DES (RFC 5246), RC4, DES and export: left out of current builds.
  // The last column is the name up to OpenSSL 1.0.2 (`EDH-`).
  [0x009a, 'DHE-RSA-SEED-SHA', 'DH', 'RSA', 'SSLv3'],
  [0x0099, 'DHE-DSS-SEED-SHA', 'DH', 'DSS', 'SSLv3'],
  [0x0098, 'DH-RSA-SEED-SHA', 'DH/RSA', 'DH', 'SSLv3'],
  [0x0097, 'DH-DSS-SEED-SHA', 'DH/DSS', 'DH', 'SSLv3'],
  [0x009b, 'ADH-SEED-SHA', 'DH', 'None', 'SSLv3'],
  [0x0096, 'SEED-SHA', 'RSA', 'RSA', 'SSLv3'],
  [0x0007, 'IDEA-CBC-SHA', 'RSA', 'RSA', 'SSLv3'],
  [0xc008, 'ECDHE-ECDSA-DES-CBC3-SHA', 'ECDH', 'ECDSA', 'TLSv1'],
  [0xc012, 'ECDHE-RSA-DES-CBC3-SHA', 'ECDH', 'RSA', 'TLSv1'],
  [0x0016, 'DHE-RSA-DES-CBC3-SHA', 'DH', 'RSA', 'SSLv3', 'EDH-RSA-DES-CBC3-SHA'],
  [0x0013, 'DHE-DSS-DES-CBC3-SHA', 'DH', 'DSS', 'SSLv3', 'EDH-DSS-DES-CBC3-SHA'],
  [0xc017, 'AECDH-DES-CBC3-SHA', 'ECDH', 'None', 'TLSv1'],
  [0x001b, 'ADH-DES-CBC3-SHA', 'DH', 'None', 'SSLv3'],
  [0xc00d, 'ECDH-RSA-DES-CBC3-SHA', 'ECDH/RSA', 'ECDH', 'TLSv1'],
  [0xc003, 'ECDH-ECDSA-DES-CBC3-SHA', 'ECDH/ECDSA', 'ECDH', 'TLSv1'],
  [0x0010, 'DH-RSA-DES-CBC3-SHA', 'DH/RSA', 'DH', 'SSLv3'],
  [0x000d, 'DH-DSS-DES-CBC3-SHA', 'DH/DSS', 'DH', 'SSLv3'],
  [0x000a, 'DES-CBC3-SHA', 'RSA', 'RSA', 'SSLv3'],
  [0xc007, 'ECDHE-ECDSA-RC4-SHA', 'ECDH', 'ECDSA', 'TLSv1'],
  [0xc011, 'ECDHE-RSA-RC4-SHA', 'ECDH', 'RSA', 'TLSv1'],
  [0x0066, 'DHE-DSS-RC4-SHA', 'DH', 'DSS', 'SSLv3'],
  [0xc016, 'AECDH-RC4-SHA', 'ECDH', 'None', 'TLSv1'],
  [0x0018, 'ADH-RC4-MD5', 'DH', 'None', 'SSLv3'],
  [0xc00c, 'ECDH-RSA-RC4-SHA', 'ECDH/RSA', 'ECDH', 'TLSv1'],
  [0xc002, 'ECDH-ECDSA-RC4-SHA', 'ECDH/ECDSA', 'ECDH', 'TLSv1'],
  [0x0005, 'RC4-SHA', 'RSA', 'RSA', 'SSLv3'],
  [0x0004, 'RC4-MD5', 'RSA', 'RSA', 'SSLv3'],
  [0x0015, 'DHE-RSA-DES-CBC-SHA', 'DH', 'RSA', 'SSLv3', 'EDH-RSA-DES-CBC-SHA'],
  [0x0012, 'DHE-DSS-DES-CBC-SHA', 'DH', 'DSS', 'SSLv3', 'EDH-DSS-DES-CBC-SHA'],
  [0x000f, 'DH-RSA-DES-CBC-SHA', 'DH/RSA', 'DH', 'SSLv3'],
  [0x000c, 'DH-DSS-DES-CBC-SHA', 'DH/DSS', 'DH', 'SSLv3'],
  [0x001a, 'ADH-DES-CBC-SHA', 'DH', 'None', 'SSLv3'],
  [0x0009, 'DES-CBC-SHA', 'RSA', 'RSA', 'SSLv3'],
  [0x0063, 'EXP1024-DHE-DSS-DES-CBC-SHA', 'DH', 'DSS', 'SSLv3'],
  [0x0065, 'EXP1024-DHE-DSS-RC4-SHA', 'DH', 'DSS', 'SSLv3'],
  [0x0062, 'EXP1024-DES-CBC-SHA', 'RSA', 'RSA', 'SSLv3'],
  [0x0061, 'EXP1024-RC2-CBC-MD5', 'RSA', 'RSA', 'SSLv3'],
  [0x0064, 'EXP1024-RC4-SHA', 'RSA', 'RSA', 'SSLv3'],
  [0x0060, 'EXP1024-RC4-MD5', 'RSA', 'RSA', 'SSLv3'],
  [0x0014, 'EXP-DHE-RSA-DES-CBC-SHA', 'DH', 'RSA', 'SSLv3', 'EXP-EDH-RSA-DES-CBC-SHA'],
  [0x0011, 'EXP-DHE-DSS-DES-CBC-SHA', 'DH', 'DSS', 'SSLv3', 'EXP-EDH-DSS-DES-CBC-SHA'],
  [0x000e, 'EXP-DH-RSA-DES-CBC-SHA', 'DH/RSA', 'DH', 'SSLv3'],
  [0x000b, 'EXP-DH-DSS-DES-CBC-SHA', 'DH/DSS', 'DH', 'SSLv3'],
  [0x0019, 'EXP-ADH-DES-CBC-SHA', 'DH', 'None', 'SSLv3'],
  [0x0008, 'EXP-DES-CBC-SHA', 'RSA', 'RSA', 'SSLv3'],
  [0x0006, 'EXP-RC2-CBC-MD5', 'RSA', 'RSA', 'SSLv3'],
  [0x0017, 'EXP-ADH-RC4-MD5', 'DH', 'None', 'SSLv3'],
  [0x0003, 'EXP-RC4-MD5', 'RSA', 'RSA', 'SSLv3'],
  // PSK (RFC 4279, 5487, 5489, 6655, 7905, 6209, 6367) and SRP (RFC 5054).
  [0x00ad, 'RSA-PSK-AES256-GCM-SHA384', 'RSAPSK', 'RSA', 'TLSv1.2'],
  [0x00ab, 'DHE-PSK-AES256-GCM-SHA384', 'DHEPSK', 'PSK', 'TLSv1.2'],
  [0xccae, 'RSA-PSK-CHACHA20-POLY1305', 'RSAPSK', 'RSA', 'TLSv1.2'],
  [0xccad, 'DHE-PSK-CHACHA20-POLY1305', 'DHEPSK', 'PSK', 'TLSv1.2'],
  [0xccac, 'ECDHE-PSK-CHACHA20-POLY1305', 'ECDHEPSK', 'PSK', 'TLSv1.2'],
  [0xc0ab, 'DHE-PSK-AES256-CCM8', 'DHEPSK', 'PSK', 'TLSv1.2'],
  [0xc0a7, 'DHE-PSK-AES256-CCM', 'DHEPSK', 'PSK', 'TLSv1.2'],
  [0xc06f, 'RSA-PSK-ARIA256-GCM-SHA384', 'RSAPSK', 'RSA', 'TLSv1.2'],
  [0xc06d, 'DHE-PSK-ARIA256-GCM-SHA384', 'DHEPSK', 'PSK', 'TLSv1.2'],
  [0x00a9, 'PSK-AES256-GCM-SHA384', 'PSK', 'PSK', 'TLSv1.2'],
  [0xccab, 'PSK-CHACHA20-POLY1305', 'PSK', 'PSK', 'TLSv1.2'],
  [0xc0a9, 'PSK-AES256-CCM8', 'PSK', 'PSK', 'TLSv1.2'],
  [0xc0a5, 'PSK-AES256-CCM', 'PSK', 'PSK', 'TLSv1.2'],
  [0xc06b, 'PSK-ARIA256-GCM-SHA384', 'PSK', 'PSK', 'TLSv1.2'],
  [0x00ac, 'RSA-PSK-AES128-GCM-SHA256', 'RSAPSK', 'RSA', 'TLSv1.2'],
  [0x00aa, 'DHE-PSK-AES128-GCM-SHA256', 'DHEPSK', 'PSK', 'TLSv1.2'],
  [0xc0aa, 'DHE-PSK-AES128-CCM8', 'DHEPSK', 'PSK', 'TLSv1.2'],
  [0xc0a6, 'DHE-PSK-AES128-CCM', 'DHEPSK', 'PSK', 'TLSv1.2'],
  [0xc06e, 'RSA-PSK-ARIA128-GCM-SHA256', 'RSAPSK', 'RSA', 'TLSv1.2'],
  [0xc06c, 'DHE-PSK-ARIA128-GCM-SHA256', 'DHEPSK', 'PSK', 'TLSv1.2'],
  [0x00a8, 'PSK-AES128-GCM-SHA256', 'PSK', 'PSK', 'TLSv1.2'],
  [0xc0a8, 'PSK-AES128-CCM8', 'PSK', 'PSK', 'TLSv1.2'],
  [0xc0a4, 'PSK-AES128-CCM', 'PSK', 'PSK', 'TLSv1.2'],
  [0xc06a, 'PSK-ARIA128-GCM-SHA256', 'PSK', 'PSK', 'TLSv1.2'],
  [0xc038, 'ECDHE-PSK-AES256-CBC-SHA384', 'ECDHEPSK', 'PSK', 'TLSv1'],
  [0xc036, 'ECDHE-PSK-AES256-CBC-SHA', 'ECDHEPSK', 'PSK', 'TLSv1'],
  [0xc022, 'SRP-DSS-AES-256-CBC-SHA', 'SRP', 'DSS', 'SSLv3'],
  [0xc021, 'SRP-RSA-AES-256-CBC-SHA', 'SRP', 'RSA', 'SSLv3'],
  [0xc020, 'SRP-AES-256-CBC-SHA', 'SRP', 'SRP', 'SSLv3'],
  [0x00b7, 'RSA-PSK-AES256-CBC-SHA384', 'RSAPSK', 'RSA', 'TLSv1'],
  [0x00b3, 'DHE-PSK-AES256-CBC-SHA384', 'DHEPSK', 'PSK', 'TLSv1'],
  [0x0095, 'RSA-PSK-AES256-CBC-SHA', 'RSAPSK', 'RSA', 'SSLv3'],
  [0x0091, 'DHE-PSK-AES256-CBC-SHA', 'DHEPSK', 'PSK', 'SSLv3'],
  [0xc09b, 'ECDHE-PSK-CAMELLIA256-SHA384', 'ECDHEPSK', 'PSK', 'TLSv1'],
  [0xc099, 'RSA-PSK-CAMELLIA256-SHA384', 'RSAPSK', 'RSA', 'TLSv1'],
  [0xc097, 'DHE-PSK-CAMELLIA256-SHA384', 'DHEPSK', 'PSK', 'TLSv1'],
  [0x00af, 'PSK-AES256-CBC-SHA384', 'PSK', 'PSK', 'TLSv1'],
  [0x008d, 'PSK-AES256-CBC-SHA', 'PSK', 'PSK', 'SSLv3'],
  [0xc095, 'PSK-CAMELLIA256-SHA384', 'PSK', 'PSK', 'TLSv1'],
  [0xc037, 'ECDHE-PSK-AES128-CBC-SHA256', 'ECDHEPSK', 'PSK', 'TLSv1'],
  [0xc035, 'ECDHE-PSK-AES128-CBC-SHA', 'ECDHEPSK', 'PSK', 'TLSv1'],
  [0xc01f, 'SRP-DSS-AES-128-CBC-SHA', 'SRP', 'DSS', 'SSLv3'],
  [0xc01e, 'SRP-RSA-AES-128-CBC-SHA', 'SRP', 'RSA', 'SSLv3'],
  [0xc01d, 'SRP-AES-128-CBC-SHA', 'SRP', 'SRP', 'SSLv3'],
  [0x00b6, 'RSA-PSK-AES128-CBC-SHA256', 'RSAPSK', 'RSA', 'TLSv1'],
  [0x00b2, 'DHE-PSK-AES128-CBC-SHA256', 'DHEPSK', 'PSK', 'TLSv1'],
  [0x0094, 'RSA-PSK-AES128-CBC-SHA', 'RSAPSK', 'RSA', 'SSLv3'],
  [0x0090, 'DHE-PSK-AES128-CBC-SHA', 'DHEPSK', 'PSK', 'SSLv3'],
  [0xc09a, 'ECDHE-PSK-CAMELLIA128-SHA256', 'ECDHEPSK', 'PSK', 'TLSv1'],
  [0xc098, 'RSA-PSK-CAMELLIA128-SHA256', 'RSAPSK', 'RSA', 'TLSv1'],
  [0xc096, 'DHE-PSK-CAMELLIA128-SHA256', 'DHEPSK', 'PSK', 'TLSv1'],
  [0x00ae, 'PSK-AES128-CBC-SHA256', 'PSK', 'PSK', 'TLSv1'],
  [0x008c, 'PSK-AES128-CBC-SHA', 'PSK', 'PSK', 'SSLv3'],
  [0xc094, 'PSK-CAMELLIA128-SHA256', 'PSK', 'PSK', 'TLSv1'],
  // What older builds had besides: PSK and SRP with 3DES and RC4, Kerberos (RFC 2712), GOST, fixed ECDH without cipher.
  [0xc034, 'ECDHE-PSK-3DES-EDE-CBC-SHA', 'ECDHEPSK', 'PSK', 'TLSv1'],
  [0xc01c, 'SRP-DSS-3DES-EDE-CBC-SHA', 'SRP', 'DSS', 'SSLv3'],
  [0xc01b, 'SRP-RSA-3DES-EDE-CBC-SHA', 'SRP', 'RSA', 'SSLv3'],
  [0xc01a, 'SRP-3DES-EDE-CBC-SHA', 'SRP', 'SRP', 'SSLv3'],
  [0x0093, 'RSA-PSK-3DES-EDE-CBC-SHA', 'RSAPSK', 'RSA', 'SSLv3'],
  [0x008f, 'DHE-PSK-3DES-EDE-CBC-SHA', 'DHEPSK', 'PSK', 'SSLv3'],
  [0x008b, 'PSK-3DES-EDE-CBC-SHA', 'PSK', 'PSK', 'SSLv3'],
  [0xc033, 'ECDHE-PSK-RC4-SHA', 'ECDHEPSK', 'PSK', 'TLSv1'],
  [0x0092, 'RSA-PSK-RC4-SHA', 'RSAPSK', 'RSA', 'SSLv3'],
  [0x008e, 'DHE-PSK-RC4-SHA', 'DHEPSK', 'PSK', 'SSLv3'],
  [0x008a, 'PSK-RC4-SHA', 'PSK', 'PSK', 'SSLv3'],
  [0x001f, 'KRB5-DES-CBC3-SHA', 'KRB5', 'KRB5', 'SSLv3'],
  [0x0023, 'KRB5-DES-CBC3-MD5', 'KRB5', 'KRB5', 'SSLv3'],
  [0x0021, 'KRB5-IDEA-CBC-SHA', 'KRB5', 'KRB5', 'SSLv3'],
  [0x0025, 'KRB5-IDEA-CBC-MD5', 'KRB5', 'KRB5', 'SSLv3'],
  [0x0020, 'KRB5-RC4-SHA', 'KRB5', 'KRB5', 'SSLv3'],
  [0x0024, 'KRB5-RC4-MD5', 'KRB5', 'KRB5', 'SSLv3'],
  [0x001e, 'KRB5-DES-CBC-SHA', 'KRB5', 'KRB5', 'SSLv3'],
  [0x0022, 'KRB5-DES-CBC-MD5', 'KRB5', 'KRB5', 'SSLv3'],
  [0x0026, 'EXP-KRB5-DES-CBC-SHA', 'KRB5', 'KRB5', 'SSLv3'],
  [0x0029, 'EXP-KRB5-DES-CBC-MD5', 'KRB5', 'KRB5', 'SSLv3'],
  [0x0027, 'EXP-KRB5-RC2-CBC-SHA', 'KRB5', 'KRB5', 'SSLv3'],
  [0x002a, 'EXP-KRB5-RC2-CBC-MD5', 'KRB5', 'KRB5', 'SSLv3'],
  [0x0028, 'EXP-KRB5-RC4-SHA', 'KRB5', 'KRB5', 'SSLv3'],
  [0x002b, 'EXP-KRB5-RC4-MD5', 'KRB5', 'KRB5', 'SSLv3'],
  [0x0081, 'GOST2001-GOST89-GOST89', 'GOST', 'GOST', 'SSLv3'],
  [0x0080, 'GOST94-GOST89-GOST89', 'GOST', 'GOST', 'SSLv3'],
  [0xc00b, 'ECDH-RSA-NULL-SHA', 'ECDH/RSA', 'ECDH', 'TLSv1'],
  [0xc001, 'ECDH-ECDSA-NULL-SHA', 'ECDH/ECDSA', 'ECDH', 'TLSv1'],
  [0x0083, 'GOST2001-NULL-GOST94', 'GOST', 'GOST', 'SSLv3'],
  [0x0082, 'GOST94-NULL-GOST94', 'GOST', 'GOST', 'SSLv3'],
  // No encryption at all: RFC 5246, 4492, 4785, 5487, 5489.
  [0xc006, 'ECDHE-ECDSA-NULL-SHA', 'ECDH', 'ECDSA', 'TLSv1'],
  [0xc010, 'ECDHE-RSA-NULL-SHA', 'ECDH', 'RSA', 'TLSv1'],
  [0xc015, 'AECDH-NULL-SHA', 'ECDH', 'None', 'TLSv1'],
  [0x003b, 'NULL-SHA256', 'RSA', 'RSA', 'TLSv1.2'],
  [0xc03b, 'ECDHE-PSK-NULL-SHA384', 'ECDHEPSK', 'PSK', 'TLSv1'],
  [0xc03a, 'ECDHE-PSK-NULL-SHA256', 'ECDHEPSK', 'PSK', 'TLSv1'],
  [0xc039, 'ECDHE-PSK-NULL-SHA', 'ECDHEPSK', 'PSK', 'TLSv1'],
  [0x00b9, 'RSA-PSK-NULL-SHA384', 'RSAPSK', 'RSA', 'TLSv1'],
  [0x00b8, 'RSA-PSK-NULL-SHA256', 'RSAPSK', 'RSA', 'TLSv1'],
  [0x00b5, 'DHE-PSK-NULL-SHA384', 'DHEPSK', 'PSK', 'TLSv1'],
  [0x00b4, 'DHE-PSK-NULL-SHA256', 'DHEPSK', 'PSK', 'TLSv1'],
  [0x002e, 'RSA-PSK-NULL-SHA', 'RSAPSK', 'RSA', 'SSLv3'],
  [0x002d, 'DHE-PSK-NULL-SHA', 'DHEPSK', 'PSK', 'SSLv3'],
  [0x0002, 'NULL-SHA', 'RSA', 'RSA', 'SSLv3'],
  [0x0001, 'NULL-MD5', 'RSA', 'RSA', 'SSLv3'],
  [0x00b1, 'PSK-NULL-SHA384', 'PSK', 'PSK', 'TLSv1'],
  [0x00b0, 'PSK-NULL-SHA256', 'PSK', 'PSK', 'TLSv1'],
  [0x002c, 'PSK-NULL-SHA', 'PSK', 'PSK', 'SSLv3'],
];

const toSuite = ([code, name, keyExchange, authentication, from, olderName]: Row): Suite => ({
  code,
  name,
  olderName: olderName ?? null,
  keyExchange,
  authentication,
  anonymous: authentication === 'None',
  from,
});

/** All suites, in the preference order of OpenSSL 3.0, those it no longer knows behind. */
export const suites: readonly Suite[] = rows.map(toSuite);

const byCode = new Map(suites.map((suite) => [suite.code, suite]));
const byName = new Map(
  suites.flatMap((suite) => [suite.name, ...(suite.olderName ? [suite.olderName] : [])].map((name) => [name, suite])),
);

/** The suite with this two-byte code, or null. */
export const suiteOfCode = (code: number): Suite | null => byCode.get(code) ?? null;

/** The suite with this OpenSSL name, old spellings (`EDH-`) included, or null. The name given is kept in the answer. */
export const suiteNamed = (name: string): Suite | null => {
  const suite = byName.get(name);
  return suite ? { ...suite, name } : null;
};

/** How a suite that stands in no table is called: its code, for instance `0xfefe`. */
export const unknownSuite = (code: number): Suite => ({
  code,
  name: `0x${code.toString(16).padStart(4, '0')}`,
  olderName: null,
  keyExchange: 'any',
  authentication: 'any',
  anonymous: false,
  from: 'SSLv3',
});
