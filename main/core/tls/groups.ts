/**
 * Groups of a key exchange: name and size in bits by code. Sources: IANA "TLS Supported Groups" registry, RFC 4492
 * section 5.1.1, RFC 7027, RFC 7748, RFC 7919, RFC 8422. Curves nobody offers here are named too: a capture may show them.
 */
// biome-ignore format: a table
const table: Readonly<Record<number, readonly [string, number]>> = {
  1: ['sect163k1', 163], 2: ['sect163r1', 163], 3: ['sect163r2', 163], 4: ['sect193r1', 193], 5: ['sect193r2', 193],
  6: ['sect233k1', 233], 7: ['sect233r1', 233], 8: ['sect239k1', 239], 9: ['sect283k1', 283], 10: ['sect283r1', 283],
  11: ['sect409k1', 409], 12: ['sect409r1', 409], 13: ['sect571k1', 571], 14: ['sect571r1', 571],
  15: ['secp160k1', 160], 16: ['secp160r1', 160], 17: ['secp160r2', 160], 18: ['secp192k1', 192],
  19: ['secp192r1', 192], 20: ['secp224k1', 224], 21: ['secp224r1', 224], 22: ['secp256k1', 256],
  23: ['secp256r1', 256], 24: ['secp384r1', 384], 25: ['secp521r1', 521], 26: ['brainpoolP256r1', 256],
  27: ['brainpoolP384r1', 384], 28: ['brainpoolP512r1', 512], 29: ['x25519', 253], 30: ['x448', 448],
  31: ['brainpoolP256r1tls13', 256], 32: ['brainpoolP384r1tls13', 384], 33: ['brainpoolP512r1tls13', 512],
  256: ['ffdhe2048', 2048], 257: ['ffdhe3072', 3072], 258: ['ffdhe4096', 4096], 259: ['ffdhe6144', 6144],
  260: ['ffdhe8192', 8192],
};

/** The group's name, or `group 4711` where no registry has it. */
export const groupName = (code: number): string => table[code]?.[0] ?? `group ${code}`;

/** The group's size in bits (x25519 as OpenSSL counts it: 253); null where it is not known. */
export const groupBits = (code: number): number | null => table[code]?.[1] ?? null;
