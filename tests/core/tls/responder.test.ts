import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  newResponder,
  type ResponderPolicy,
  type Suite,
  startTls,
  stepResponder,
  suiteNamed,
  type TlsVersion,
} from '../../../main/core/tls';
import { hex } from '../../../main/core/tls/bytes';
import { testPolicy } from './policy';

const random = new Uint8Array(32).fill(1);
const hello = (version: TlsVersion, ...names: string[]): Uint8Array =>
  startTls({ version, random, suites: names.map(suiteNamed).filter((suite): suite is Suite => suite !== null) }).send;
const ask = (policy: ResponderPolicy, bytes: Uint8Array): string => {
  const { done, send } = stepResponder(policy, newResponder(), bytes);
  if (done?.kind === 'answered') return `${done.version} ${done.suite.name}`;
  return done?.kind === 'refused' ? `alert ${done.alert} ${hex(send ?? new Uint8Array(0))}` : 'nothing';
};
const certified = { certificates: [Uint8Array.of(0x30, 0)], keyType: 'RSA' } as const;
const sign = (): { signature: Uint8Array; scheme: number } => ({ signature: Uint8Array.of(1, 2), scheme: 0x0401 });

describe('what the responder agrees to', () => {
  const offer = ['AES256-SHA', 'DHE-RSA-AES256-SHA', 'ADH-AES256-SHA'];
  const cases: [string, Partial<ResponderPolicy>, Uint8Array, string][] = [
    ['the initiator’s order', certified, hello('TLSv1.2', ...offer), 'TLSv1.2 AES256-SHA'],
    ['its own order', { ...certified, order: 'responder' }, hello('TLSv1.2', ...offer), 'TLSv1.2 ADH-AES256-SHA'],
    ['without a certificate only anonymous suites', {}, hello('TLSv1.2', ...offer), 'TLSv1.2 ADH-AES256-SHA'],
    ['without a signer no DHE', certified, hello('TLSv1.2', 'DHE-RSA-AES256-SHA', 'AES256-SHA'), 'TLSv1.2 AES256-SHA'],
    [
      'with a signer DHE',
      { ...certified, sign },
      hello('TLSv1.2', 'DHE-RSA-AES256-SHA', 'AES256-SHA'),
      'TLSv1.2 DHE-RSA-AES256-SHA',
    ],
    [
      'an RSA key signs no ECDSA suite',
      { ...certified, sign, suites: ['ECDHE-ECDSA-AES256-SHA'] },
      hello('TLSv1.2', 'ECDHE-ECDSA-AES256-SHA'),
      'alert 40 15030300020228',
    ],
    ['the newest version both have', { versions: ['TLSv1'] }, hello('TLSv1.2', ...offer), 'TLSv1 ADH-AES256-SHA'],
    [
      'no suite below its version',
      { versions: ['TLSv1'], suites: ['ADH-AES256-GCM-SHA384'] },
      hello('TLSv1.2', 'ADH-AES256-GCM-SHA384'),
      'alert 40 15030100020228',
    ],
    ['no suite in common: handshake_failure', {}, hello('TLSv1.2', 'RC4-SHA'), 'alert 40 15030300020228'],
    [
      'no version in common: protocol_version',
      { versions: ['TLSv1.2'] },
      hello('TLSv1', ...offer),
      'alert 70 15030100020246',
    ],
    ['TLS 1.3 alone: protocol_version', {}, hello('TLSv1.3', 'TLS_AES_128_GCM_SHA256'), 'alert 70 15030100020246'],
    [
      'a message that is no hello: unexpected_message',
      {},
      Uint8Array.of(22, 3, 1, 0, 4, 14, 0, 0, 0),
      'alert 10 1503010002020a',
    ],
    [
      'a hello cut short inside: decode_error',
      {},
      Uint8Array.of(22, 3, 1, 0, 5, 1, 0, 0, 1, 3),
      'alert 50 15030100020232',
    ],
    [
      'plain text: decode_error',
      {},
      Uint8Array.from('EHLO x', (letter) => letter.charCodeAt(0)),
      'alert 50 15030100020232',
    ],
  ];

  it.each(cases)('%s', (_name, changes, bytes, expected) => {
    expect(ask(testPolicy(changes), bytes)).toBe(expected);
  });

  it('is the same however the hello is cut', () => {
    const bytes = hello('TLSv1.2', ...offer);
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const first = stepResponder(testPolicy({}), newResponder(), bytes.subarray(0, cut));
      expect(first).not.toHaveProperty('send');
      expect(stepResponder(testPolicy({}), first.state, bytes.subarray(cut)).done?.kind).toBe('answered');
    }
  });

  it('ends after its answer: with an alert of the initiator, or with its own', () => {
    const { state } = stepResponder(testPolicy({}), newResponder(), hello('TLSv1.2', ...offer));
    const alert = stepResponder(testPolicy({}), state, Uint8Array.of(21, 3, 3, 0, 2, 2, 40));
    expect({ send: alert.send, done: alert.done }).toEqual({ send: undefined, done: { kind: 'left', alert: 40 } });
    const more = stepResponder(testPolicy({}), state, Uint8Array.of(22, 3, 3, 0, 4, 16, 0, 0, 0));
    expect(hex(more.send ?? new Uint8Array(0))).toBe('15030300020228');
    expect(more.done).toEqual({ kind: 'left', alert: null });
  });

  it('no bytes make it throw', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 100 })), (pieces) => {
        let state = newResponder();
        for (const piece of pieces) state = stepResponder(testPolicy(certified), state, piece).state;
      }),
    );
  });
});
