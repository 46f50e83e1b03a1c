import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../main/core/capture';
import { ipPacketOf, type LabPacket } from '../../../main/lab/capture/packets';
import { pcapFile } from '../../support/capture/containers';
import { onlyOne, readCapture } from '../../support/capture/read';

const AT = Date.UTC(2026, 10, 24, 20, 40);
const RESPONDER = { address: '192.0.2.10', port: 7025 };
const initiatorOf = (number: number) => ({ address: `198.51.${number >> 8}.${number & 255}`, port: 40_000 });
const addressesOf = (report: ReturnType<typeof readCapture>) => report.connections.map((one) => one.initiator.address);

type Told = Pick<LabPacket, 'flags'> & {
  readonly from: 'initiator' | 'responder';
  readonly sequence: number;
  readonly said?: string;
};

/** One connection a second, each with these packets; raw IP. */
const capture = (count: number, told: readonly Told[]) =>
  readCapture(
    pcapFile(
      Array.from({ length: count }, (_, number) =>
        told.map(({ from, sequence, flags, said = '' }) => {
          const [one, other] =
            from === 'initiator' ? [initiatorOf(number), RESPONDER] : [RESPONDER, initiatorOf(number)];
          const acknowledged = flags.syn && from === 'initiator' ? null : 1;
          const packet = { at: AT, from: one, to: other, sequence, acknowledged, flags, payload: Buffer.from(said) };
          return { at: (AT + number * 1000) * 1000, bytes: ipPacketOf(packet) };
        }),
      ).flat(),
      { linkType: 101 },
    ),
    [],
    65_536,
  );
const opening: Told[] = [
  { from: 'initiator', sequence: 0, flags: { syn: true } },
  { from: 'responder', sequence: 0, flags: { syn: true } },
];
const reset: Told = { from: 'responder', sequence: 1, flags: { rst: true } };

describe('a capture of more than can be listed', () => {
  it('of very many connections keeps the newest: they say how it is now', () => {
    const report = capture(5003, [...opening, reset]);
    expect([report.connections.length, report.unlisted]).toEqual([5000, 3]);
    expect([addressesOf(report)[0], addressesOf(report).at(-1)]).toEqual(['198.51.0.3', '198.51.19.138']);
    expect(report.notes).toEqual([{ note: 'report-limit', detail: '', count: 3 }]);
  });

  it('of connections that say very much keeps the newest within sixteen MiB', () => {
    const keyword = `250-${'X'.repeat(1000)}\r\n`;
    const report = capture(400, [
      ...opening,
      { from: 'responder', sequence: 1, flags: {}, said: '220 sma1\r\n' },
      { from: 'initiator', sequence: 1, flags: {}, said: 'EHLO esa1\r\n' },
      { from: 'responder', sequence: 11, flags: {}, said: `250-sma1\r\n${keyword.repeat(60)}250 OK\r\n` },
    ]);
    expect(report.connections.length + report.unlisted).toBe(400);
    expect(report.unlisted).toBeGreaterThan(50);
    expect(addressesOf(report).at(-1)).toBe('198.51.1.143');
    expect(JSON.stringify(report.connections).length).toBeLessThan(16 * 1024 * 1024);
  });

  it('of connections that leave very much to be put in order lets the oldest of them go', () => {
    const pieces = Array.from({ length: 4 }, (_, index) => 2 + index * 60_000);
    const waiting = pieces.map(
      (sequence): Told => ({ from: 'responder', sequence, flags: {}, said: 'x'.repeat(60_000) }),
    );
    const { notes, connections } = capture(100, [...opening, ...waiting]);
    expect(notes.map(({ note }) => note)).toEqual(['connections-limit']);
    expect(connections).toHaveLength(100);
  });
});

it('a line has the time of its own frame, or none', () => {
  const banner: Told = { from: 'responder', sequence: 1, flags: {}, said: '220 sma1\r\n' };
  const one = onlyOne(capture(1, [...opening, banner, reset]));
  const reopened = { ...one, resetBy: one.resetBy && { ...one.resetBy, at: '2026-11-24T20:41:00.000000Z' } };
  expect(linesOf(reopened).map(({ frame, at }) => [frame, at])).toEqual([
    [1, '2026-11-24T20:40:00.000000Z'],
    [2, null],
    [3, null],
    [4, '2026-11-24T20:41:00.000000Z'],
  ]);
});
