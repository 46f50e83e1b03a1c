import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CaptureReader } from '../../main/core/capture';
import { CaptureReport } from '../../main/core/model';
import { type Case, LIMIT_MS, MOST_HELD, outcomesOf, total } from '../support/fuzz/hold';
import { delivered, mutated } from '../support/fuzz/mutate';
import { pcapngOf } from '../support/fuzz/pcapng';
import { weight } from '../support/fuzz/weight';

/** With those of the other fuzz tests more than 200,000. */
const CASES = 20_000;
/** The noun is looked at once in so many cases: it takes longer than the reading. */
const EVERY = 20;

const folder = new URL('../fixtures/transcripts/', import.meta.url);
/** What tcpdump saw of a Postfix (`record-captures.ts`), each as pcap and as pcapng; the port is part of the name. */
const captures = readdirSync(folder)
  .filter((name) => name.endsWith('.pcap'))
  .sort()
  .flatMap((name) => {
    const pcap = readFileSync(new URL(name, folder));
    const port = Number(/(\d+)\.pcap$/.exec(name)?.[1]);
    return [
      { bytes: new Uint8Array(pcap), port },
      { bytes: new Uint8Array(pcapngOf(pcap)), port },
    ];
  });

const read = (pieces: readonly Uint8Array[], port: number) => {
  const reader = new CaptureReader({ file: 'fuzz.pcap', ports: [port] });
  for (const piece of pieces) {
    // The reader's own promise: what it was fed may be overwritten afterwards.
    const lent = piece.slice();
    reader.take(lent);
    lent.fill(0xaa);
  }
  return { reader, held: weight(reader), report: reader.finish() };
};

const outcomeOf = ({ fault, report }: { fault: string | null; report: CaptureReport }): string => {
  if (fault !== null) return fault;
  const [first] = report.connections;
  return first ? (first.failure?.code ?? first.outcome) : 'no-connection';
};

const mutatedCapture: Case = (which, changes, shape) => {
  const { bytes, port } = captures[which % captures.length] ?? { bytes: new Uint8Array(0), port: 0 };
  const { reader, held, report } = read(delivered(mutated(bytes, changes), shape), port);
  if (held > MOST_HELD) throw new Error(`holds ${held}`);
  if (shape % EVERY === 0) CaptureReport.parse(report);
  return outcomeOf({ fault: reader.fault, report });
};

describe('mutated captures of tcpdump', () => {
  it('are read as they were made where nothing is changed', () => {
    const told = captures.map(({ bytes, port }) => {
      const { connections, notes } = read([bytes], port).report;
      return {
        notes,
        said: connections.map(({ negotiated, certificate }) => [negotiated?.cipher, certificate !== null]),
      };
    });
    const said = (cipher: string, certified: boolean) => ({ notes: [], said: [[cipher, certified]] });
    const expected = [
      said('ADH-AES256-GCM-SHA384', false),
      said('ECDHE-RSA-AES256-GCM-SHA384', true),
      said('TLS_AES_256_GCM_SHA384', false),
    ];
    expect(told).toEqual(expected.flatMap((one) => [one, one]));
  });

  it('end in a report that holds, whatever was changed', { timeout: LIMIT_MS }, () => {
    const seen = outcomesOf(mutatedCapture, CASES);
    expect(total(seen)).toBe(CASES);
    expect(Object.keys(seen)).toEqual(
      expect.arrayContaining(['encrypted', 'no-capture', 'link-type-unknown', 'no-connection', 'unknown']),
    );
  });
});
