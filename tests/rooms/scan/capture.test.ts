import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { pcapHeader } from '../../../main/lab/capture/packets';
import { analyseCapture } from '../../../main/scan';
import { flood, INITIATOR, RESPONDER } from '../../support/capture/flood';

const folder = mkdtempSync(join(tmpdir(), 'cpq-scan-capture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BYTES = 20 * 1024 * 1024;
const large = (): string => {
  const path = join(folder, 'large.pcap');
  const file = openSync(path, 'w');
  writeSync(file, pcapHeader(1));
  for (const piece of flood(BYTES, INITIATOR, RESPONDER)) writeSync(file, piece);
  closeSync(file);
  return path;
};

it('reads a capture larger than what it reads at a time, whole', async () => {
  const told: number[] = [];
  const report = await analyseCapture(large(), { ports: [], onProgress: (bytes) => told.push(bytes) });
  if (!report.ok) throw new Error(report.problem.code);
  const { notes, connections, packets, bytes } = report.value;
  expect([notes, connections.length, connections[0]?.packets]).toEqual([[], 1, packets]);
  expect(connections[0]?.holes).toEqual([]);
  expect(connections[0]?.bytes.initiator).toBeGreaterThanOrEqual(BYTES);
  expect(told.at(-1)).toBe(bytes);
});

it('ends as cancelled when it is told so', async () => {
  const stop = new AbortController();
  stop.abort();
  expect(await analyseCapture(large(), { ports: [], signal: stop.signal })).toMatchObject({
    ok: false,
    problem: { code: 'cancelled' },
  });
});
