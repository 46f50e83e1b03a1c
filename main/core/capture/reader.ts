import { type CaptureReport, DEFAULT_QUARANTINE_PORT } from '../model';
import { isTruncated, newFile, stepFile } from './file';
import type { CapturedFrame } from './frame';
import { readUnreachable } from './icmp';
import { instantText } from './instant';
import { addressText, type IpPacket, readIp } from './ip';
import { isKnownLinkType, linkTypeName, networkOf } from './link';
import { ConnectionTable, type Where } from './table';
import { portsOf, readSegment } from './tcp';

export interface CaptureOptions {
  readonly file: string;
  /** Quarantine ports; 7025 where none is given. */
  readonly ports: readonly number[];
}

type Skip = 'link-type-unknown' | 'not-ip' | 'not-tcp' | 'other-port' | 'fragment' | 'cut' | 'malformed';
type Notes = CaptureReport['notes'];

const TCP = 6;
const ICMP = [1, 58];

/** Why nothing at all can be said of a file; null: it can. */
export type CaptureFault = 'no-capture' | 'link-type-unknown';

/**
 * Reads a packet capture as its bytes come: frames, packets, quarantine connections, and of each what its SMTP and TLS
 * said. Memory does not grow with the file: at most 256 connections are followed at a time, and of
 * those that are over the newest 5000 are listed, fewer where each says much.
 */
export class CaptureReader {
  private file = newFile();
  private readonly ports: ReadonlySet<number>;
  private readonly table: ConnectionTable;
  private readonly skipped = new Map<Skip, number>();
  private readonly linkTypes = new Map<number, number>();
  private bytes = 0;
  private cutFrames = 0;
  private fragments = 0;
  private first: number | null = null;
  private last: number | null = null;

  constructor(private readonly options: CaptureOptions) {
    this.ports = new Set(options.ports.length > 0 ? options.ports : [DEFAULT_QUARANTINE_PORT]);
    this.table = new ConnectionTable(this.ports);
  }

  /** Feeds the next bytes of the file; they may be overwritten afterwards. Never throws. */
  take(bytes: Uint8Array): void {
    this.bytes += bytes.length;
    const step = stepFile(this.file, bytes);
    this.file = step.state;
    for (const frame of step.frames) this.takeFrame(frame);
  }

  /** Whether reading on is of no use: it is no capture, or damaged beyond what can be read. */
  get isHopeless(): boolean {
    return this.file.problem !== null;
  }

  get fault(): CaptureFault | null {
    if (this.file.format === null) return 'no-capture';
    const types = [...this.linkTypes.keys()];
    return types.length > 0 && !types.some(isKnownLinkType) ? 'link-type-unknown' : null;
  }

  /** What was read. To be called once, at the end; `durationMs` is the caller's. */
  finish(): CaptureReport {
    const connections = this.table.finish(this.last ?? 0);
    return {
      schema: 'cpq-doctor/capture/1',
      file: this.options.file,
      bytes: this.bytes,
      format: this.file.format ?? 'pcap',
      linkTypes: [...this.linkTypes.keys()].map(linkTypeName),
      madeBy: this.file.madeBy,
      ports: [...this.ports],
      packets: this.file.frames,
      skipped: [...this.skipped].map(([reason, packets]) => ({ reason, packets })),
      firstAt: this.first === null ? null : instantText(this.first),
      lastAt: this.last === null ? null : instantText(this.last),
      connections,
      unlisted: this.table.unlisted,
      notes: this.notes(),
      durationMs: 0,
    };
  }

  private takeFrame(frame: CapturedFrame): void {
    const at = frame.at ?? this.last ?? 0;
    this.first = Math.min(this.first ?? at, at);
    this.last = Math.max(this.last ?? at, at);
    if (frame.length > frame.bytes.length) this.cutFrames += 1;
    if (frame.linkType !== null) this.linkTypes.set(frame.linkType, (this.linkTypes.get(frame.linkType) ?? 0) + 1);
    const reason = this.takeNetwork(frame, { frame: frame.number, at });
    if (reason !== null) this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
  }

  /** Null: the packet was taken; else why it was not. */
  private takeNetwork(frame: CapturedFrame, where: Where): Skip | null {
    const network = networkOf(frame.linkType, frame.bytes);
    if (network.kind === 'skipped') return network.reason;
    const header = frame.bytes.length - network.bytes.length;
    const packet = readIp(network.bytes, frame.length - header);
    if (packet === null) return frame.length > frame.bytes.length ? 'cut' : 'malformed';
    if (ICMP.includes(packet.protocol) && this.takeUnreachable(packet, where)) return null;
    return packet.protocol === TCP ? this.takeTcp(packet, where) : 'not-tcp';
  }

  private takeTcp(packet: IpPacket, where: Where): Skip | null {
    if (packet.fragment === 'later') return 'fragment';
    const ports = portsOf(packet.payload);
    if (ports === null) return 'cut';
    if (!this.ports.has(ports.source) && !this.ports.has(ports.target)) return 'other-port';
    if (packet.fragment === 'first') this.fragments += 1;
    const segment = readSegment(packet.payload, packet.payloadLength);
    if (segment === null) return packet.payload.length < packet.payloadLength ? 'cut' : 'malformed';
    this.table.take(packet, segment, where);
    return null;
  }

  private takeUnreachable(packet: IpPacket, where: Where): boolean {
    const said = readUnreachable(packet);
    const found = said === null ? null : this.table.find(said.about, said.ports);
    if (said === null || found === null) return false;
    const [connection, about] = found;
    const { kind, mtu } = said;
    const from = addressText(packet.source);
    connection.addUnreachable({ from, about, kind, mtu, at: instantText(where.at), frame: where.frame });
    return true;
  }

  private notes(): Notes {
    const unknown = [...this.linkTypes].filter(([type]) => !isKnownLinkType(type));
    const { problem } = this.file;
    const later = this.skipped.get('fragment') ?? 0;
    const all: Notes = [
      { note: 'file-truncated', detail: String(this.file.frames), count: isTruncated(this.file) ? 1 : 0 },
      { note: 'file-damaged', detail: String(problem?.at ?? 0), count: problem?.kind === 'damaged' ? 1 : 0 },
      { note: 'frames-cut', detail: '', count: this.cutFrames },
      { note: 'fragments', detail: '', count: this.fragments + later },
      ...unknown.map(([type, count]) => ({ note: 'link-type-unknown' as const, detail: linkTypeName(type), count })),
      { note: 'connections-limit', detail: '', count: this.table.dropped },
      { note: 'report-limit', detail: '', count: this.table.unlisted },
      { note: 'out-of-order-limit', detail: '', count: this.table.overflows },
    ];
    return all.filter((one) => one.count > 0);
  }
}
