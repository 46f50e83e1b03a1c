import { readFileSync } from 'node:fs';
import { CaptureReader, linesOf } from '../../../main/core/capture';
import type { CaptureConnection, CaptureReport } from '../../../main/core/model';

/** The report of a capture's bytes, fed in pieces of `size`. */
export const readCapture = (bytes: Uint8Array, ports: readonly number[] = [], size = bytes.length): CaptureReport => {
  const reader = new CaptureReader({ file: 'test.pcap', ports });
  for (let at = 0; at < bytes.length; at += Math.max(1, size)) reader.take(bytes.subarray(at, at + Math.max(1, size)));
  return reader.finish();
};

export const readCaptureFile = (path: string, ports: readonly number[] = []): CaptureReport =>
  readCapture(readFileSync(path), ports);

/** The one connection of a report. */
export const onlyOne = ({ connections }: CaptureReport): CaptureConnection => {
  const [one, ...others] = connections;
  if (one === undefined || others.length > 0) throw new Error(`${connections.length} connections instead of one`);
  return one;
};

/** What can be quoted of a capture, as a text: the line of each frame's number says what that frame carries. */
export const captureAsLines = (path: string): string[] => {
  const lines: string[] = [];
  for (const one of readCaptureFile(path).connections)
    for (const { frame, text } of linesOf(one)) lines[frame - 1] = text;
  return Array.from(lines, (line) => line ?? '');
};
