import { createECDH, createHash, sign } from 'node:crypto';
import { type Hello, writeClientHello } from '../../core/tls/client-hello';
import { CHANGE_CIPHER_SPEC, HANDSHAKE, writeRecords } from '../../core/tls/records';
import { newResponder, type ResponderPolicy, stepResponder } from '../../core/tls/responder';
import { type Suite, suiteNamed } from '../../core/tls/suites';
import { versionCode } from '../../core/tls/versions';
import type { LabCertificate } from '../certificate';
import { freshShare } from '../diffie-hellman';
import type { LabAppliance } from '../model';
import { signOld } from '../old-listener';
import { inboundSuites } from '../suites';
import type { Wire } from './wire';

/** One quarantine connection that came about, as somebody listening on the wire hears it. */
export interface Heard {
  readonly from: LabAppliance;
  readonly to: LabAppliance;
  readonly certificate: LabCertificate;
  /** What the initiator offers at this moment, in its order. */
  readonly offers: readonly string[];
  /** Bytes of mail it carries; 0: the initiator hangs up after the handshake. */
  readonly bytes: number;
  readonly seed: string;
}

const APPLICATION_DATA = 23;
const ALERT = 21;
const P256 = 23;
const RSA_SHA256 = 0x0401;

/** Bytes that look like anything, and the same for the same story. */
const chance = (seed: string, length: number): Buffer => {
  const pieces: Buffer[] = [];
  for (let at = 0; at * 32 < length; at += 1) pieces.push(createHash('sha256').update(`${seed} ${at}`).digest());
  return Buffer.concat(pieces).subarray(0, length);
};

const policyOf = ({ to, certificate, seed }: Heard): ResponderPolicy => ({
  suites: inboundSuites(to),
  order: 'initiator',
  versions: [to.ciphers.protocol],
  random: chance(`${seed} responder`, 32),
  dh: freshShare(),
  ecdh: { group: P256, point: createECDH('prime256v1').generateKeys() },
  certificates: [certificate.der],
  keyType: 'RSA',
  sign: (content) =>
    to.ciphers.protocol === 'TLSv1'
      ? { signature: signOld(certificate.key, content), scheme: 0 }
      : { signature: sign('sha256', content, certificate.key), scheme: RSA_SHA256 },
});

const helloOf = ({ from, offers, seed }: Heard): Hello => ({
  version: from.ciphers.protocol,
  suites: offers.map(suiteNamed).filter((suite): suite is Suite => suite !== null),
  random: chance(`${seed} initiator`, 32),
});

const lines = (...said: readonly string[]): Buffer => Buffer.from(said.map((line) => `${line}\r\n`).join(''));

const greet = (wire: Wire, { from, to }: Heard): void => {
  wire.open();
  wire.say('responder', lines(`220 ${to.hostname} ESMTP`));
  wire.say('initiator', lines(`EHLO ${from.hostname}`));
  wire.say('responder', lines(`250-${to.hostname}`, '250-8BITMIME', '250 STARTTLS'));
  wire.say('initiator', lines('STARTTLS'));
  wire.say('responder', lines('220 Go ahead with TLS'));
};

/** Key exchange, change of keys and Finished: what an eavesdropper cannot read, in its usual lengths. */
const finishHandshake = (wire: Wire, heard: Heard): void => {
  const { seed, to } = heard;
  const record = (type: number, content: Uint8Array) => writeRecords(type, versionCode(to.ciphers.protocol), content);
  const keys = Buffer.concat([Buffer.of(16, 0, 0, 66), chance(`${seed} keys`, 66)]);
  const changed = record(CHANGE_CIPHER_SPEC, Buffer.of(1));
  const finished = (who: string) => Buffer.concat([changed, record(HANDSHAKE, chance(`${seed} ${who} done`, 40))]);
  wire.say('initiator', Buffer.concat([record(HANDSHAKE, keys), finished('initiator')]));
  wire.say('responder', finished('responder'));
};

const carry = (wire: Wire, { seed, bytes, to }: Heard): void => {
  const data = (who: 'initiator' | 'responder', length: number): void =>
    wire.say(who, writeRecords(APPLICATION_DATA, versionCode(to.ciphers.protocol), chance(`${seed} ${who}`, length)));
  data('initiator', 64);
  data('responder', 96);
  data('initiator', bytes);
  data('responder', 64);
};

/** Tells the whole connection on the wire. With no mail to carry the initiator leaves with an alert it says under the new keys. */
export const converse = (wire: Wire, heard: Heard): void => {
  greet(wire, heard);
  const hello = writeClientHello(helloOf(heard));
  wire.say('initiator', hello);
  const { send } = stepResponder(policyOf(heard), newResponder(), hello);
  if (send) wire.say('responder', send);
  finishHandshake(wire, heard);
  if (heard.bytes > 0) carry(wire, heard);
  else wire.say('initiator', writeRecords(ALERT, versionCode(heard.to.ciphers.protocol), chance(heard.seed, 32)));
  wire.close('initiator');
};
