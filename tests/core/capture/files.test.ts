import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaptureReader, captureFormat } from '../../../main/core/capture';
import type { CaptureReport } from '../../../main/core/model';
import { ipPacketOf, pcapOf } from '../../../main/lab/capture/packets';
import { Wire } from '../../../main/lab/capture/wire';
import { type Framed, ipv6Of, pcapFile, pcapng } from '../../support/capture/containers';
import { onlyOne, readCapture } from '../../support/capture/read';

const AT = Date.UTC(2026, 10, 24, 20, 40);
const ends = {
  initiator: { address: '192.0.2.11', port: 40_001 },
  responder: { address: '192.0.2.10', port: 7025 },
};
const lines = (text: string): Uint8Array => Buffer.from(text.replaceAll('\n', '\r\n'));

const talk = (): Wire => {
  const told = new Wire(ends, AT, 5, 0xfffffff0);
  told.open();
  told.say('responder', lines('220 sma1.example.com ESMTP\n'));
  told.say('initiator', lines('EHLO esa1.example.com\n'));
  told.say('responder', lines('250-sma1.example.com\n250 STARTTLS\n'));
  told.close('initiator');
  return told;
};
const ipPackets = talk().packets.map(ipPacketOf);
const framed = (wrap: (packet: Buffer) => Uint8Array): Framed[] =>
  ipPackets.map((packet, index) => ({ at: AT * 1000 + index * 5000, bytes: wrap(packet) }));
const ethernet = framed((packet) => Buffer.concat([Buffer.alloc(12), Buffer.of(8, 0), packet]));

/** What must be the same whatever the packets are wrapped in. */
const factsOf = (report: CaptureReport) => {
  const { banner, ehlo, rttMs, frames, openedAt, closedBy, bytes } = onlyOne(report);
  return { banner, ehlo, rttMs, frames, openedAt, closedBy, bytes };
};
const wanted = factsOf(readCapture(pcapOf(talk().packets)));

const lone =
  (...bytes: readonly number[]) =>
  (packet: Buffer) =>
    Buffer.concat([Buffer.of(...bytes), packet]);
const cooked = (type: number) => lone(0, 0, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0, type >> 8, type & 255);

describe('every link type', () => {
  it.each<[string, number, string, (packet: Buffer) => Uint8Array]>([
    ['Ethernet', 1, 'Ethernet', lone(...Array(12).fill(1), 8, 0)],
    ['a VLAN', 1, 'Ethernet', lone(...Array(12).fill(1), 0x81, 0, 0, 5, 8, 0)],
    ['a VLAN in a VLAN', 1, 'Ethernet', lone(...Array(12).fill(1), 0x88, 0xa8, 0, 9, 0x81, 0, 0, 5, 8, 0)],
    ['raw IP, BSD number', 12, 'raw IP', lone()],
    ['raw IP, OpenBSD number', 14, 'raw IP', lone()],
    ['raw IP', 101, 'raw IP', lone()],
    ['raw IPv4', 228, 'raw IPv4', lone()],
    ['BSD loopback of a small machine', 0, 'BSD loopback', lone(2, 0, 0, 0)],
    ['BSD loopback of a big machine', 0, 'BSD loopback', lone(0, 0, 0, 2)],
    ['OpenBSD loopback', 108, 'OpenBSD loopback', lone(0, 0, 0, 2)],
    ['Linux cooked', 113, 'Linux cooked', cooked(0x0800)],
    ['Linux cooked v2', 276, 'Linux cooked v2', lone(8, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0)],
    ['Linux cooked v2, a VLAN', 276, 'Linux cooked v2', lone(0x81, 0, ...Array(18).fill(0), 0, 5, 8, 0)],
  ])('%s', (_, linkType, name, wrap) => {
    const report = readCapture(pcapFile(framed(wrap), { linkType }));
    expect([report.linkTypes, report.skipped, factsOf(report)]).toEqual([[name], [], wanted]);
  });

  it('says how many packets are of one that nobody here knows, and that nothing can be read of such a file', () => {
    const reader = new CaptureReader({ file: 'wifi.pcap', ports: [] });
    reader.take(pcapFile(ethernet, { linkType: 105 }));
    expect(reader.fault).toBe('link-type-unknown');
    expect(reader.finish()).toMatchObject({
      linkTypes: ['link type 105'],
      connections: [],
      skipped: [{ reason: 'link-type-unknown', packets: ethernet.length }],
      notes: [{ note: 'link-type-unknown', detail: 'link type 105', count: ethernet.length }],
    });
  });
});

