import type { Server } from 'node:net';
import { getCiphers, TLSSocket } from 'node:tls';
import { SMTPServer } from 'smtp-server';
import { isAnonymous } from '../core/ciphers';
import type { LabCertificate } from './certificate';
import { closer } from './closer';
import type { LabAppliance } from './model';
import { oldListener } from './old-listener';
import type { Visit } from './story/visit';
import { inboundSuites } from './suites';

/** A quarantine listener that is not bound yet. */
export interface LabListener {
  readonly server: Server;
  readonly close: () => Promise<void>;
}

const IDLE_MS = 60_000;
const MOST_CONNECTIONS = 50;

/** The hidden listener of an appliance: SMTP with STARTTLS, as its model says. It takes no mail. */
export const listenerFor = (appliance: LabAppliance, certificate: LabCertificate, greet: Greet): LabListener => {
  const visits = new Map<string, Visit>();
  const listener =
    appliance.generation === '0.9.8' ? old(appliance, certificate) : current(appliance, certificate, visits);
  listener.server.on('connection', (socket) => {
    const key = keyOf(socket);
    const visit = greet(socket.remoteAddress ?? '');
    visits.set(key, visit);
    socket.once('close', () => {
      visits.delete(key);
      visit.end();
    });
  });
  return listener;
};

/** Told of everybody who connects; the answer is told what becomes of it. */
export type Greet = (from: string) => Visit;

const keyOf = ({
  remoteAddress,
  remotePort,
}: {
  readonly remoteAddress?: string | undefined;
  readonly remotePort?: number | undefined;
}): string => `${remoteAddress} ${remotePort}`;

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

const current = (
  appliance: LabAppliance,
  certificate: LabCertificate,
  visits: ReadonlyMap<string, Visit>,
): LabListener => {
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
    onSecure: (socket, session, done) => {
      if (socket instanceof TLSSocket)
        visits.get(keyOf(session))?.secured(socket.getProtocol() ?? '', socket.getCipher().name);
      done();
    },
    onMailFrom: (_address, _session, done) => done(refusal()),
  });
  // An initiator that goes away in the middle of a handshake is no fault of the lab.
  smtp.on('error', () => undefined);
  return { server: smtp.server, close: closer(smtp.server) };
};
