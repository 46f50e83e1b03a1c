import { describe, expect, test } from 'vitest';
import { lookFactsOf } from '../../renderer/derive/look-facts';
import { captured, certificateNamed, failureOf, world } from '../support/observations';

const w = world('esa-to-sma');
const said = (facts: ReturnType<typeof lookFactsOf>) =>
  facts.map(({ label, text, key }) => `${label}: ${text ?? `<${key}>`}`);

describe('what a probe of this laptop saw, in words', () => {
  test('what was offered and agreed on, the certificate and its chain', () => {
    const certificate = certificateNamed('CN=sma1', 'CN=CPQ', 'ab'.repeat(8));
    const seen = w.agreed('AES256-SHA', 'HIGH:-aNULL', {
      certificate,
      chain: [certificate],
      chainOrder: 'single',
      anonymousAcceptedIfForced: false,
      authenticatedAccepted: true,
    });
    expect(said(lookFactsOf(seen, null))).toEqual([
      'greeting: 220 example.com ESMTP',
      'starttls: <offered>',
      'offered: HIGH:-aNULL',
      'agreed: TLSv1.2 AES256-SHA',
      'forced: <refused>',
      'authenticated: <accepted>',
      'subject: CN=sma1',
      'issuer: CN=CPQ',
      'valid: <fromTo>',
      'key: RSA 2048',
      'signature: sha256WithRSAEncryption',
      'sha256: abababab abababab',
      'chain: <order.single>',
      'connections: <number>',
    ]);
  });

  test('an anonymous suite has no identity, and no certificate', () => {
    const seen = w.agreed('ADH-AES256-SHA', null, { certificateUnseen: 'anonymous' });
    expect(said(lookFactsOf(seen, null)).slice(2, 6)).toEqual([
      'offered: <ownOffer>',
      'agreed: TLSv1.2 ADH-AES256-SHA',
      'identity: <anonymous>',
      'certificate: <unseen.anonymous>',
    ]);
  });

  test('TLS 1.3 hides the certificate, which is not its absence', () => {
    const seen = w.agreed('TLS_AES_256_GCM_SHA384', null, { certificateUnseen: 'tls-1.3' });
    expect(said(lookFactsOf(seen, null))).toContain('certificate: <unseen.tls-1-3>');
  });

  test('an alert stands with its name, and nothing was agreed on', () => {
    const seen = w.probe(failureOf('tls-alert', 'handshake_failure (40)'));
    expect(said(lookFactsOf(seen, null))).toEqual([
      'greeting: 220 example.com ESMTP',
      'starttls: <offered>',
      'offered: <ownOffer>',
      'agreed: <nothing>',
      'alert: handshake_failure (40)',
      'connections: <number>',
    ]);
  });
});

test('a capture says what the initiator itself offered, and who gave the alert', () => {
  expect(said(lookFactsOf(w.capture('initiator', captured.rejected), 9))).toEqual([
    'greeting: 220 example.com ESMTP',
    'starttls: <offered>',
    'offered: TLSv1.2: AES256-SHA',
    'agreed: <nothing>',
    'alert: <alertFrom.initiator>',
    'subject: CN=proxy',
    'issuer: CN=Company CA',
    'valid: <fromTo>',
    'key: RSA 2048',
    'signature: sha256WithRSAEncryption',
    'sha256: 02',
  ]);
});

test('a stall is shown with what still got through', () => {
  const stall = {
    from: 'responder' as const,
    kind: 'unacknowledged' as const,
    since: '2026-11-24T20:35:30Z',
    lastAt: '2026-11-24T20:36:00Z',
    retransmissions: 5,
    bytes: 2896,
    stuck: { smallest: 1448, largest: 1448 },
    largestPassed: 180,
    stage: 'handshake' as const,
    frame: 7,
  };
  const [found] = lookFactsOf(w.capture('initiator', { stall }), 7).filter((one) => one.label === 'stall');
  expect(found).toEqual({ label: 'stall', text: null, key: 'stalled.responder', params: { bytes: 2896, passed: 180 } });
});

test('other checks, and data of another shape, have no such facts', () => {
  expect([lookFactsOf(w.reach('connected'), null), lookFactsOf({ ...w.probe(), data: { old: 1 } }, null)]).toEqual([
    [],
    [],
  ]);
});