describe('both versions of IP', () => {
  const none = null;
  const hop = { type: 0, bytes: Buffer.of(6, 0, 1, 4, 0, 0, 0, 0) };
  const whole = { type: 44, bytes: Buffer.of(6, 0, 0, 0, 0, 0, 0, 1) };
  it.each([
    ['plain', none],
    ['behind hop-by-hop options', hop],
    ['in one lone fragment', whole],
  ])('IPv6 %s', (_, extension) => {
    const report = readCapture(
      pcapFile(
        framed((packet) => ipv6Of(packet, extension)),
        { linkType: 229 },
      ),
    );
    expect(factsOf(report)).toEqual(wanted);
    expect(onlyOne(report).initiator).toEqual({ address: '2001:db8::c000:20b', port: 40_001 });
  });

  it('IPv4 with options', () => {
    const withOptions = (packet: Buffer) => {
      const longer = Buffer.concat([packet.subarray(0, 20), Buffer.of(1, 1, 1, 1), packet.subarray(20)]);
      longer.writeUInt8(0x46, 0);
      longer.writeUInt16BE(longer.length, 2);
      return longer;
    };
    expect(factsOf(readCapture(pcapFile(framed(withOptions), { linkType: 101 })))).toEqual(wanted);
  });

  it('counts later fragments and says so', () => {
    const fragment = Buffer.from(ipPackets[3] ?? Buffer.alloc(0));
    fragment.writeUInt16BE(0x0020, 6);
    const report = readCapture(
      pcapFile([...framed((packet) => packet), { at: 0, bytes: fragment }], { linkType: 101 }),
    );
    expect(report.skipped).toEqual([{ reason: 'fragment', packets: 1 }]);
    expect(report.notes).toEqual([{ note: 'fragments', detail: '', count: 1 }]);
  });

  it('leaves out the padding of short Ethernet frames', () => {
    const longer = ethernet.map((one) => ({ ...one, bytes: Buffer.concat([one.bytes, Buffer.alloc(20, 0x41)]) }));
    expect(factsOf(readCapture(pcapFile(longer)))).toEqual(wanted);
  });
});

describe('every form of file', () => {
  const units = ({ at }: Framed, perMicro: bigint): bigint => BigInt(at) * perMicro;
  const forms: [string, Uint8Array][] = (['little', 'big'] as const).flatMap((order) => {
    const { section, device, enhanced, old, block } = pcapng(order);
    const other = pcapng(order === 'little' ? 'big' : 'little');
    const packets = ethernet.map((one) => enhanced(0, units(one, 1n), one.bytes));
    return [
      [`pcap, ${order} endian`, pcapFile(ethernet, { order })],
      [`pcap, nanoseconds, ${order} endian`, pcapFile(ethernet, { order, nanoseconds: true })],
      [`pcapng, ${order} endian`, Buffer.concat([section(), device(1), ...packets])],
      [
        `pcapng, nanoseconds, ${order} endian`,
        Buffer.concat([section(), device(1, 9), ...ethernet.map((one) => enhanced(0, units(one, 1000n), one.bytes))]),
      ],
      [
        `pcapng, old packet blocks, ${order} endian`,
        Buffer.concat([section(), device(1), ...ethernet.map((one) => old(0, units(one, 1n), one.bytes))]),
      ],
      [
        `pcapng, two interfaces and blocks that nobody reads, ${order} endian`,
        Buffer.concat([
          section(),
          device(105),
          device(1),
          block(5, Buffer.alloc(400)),
          ...ethernet.map((one) => enhanced(1, units(one, 1n), one.bytes)),
          block(0x0bad, Buffer.alloc(40)),
        ]),
      ],
      [
        `pcapng, a section of the other order behind an empty one, ${order} endian`,
        Buffer.concat([other.section(), other.device(105), section(), device(1), ...packets]),
      ],
    ] as [string, Uint8Array][];
  });

  it.each(forms)('%s, whole and a byte at a time', (_, bytes) => {
    expect(factsOf(readCapture(bytes))).toEqual(wanted);
    expect(readCapture(bytes, [], 1)).toEqual(readCapture(bytes));
  });

  it('keeps nothing of a buffer that is filled again', () => {
    const file = pcapFile([...ethernet.slice(0, 3), ...ethernet.slice(3).reverse()]);
    const whole = readCapture(file);
    for (const size of [16, 50, 61, 200]) {
      const reader = new CaptureReader({ file: 'test.pcap', ports: [] });
      const buffer = Buffer.alloc(size);
      for (let at = 0; at < file.length; at += size) {
        const count = file.copy(buffer, 0, at, Math.min(file.length, at + size));
        reader.take(buffer.subarray(0, count));
        buffer.fill(0xee);
      }
      expect([size, reader.finish()]).toEqual([size, whole]);
    }
  });

  it('takes the time from the packet before where a simple block has none, and its length from the snap length', () => {
    const { section, device, simple, enhanced } = pcapng('little');
    const [first, ...others] = ethernet;
    const head = enhanced(0, BigInt(first?.at ?? 0), first?.bytes ?? Buffer.alloc(0));
    const report = readCapture(Buffer.concat([section(), device(1), head, ...others.map((one) => simple(one.bytes))]));
    expect(onlyOne(report)).toMatchObject({ banner: '220 sma1.example.com ESMTP', rttMs: 0 });
    expect(report.madeBy).toBe('test');
  });

  it('is known by its first bytes', () => {
    const heads = [...forms.map(([, bytes]) => bytes.subarray(0, 12)), lines('220 sma1 ESMTP\n'), Buffer.alloc(12)];
    expect(heads.map(captureFormat)).toEqual([...forms.map(([name]) => name.split(',')[0]), null, null]);
  });
});

