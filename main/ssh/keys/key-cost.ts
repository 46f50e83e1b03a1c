/** 18 ms each in ssh2's bcrypt (measured), on the event loop; ssh-keygen's default is 16 or 24. */
const MOST_ROUNDS = 300;
/** Ten times what is recommended today; some seconds of OpenSSL's time. */
const MOST_ITERATIONS = 10_000_000;

const INTEGER = 0x02;
const SEQUENCE = 0x30;

/** Length of a DER value and where it begins, for lengths up to 2^24. */
const sized = (der: Buffer, at: number): { start: number; length: number } | null => {
  const first = der[at + 1];
  if (first === undefined) return null;
  if (first < 0x80) return { start: at + 2, length: first };
  const more = first & 0x7f;
  if (more === 0 || more > 3 || at + 2 + more > der.length) return null;
  return { start: at + 2 + more, length: der.readUIntBE(at + 2, more) };
};

/** The first number below nested sequences: an EncryptedPrivateKeyInfo's iterations (RFC 8018 appendix A). */
const firstNumber = (der: Buffer): number | null => {
  for (let at = 0, steps = 0; at < der.length && steps < 64; steps += 1) {
    const found = sized(der, at);
    if (found === null) return null;
    if (der[at] === INTEGER)
      return found.length > 6 ? Number.MAX_SAFE_INTEGER : der.readUIntBE(found.start, Math.max(1, found.length));
    at = der[at] === SEQUENCE ? found.start : found.start + found.length;
  }
  return null;
};

/** The bytes within PEM armour; header lines of the old encryption are passed over. */
export const armoured = (text: string): Buffer =>
  Buffer.from(text.replace(/-----[^-]+-----/g, '').replace(/^[\w-]+:.*$/gm, ''), 'base64');

const roundsOf = (body: Buffer): number => {
  const name = Buffer.from('\0\0\0\x06bcrypt', 'latin1');
  const at = body.subarray(0, 200).indexOf(name);
  if (at === -1) return 0;
  const options = at + name.length + 4;
  const salt = options + 4;
  if (salt > body.length) return 0;
  const rounds = salt + body.readUInt32BE(options);
  return rounds + 4 > body.length ? 0 : body.readUInt32BE(rounds);
};

/** Whether opening an encrypted PEM or OpenSSH key would take longer than a person waits: a file may say any number. */
export const isPemTooCostly = (text: string): boolean => {
  if (text.includes('BEGIN OPENSSH PRIVATE KEY')) return roundsOf(armoured(text)) > MOST_ROUNDS;
  if (!text.includes('BEGIN ENCRYPTED PRIVATE KEY')) return false;
  return (firstNumber(armoured(text)) ?? 0) > MOST_ITERATIONS;
};
