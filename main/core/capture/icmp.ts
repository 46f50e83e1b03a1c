import type { CaptureUnreachable } from '../model';
import { u16 } from './file/numbers';
import { type IpPacket, readIp } from './ip';
import { portsOf } from './tcp';

/** What a router says about a packet, and the beginning of that packet. */
export interface Unreachable {
  readonly kind: CaptureUnreachable['kind'];
  readonly mtu: number | null;
  readonly about: IpPacket;
  readonly ports: { readonly source: number; readonly target: number };
}

const TCP = 6;

/** Type 3 of ICMP (RFC 792; codes 9, 10, 13 RFC 1122 and 1812; the MTU of code 4 RFC 1191). */
const kindOfV4 = (code: number): Unreachable['kind'] => {
  if (code === 4) return 'too-big';
  if ([9, 10, 13].includes(code)) return 'prohibited';
  if (code === 3) return 'port';
  return [0, 1, 5, 6, 7, 11, 12].includes(code) ? 'host' : 'other';
};

/** Type 1 of ICMPv6; type 2 is Packet Too Big (RFC 4443 section 3). */
const kindOfV6 = (type: number, code: number): Unreachable['kind'] => {
  if (type === 2) return 'too-big';
  if (code === 1 || code === 5 || code === 6) return 'prohibited';
  if (code === 4) return 'port';
  return code === 0 || code === 3 ? 'host' : 'other';
};

const meaningOf = ({ version, payload }: IpPacket): Pick<Unreachable, 'kind' | 'mtu'> | null => {
  const [type = 0, code = 0] = payload;
  if (version === 4) {
    if (type !== 3) return null;
    const kind = kindOfV4(code);
    return { kind, mtu: kind === 'too-big' ? u16(payload, 6) || null : null };
  }
  if (type !== 1 && type !== 2) return null;
  return { kind: kindOfV6(type, code), mtu: type === 2 ? u16(payload, 4) * 65_536 + u16(payload, 6) : null };
};

/** An ICMP or ICMPv6 message that some TCP packet did not get through; null: it is about something else. */
export const readUnreachable = (packet: IpPacket): Unreachable | null => {
  if (packet.protocol !== (packet.version === 4 ? 1 : 58) || packet.payload.length < 8) return null;
  const meaning = meaningOf(packet);
  const quoted = packet.payload.subarray(8);
  const about = meaning === null ? null : readIp(quoted, quoted.length);
  const ports = about?.protocol === TCP && about.fragment !== 'later' ? portsOf(about.payload) : null;
  return meaning === null || about === null || ports === null ? null : { ...meaning, about, ports };
};
