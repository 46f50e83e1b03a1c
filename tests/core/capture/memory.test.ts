import { describe, expect, it } from 'vitest';
import { CaptureReader } from '../../../main/core/capture';
import { pcapHeader } from '../../../main/lab/capture/packets';
import { flood, INITIATOR, RESPONDER } from '../../support/capture/flood';

const MEBI = 1024 * 1024;
const ELSEWHERE = { address: '192.0.2.99', port: 443 };

/** Feeds it and answers the report with the most memory that was held above what the machine began with. */
const fed = (pieces: Iterable<Buffer>) => {
  const reader = new CaptureReader({ file: 'large.pcap', ports: [] });
  reader.take(pcapHeader(1));
  const before = process.memoryUsage.rss();
  let most = 0;
  for (const piece of pieces) {
    reader.take(piece);
    most = Math.max(most, process.memoryUsage.rss() - before);
  }
  return { report: reader.finish(), most };
};

describe('memory does not grow with the capture', () => {
  it('of a quarantine connection that carries a GiB', { timeout: 60_000 }, () => {
    const { report, most } = fed(flood(1024 * MEBI, INITIATOR, RESPONDER));
    expect(report.connections.map((one) => one.bytes.initiator >= 1024 * MEBI)).toEqual([true]);
    expect(report.connections[0]?.applicationData.initiator).toBeGreaterThan(1020 * MEBI);
    expect(most).toBeLessThan(64 * MEBI);
  });

  it('nor of a GiB of other traffic', { timeout: 60_000 }, () => {
    const { report, most } = fed(flood(1024 * MEBI, INITIATOR, ELSEWHERE));
    expect(report.connections).toEqual([]);
    expect(report.skipped.map(({ reason }) => reason)).toEqual(['other-port']);
    expect(most).toBeLessThan(64 * MEBI);
  });

  it('nor where one packet in a hundred is missing and nobody says that it arrived', () => {
    const { report, most } = fed(flood(64 * MEBI, INITIATOR, RESPONDER, 100));
    expect(report.connections.map(({ holes }) => [holes.length, holes[0]?.why])).toEqual([[50, 'overflow']]);
    expect(report.notes).toEqual([{ note: 'out-of-order-limit', detail: '', count: 1 }]);
    expect(most).toBeLessThan(64 * MEBI);
  });
});
