import type { Server } from 'node:net';
import { getCiphers } from 'node:tls';
import { SMTPServer } from 'smtp-server';
import { isAnonymous } from '../core/ciphers';
import type { LabCertificate } from './certificate';
import { closer } from './closer';
import type { LabAppliance } from './model';
import { oldListener } from './old-listener';
import { inboundSuites } from './suites';

/** A quarantine listener that is not bound yet. */
export interface LabListener {
  readonly server: Server;
  readonly close: () => Promise<void>;
}

const IDLE_MS = 60_000;
const MOST_CONNECTIONS = 50;

/** The hidden listener of an appliance: SMTP with STARTTLS, as its model says. It takes no mail. */
export const listenerFor = (appliance: LabAppliance, certificate: LabCertificate): LabListener =>
  appliance.generation === '0.9.8' ? old(appliance, certificate) : current(appliance, certificate);

const old = (appliance: LabAppliance, certificate: LabCertificate): LabListener => {
  const server = oldListener(appliance, certificate);
  return { server, close: closer(server) };
};

/** Electron's TLS knows fewer suites than Node's, and throws at a name that it does not know. */
const ofThisRuntime = (suites: readonly string[]): string[] => {
  const known = new Set(getCiphers());
  return suites.filter((suite) => known.has(suite.toLowerCase()) && !isAnonymous(suite));
};

const refusal = (): Error => Object.assign(new Error('The practice lab takes no mail'), { responseCode: 451 });

const current = (appliance: LabAppliance, certificate: LabCertificate): LabListener => {
  const smtp = new SMTPServer({
    name: appliance.hostname,
    key: certificate.keyPem,
    cert: certificate.pem,
    ciphers: ofThisRuntime(inboundSuites(appliance)).join(':'),
    honorCipherOrder: false,
    minVersion: appliance.ciphers.protocol,
    maxVersion: appliance.ciphers.protocol,
    disabledCommands: ['AUTH'],
    disableReverseLookup: true,
    logger: false,
    maxClients: MOST_CONNECTIONS,
    socketTimeout: IDLE_MS,
    onMailFrom: (_address, _session, done) => done(refusal()),
  });
  // An initiator that goes away in the middle of a handshake is no fault of the lab.
  smtp.on('error', () => undefined);
  return { server: smtp.server, close: closer(smtp.server) };
};
