/**
 * Says whether a suite has no certificate, by its OpenSSL name (`ADH-…`, `AECDH-…`, `EXP-ADH-…`) or its IANA name
 * (`TLS_DH_anon_WITH_…`, RFC 5246 section A.5). Any other text answers false.
 */
export const isAnonymous = (suiteName: string): boolean => /^(EXP-)?A(EC)?DH-|_anon_/i.test(suiteName);
