import { describe, expect, it } from 'vitest';
import { pcapOf } from '../../../main/lab/capture/packets';
import { Wire } from '../../../main/lab/capture/wire';
import { onlyOne, readCapture } from '../../support/capture/read';

const ends = {
  initiator: { address: '192.0.2.11', port: 40_001 },
  responder: { address: '192.0.2.10', port: 7025 },
};
const AT = Date.UTC(2026, 10, 24, 20, 40);
const wire = (): Wire => new Wire(ends, AT, 5, 1000);
const text = (...lines: readonly string[]): Uint8Array => Buffer.from(lines.map((line) => `${line}\r\n`).join(''));

describe('a connection that does not come about', () => {
  it('was refused by the responder', () => {
    const told = wire();
    told.refuse();
    const seen = onlyOne(readCapture(pcapOf(told.packets)));
    expect(seen).toMatchObject({
      ...ends,
      outcome: 'failed',
      failure: { code: 'connect-refused', stage: 'connect', by: 'responder', frame: 2 },
      resetBy: { by: 'responder', frame: 2, after: 'connect', ttl: 64, usualTtl: null },
      openedAt: '2026-11-24T20:40:00.000000Z',
      rttMs: null,
      syns: 1,
    });
  });

  it('was never answered, however often it was asked', () => {
    const told = wire();
    told.swallow();
    expect(onlyOne(readCapture(pcapOf(told.packets)))).toMatchObject({
      outcome: 'failed',
      failure: { code: 'connect-timed-out', stage: 'connect', by: null, frame: 1 },
      syns: 4,
      stage: 'connect',
    });
  });

  it('is still undecided a moment after one SYN', () => {
    const told = wire();
    told.swallow();
    expect(onlyOne(readCapture(pcapOf(told.packets.slice(0, 1))))).toMatchObject({ outcome: 'open', failure: null });
  });
});

describe('SMTP before TLS', () => {
  const talk = (banner: string, keywords: readonly string[], after: (told: Wire) => void = () => undefined) => {
    const told = wire();
    told.open();
    told.say('responder', text(banner));
    told.say('initiator', text('EHLO esa1.example.com'));
    told.say('responder', text('250-sma1.example.com', ...keywords));
    after(told);
    return told;
  };

  it('has a round trip, a greeting and keywords with their frames', () => {
    const told = talk('220 sma1.example.com ESMTP', ['250-8BITMIME', '250 STARTTLS']);
    expect(onlyOne(readCapture(pcapOf(told.packets)))).toMatchObject({
      rttMs: 10,
      banner: '220 sma1.example.com ESMTP',
      ehloName: 'esa1.example.com',
      ehlo: ['8BITMIME', 'STARTTLS'],
      starttls: true,
      stage: 'starttls',
      outcome: 'open',
      failure: null,
      frames: { first: 1, last: 6, syn: 1, synAck: 2, banner: 4, ehlo: 6, clientHello: null },
    });
  });

  it('lacks STARTTLS, and the initiator leaves', () => {
    const told = talk('220 sma1.example.com ESMTP', ['250 8BITMIME'], (one) => {
      one.say('initiator', text('QUIT'));
      one.close('initiator');
    });
    expect(onlyOne(readCapture(pcapOf(told.packets)))).toMatchObject({
      starttls: false,
      outcome: 'failed',
      failure: { code: 'starttls-missing', stage: 'ehlo', by: 'responder', frame: 6 },
      closedBy: { by: 'initiator', frame: 8, after: 'starttls' },
      certificateUnseen: 'no-handshake',
    });
  });

  it('is rewritten on the way', () => {
    const told = talk('220 ****************************2******0*****', ['250 XXXXXXXA']);
    expect(onlyOne(readCapture(pcapOf(told.packets)))).toMatchObject({
      masked: 'masked banner: 220 ****************************2******0*****',
      failure: { code: 'smtp-inspected', stage: 'ehlo' },
    });
  });

  it('counts too many connections', () => {
    const told = wire();
    told.open();
    told.say('responder', text('421 #4.4.5 Too many connections from your host.'));
    told.close('responder');
    expect(onlyOne(readCapture(pcapOf(told.packets)))).toMatchObject({
      starttls: null,
      failure: { code: 'too-many-connections', stage: 'greeting', frame: 4 },
    });
  });

  it('goes on without TLS: what is mail is not read', () => {
    const told = talk('220 sma1.example.com ESMTP', ['250 STARTTLS'], (one) => {
      one.say('initiator', text('MAIL FROM:<alice@example.com>'));
      one.say('responder', text('250 ok alice'));
    });
    const seen = onlyOne(readCapture(pcapOf(told.packets)));
    expect(seen).toMatchObject({ outcome: 'plaintext', failure: null });
    expect(JSON.stringify(seen)).not.toContain('alice');
  });

  it('is no SMTP at all', () => {
    const told = wire();
    told.open();
    told.say('responder', text('SSH-2.0-OpenSSH_9.2'));
    expect(onlyOne(readCapture(pcapOf(told.packets)))).toMatchObject({
      banner: null,
      failure: { code: 'not-smtp', stage: 'greeting', detail: 'ssh' },
    });
  });
});
