import { describe, expect, it } from 'vitest';
import { newTlsObserver, stepTlsObserver } from '../../../main/core/tls/observer';
import { ipPacketOf, type LabPacket } from '../../../main/lab/capture/packets';
import { pcapFile } from '../../support/capture/containers';
import { onlyOne, readCapture } from '../../support/capture/read';

const AT = Date.UTC(2026, 10, 24, 20, 40);
const INITIATOR = { address: '192.0.2.11', port: 40_001 };
const RESPONDER = { address: '192.0.2.10', port: 7025 };
type Told = Partial<LabPacket> & { readonly ms: number; readonly by: 'initiator' | 'responder'; readonly ttl?: number };

/** Raw IP packets of one connection; numbers as they stand, so that anything can be told. */
const capture = (...told: readonly (Told | { readonly ms: number; readonly raw: Buffer })[]) =>
  readCapture(
    pcapFile(
      told.map((one) => {
        const at = (AT + one.ms) * 1000;
        if ('raw' in one) return { at, bytes: one.raw };
        const [from, to] = one.by === 'initiator' ? [INITIATOR, RESPONDER] : [RESPONDER, INITIATOR];
        const packet = { sequence: 0, acknowledged: 0, flags: {}, payload: new Uint8Array(0), ...one, at, from, to };
        const bytes = ipPacketOf(packet);
        if (one.ttl !== undefined) bytes.writeUInt8(one.ttl, 8);
        return { at, bytes };
      }),
      { linkType: 101 },
    ),
  );
const text = (said: string): Uint8Array => Buffer.from(`${said}\r\n`);
const opening: Told[] = [
  { ms: 0, by: 'initiator', sequence: 100, acknowledged: null, flags: { syn: true } },
  { ms: 1, by: 'responder', sequence: 500, acknowledged: 101, flags: { syn: true } },
  { ms: 2, by: 'initiator', sequence: 101, acknowledged: 501 },
];
const BANNER = '220 sma1.example.com ESMTP';
const half = Math.floor(BANNER.length / 2);
const said = text(BANNER);

describe('segments', () => {
  const first = { by: 'responder', sequence: 501, acknowledged: 101, payload: said.subarray(0, half) } as const;
  const second = { by: 'responder', sequence: 501 + half, acknowledged: 101, payload: said.subarray(half) } as const;

  it.each<[string, Told[], { retransmissions: number }]>([
    [
      'in order',
      [
        { ms: 3, ...first },
        { ms: 4, ...second },
      ],
      { retransmissions: 0 },
    ],
    [
      'out of order',
      [
        { ms: 3, ...second },
        { ms: 4, ...first },
      ],
      { retransmissions: 0 },
    ],
    [
      'sent twice',
      [
        { ms: 3, ...first },
        { ms: 4, ...first },
        { ms: 5, ...second },
      ],
      { retransmissions: 1 },
    ],
    [
      'overlapping',
      [
        { ms: 3, ...first },
        { ms: 4, by: 'responder', sequence: 501, acknowledged: 101, payload: said },
      ],
      { retransmissions: 0 },
    ],
  ])('%s give the same greeting', (_, told, { retransmissions }) => {
    const seen = onlyOne(capture(...opening, ...told));
    expect([seen.banner, seen.bytes.responder, seen.holes]).toEqual([BANNER, said.length, []]);
    expect(seen.retransmissions.responder).toBe(retransmissions);
  });

  it('that the initiator acknowledged and the capture lacks are a hole, said with its range', () => {
    const acknowledged = 501 + said.length;
    const seen = onlyOne(
      capture(
        ...opening,
        { ms: 3, ...second },
        { ms: 4, by: 'initiator', sequence: 101, acknowledged },
        { ms: 5, by: 'initiator', sequence: 101, acknowledged, payload: text('EHLO esa1.example.com') },
      ),
    );
    expect(seen.holes).toEqual([{ direction: 'responder', from: 0, to: half, why: 'not-captured', frame: 4 }]);
    expect([seen.banner, seen.starttls, seen.ehloName]).toEqual([null, null, 'esa1.example.com']);
  });

  it('that never came while later ones did are a stall, and nothing more than that', () => {
    const seen = onlyOne(
      capture(
        ...opening,
        { ms: 3, ...second },
        { ms: 4, by: 'initiator', sequence: 101, acknowledged: 501 },
        { ms: 5000, by: 'initiator', sequence: 101, acknowledged: 501 },
      ),
    );
    expect(seen.stall).toMatchObject({ from: 'responder', kind: 'missing', bytes: half, stuck: null, frame: 4 });
    expect(seen.holes).toMatchObject([{ direction: 'responder', from: 0, to: half, why: 'never-arrived' }]);
    expect(seen.failure).toMatchObject({ code: 'greeting-missing', by: null });
  });
});

describe('who ends it', () => {
  it('a reset whose hop count is not the responder’s own', () => {
    const seen = onlyOne(
      capture(
        ...opening,
        { ms: 3, by: 'responder', sequence: 501, acknowledged: 101, payload: said, ttl: 62 },
        { ms: 9, by: 'responder', sequence: 501 + said.length, flags: { rst: true }, acknowledged: null, ttl: 61 },
      ),
    );
    expect(seen.resetBy).toEqual({
      by: 'responder',
      at: '2026-11-24T20:40:00.009000Z',
      frame: 5,
      after: 'ehlo',
      ttl: 61,
      usualTtl: 64,
    });
    expect(seen.failure).toMatchObject({ code: 'reset', stage: 'ehlo', by: 'responder', frame: 5 });
  });

  it('a router that says a packet was too big, with its limit', () => {
    const about = ipPacketOf({
      at: 0,
      from: RESPONDER,
      to: INITIATOR,
      sequence: 501,
      acknowledged: 101,
      flags: {},
      payload: said,
    });
    const icmp = Buffer.concat([Buffer.of(3, 4, 0, 0, 0, 0, 0x05, 0x14), about.subarray(0, 28)]);
    const header = Buffer.from(about.subarray(0, 20));
    header.writeUInt16BE(20 + icmp.length, 2);
    header.writeUInt8(1, 9);
    Buffer.of(198, 51, 100, 1).copy(header, 12);
    const seen = onlyOne(capture(...opening, { ms: 4, raw: Buffer.concat([header, icmp]) }));
    expect(seen.unreachable).toEqual([
      {
        from: '198.51.100.1',
        about: 'responder',
        kind: 'too-big',
        mtu: 1300,
        at: '2026-11-24T20:40:00.004000Z',
        frame: 4,
      },
    ]);
  });
});

describe('a ClientHello in the form of SSLv2', () => {
  it('offers suites by three bytes each', () => {
    const specs = Buffer.of(0, 0, 0x34, 0, 0, 0x35, 1, 0, 0x80, 0, 0, 0xff);
    const body = Buffer.concat([Buffer.of(1, 3, 1, 0, specs.length, 0, 0, 0, 16), specs, Buffer.alloc(16, 7)]);
    const { seen } = stepTlsObserver(newTlsObserver(), Buffer.concat([Buffer.of(0x80, body.length), body]));
    expect(seen).toMatchObject([{ kind: 'client-hello', form: 'sslv2', version: 'TLSv1' }]);
    const [hello] = seen;
    const names = hello?.kind === 'client-hello' ? hello.suites.map(({ name }) => name) : [];
    expect(names).toEqual(['ADH-AES128-SHA', 'AES256-SHA', '0x010080']);
  });
});
