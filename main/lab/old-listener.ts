import { constants, createHash, type KeyObject, privateEncrypt, randomBytes } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { type SmtpPolicy, startSmtpResponder, stepSmtpResponder } from '../core/smtp/responder';
import { newResponder, type ResponderPolicy, type ResponderState, stepResponder } from '../core/tls/responder';
import type { LabCertificate } from './certificate';
import { freshShare } from './diffie-hellman';
import type { LabAppliance } from './model';
import { inboundSuites } from './suites';

const IDLE_MS = 60_000;
const MOST_CONNECTIONS = 50;

/**
 * The hidden listener of an appliance on OpenSSL 0.9.8: TLS 1.0, anonymous suites, the initiator's order. No library
 * of this runtime speaks those any more, so it is our own responder; it answers a handshake and completes none.
 */
export const oldListener = (appliance: LabAppliance, certificate: LabCertificate): Server => {
  const server = createServer((socket) => serve(socket, appliance, certificate));
  server.maxConnections = MOST_CONNECTIONS;
  return server;
};

const serve = (socket: Socket, appliance: LabAppliance, certificate: LabCertificate): void => {
  // An initiator that goes away is no fault of the lab.
  socket.on('error', () => socket.destroy());
  socket.setTimeout(IDLE_MS, () => socket.destroy());
  const policy: SmtpPolicy = { host: appliance.hostname, keywords: ['8BITMIME'], mood: 'ordinary' };
  let { state, send } = startSmtpResponder(policy);
  if (send) socket.write(send);
  const onSmtp = (bytes: Buffer): void => {
    const step = stepSmtpResponder(policy, state, bytes);
    state = step.state;
    if (step.send) socket.write(step.send);
    if (step.done?.kind === 'closed') socket.end();
    if (step.done?.kind === 'starttls') {
      socket.off('data', onSmtp);
      shakeHands(socket, tlsPolicy(appliance, certificate));
    }
  };
  socket.on('data', onSmtp);
};

const shakeHands = (socket: Socket, policy: ResponderPolicy): void => {
  let state: ResponderState = newResponder();
  socket.on('data', (bytes: Buffer) => {
    const step = stepResponder(policy, state, bytes);
    state = step.state;
    if (step.send) socket.write(step.send);
    if (step.problem || (step.done && step.done.kind !== 'answered')) socket.end();
  });
};

const tlsPolicy = (appliance: LabAppliance, certificate: LabCertificate): ResponderPolicy => ({
  suites: inboundSuites(appliance),
  order: 'initiator',
  versions: [appliance.ciphers.protocol],
  random: randomBytes(32),
  dh: freshShare(),
  ecdh: null,
  certificates: [certificate.der],
  keyType: 'RSA',
  sign: (content) => ({ signature: signOld(certificate.key, content), scheme: 0 }),
});

/** TLS 1.0 signs MD5 and SHA-1 together, without naming either (RFC 2246 section 7.4.3). */
export const signOld = (key: KeyObject, content: Uint8Array): Uint8Array => {
  const digest = (name: string) => createHash(name).update(content).digest();
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([digest('md5'), digest('sha1')]));
};
