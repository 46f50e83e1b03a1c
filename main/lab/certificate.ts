import { generateKeyPair, type KeyObject, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { bitString, explicit0, identifier, integer, NULL, sequence, set, text, utcTime } from './der';

/** Stands for the appliances' hidden certificate, whose contents no public source shows; its name says that it is the lab's. */
const NAME = 'CPQ Doctor practice lab, quarantine listener';
/** Stands for a company's firewall that decrypts TLS. */
const DEVICE = 'CPQ Doctor practice lab, TLS inspection';

const COMMON_NAME = identifier('550403');
const SHA256_WITH_RSA = sequence(identifier('2a864886f70d01010b'), NULL);
const VERSION_3 = explicit0(integer(Buffer.of(2)));
const DAY = 86_400_000;

export interface LabCertificate {
  readonly key: KeyObject;
  readonly keyPem: string;
  readonly der: Buffer;
  readonly pem: string;
}

/** The appliances' own: a self-signed RSA certificate (RFC 5280 section 4.1) that lives as long as the lab. */
export const makeCertificate = (now: Date): Promise<LabCertificate> => makeNamed(now, NAME, NAME);

/** What a device that decrypts TLS shows in the place of `hostname`'s certificate. */
export const makeInspected = (now: Date, hostname: string): Promise<LabCertificate> => makeNamed(now, hostname, DEVICE);

/** Signed by its own key whatever the issuer is called: nobody here checks it. */
const makeNamed = async (now: Date, subject: string, issuer: string): Promise<LabCertificate> => {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const body = toBeSigned(publicKey.export({ type: 'spki', format: 'der' }), now, subject, issuer);
  const der = sequence(body, SHA256_WITH_RSA, bitString(sign('sha256', body, privateKey)));
  const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { key: privateKey, keyPem, der, pem: pemOf(der) };
};

const nameOf = (name: string): Buffer => sequence(set(sequence(COMMON_NAME, text(name))));

const toBeSigned = (publicKey: Buffer, now: Date, subject: string, issuer: string): Buffer => {
  const serial = Buffer.concat([Buffer.of(1), randomBytes(8)]);
  const validity = sequence(utcTime(new Date(now.getTime() - DAY)), utcTime(new Date(now.getTime() + 365 * DAY)));
  return sequence(VERSION_3, integer(serial), SHA256_WITH_RSA, nameOf(issuer), validity, nameOf(subject), publicKey);
};

const pemOf = (der: Buffer): string => {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
};
