/** `ADH-`, `AECDH-`, `EXP-ADH-` of OpenSSL and `_anon_` of the registry: no certificate takes part. */
export const isAnonymousSuite = (cipher: string | null): boolean =>
  cipher !== null && /^(?:EXP-)?(?:ADH|AECDH)-|_anon_/i.test(cipher);
