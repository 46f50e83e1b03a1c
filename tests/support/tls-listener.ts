import type { Socket } from 'node:net';
import { type SmtpPolicy, startSmtpResponder, stepSmtpResponder } from '../../main/core/smtp';
import { newResponder, type ResponderPolicy, stepResponder } from '../../main/core/tls';
import { testPolicy } from '../core/tls/policy';

export const ordinary: SmtpPolicy = { host: 'sma1.example.com', keywords: ['8BITMIME'], mood: 'ordinary' };

const speakTls = (socket: Socket, policy: ResponderPolicy): void => {
  let state = newResponder();
  socket.on('data', (bytes) => {
    const step = stepResponder(policy, state, new Uint8Array(bytes));
    state = step.state;
    if (step.send) socket.write(step.send);
    if (step.done && step.done.kind !== 'answered') socket.end();
  });
};

/**
 * A peer for `listenAs` that speaks SMTP up to STARTTLS and then the start of TLS up to 1.2 by our own responder:
 * good for what the prober does over many connections, no judge of its reading.
 */
export const speaksTls =
  (policy: Partial<ResponderPolicy> = {}, smtp: SmtpPolicy = ordinary) =>
  (socket: Socket): void => {
    const start = startSmtpResponder(smtp);
    if (start.send) socket.write(start.send);
    if (start.done) {
      socket.end();
      return;
    }
    let { state } = start;
    const onBytes = (bytes: Buffer): void => {
      const step = stepSmtpResponder(smtp, state, new Uint8Array(bytes));
      state = step.state;
      if (step.send) socket.write(step.send);
      if (step.done) socket.off('data', onBytes);
      if (step.done?.kind === 'starttls') speakTls(socket, testPolicy(policy));
      else if (step.done) socket.end();
    };
    socket.on('data', onBytes);
  };