describe('a file that is not whole', () => {
  const file = pcapFile(ethernet);

  it('is read as far as it goes, wherever it breaks off, and says after which packet', () => {
    for (let end = 24; end <= file.length; end += 1) {
      const report = readCapture(file.subarray(0, end));
      const whole = ethernet.filter((_, index) => 24 + sizes(index + 1) <= end).length;
      const atBorder = end === 24 + sizes(whole);
      expect([end, report.packets, report.notes]).toEqual([
        end,
        whole,
        atBorder ? [] : [{ note: 'file-truncated', detail: String(whole), count: 1 }],
      ]);
    }
  });
  const sizes = (count: number): number =>
    ethernet.slice(0, count).reduce((sum, one) => sum + 16 + one.bytes.length, 0);

  it('names the place of a record that cannot be', () => {
    const broken = Buffer.from(file);
    broken.writeUInt32LE(0x7fffffff, 24 + sizes(3) + 8);
    expect(readCapture(broken)).toMatchObject({
      packets: 3,
      notes: [{ note: 'file-damaged', detail: String(24 + sizes(3)), count: 1 }],
    });
  });

  it('may have had its frames cut when capturing: what is missing is a hole', () => {
    const cut = ethernet.map((one) => ({ ...one, bytes: one.bytes.subarray(0, 60), length: one.bytes.length }));
    const report = readCapture(pcapFile(cut));
    const { holes, banner, bytes, outcome, failure } = onlyOne(report);
    expect([banner, outcome, failure, bytes]).toEqual([null, 'unknown', null, wanted.bytes]);
    expect(holes).toEqual([
      { direction: 'responder', from: 6, to: 28, why: 'cut', frame: 4 },
      { direction: 'initiator', from: 6, to: 23, why: 'cut', frame: 5 },
      { direction: 'responder', from: 34, to: 64, why: 'cut', frame: 6 },
    ]);
    expect(report.notes).toEqual([{ note: 'frames-cut', detail: '', count: 3 }]);
  });

  it('is no capture', () => {
    const reader = new CaptureReader({ file: 'x', ports: [] });
    reader.take(lines('Mon Mar  2 15:10:02 2026 Info: Begin Logfile\n'));
    expect([reader.fault, reader.isHopeless]).toEqual(['no-capture', true]);
  });
});

describe('whatever the bytes are', () => {
  const file = pcapFile(ethernet);
  const mutated = fc
    .array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 })
    .map((changes) => {
      const bytes = Buffer.from(file);
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
  const random = fc
    .uint8Array({ maxLength: 400 })
    .chain((bytes) => fc.constantFrom(bytes, Buffer.concat([file.subarray(0, 24), bytes])));

  it('never throws, and answers the same however they are cut', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, random), fc.integer({ min: 1, max: 200 }), (bytes, size) => {
        expect(readCapture(bytes, [], size)).toEqual(readCapture(bytes));
      }),
      { numRuns: 2000 },
    );
  });
});
