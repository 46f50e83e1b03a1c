import { isAnonymousSuite } from '../anonymous';
import { beginConnection, connectionAt, keep, messageOn, noted, remember, word, wordOrNull } from '../connection';
import { cameBack, wasHeld, wentAgain } from '../life';
import { type Connection, type Here, type Source, signOf } from '../state';
import { isLateOpening, isRepeated } from './delivery';
import type { Handlers, LineOf } from './handler';

const at = (line: { icid: number; cpq?: boolean }, source: Source, here: Here): Connection | null => {
  const one = connectionAt('receiving', line.icid, source, here);
  if (one && line.cpq) proven(one);
  return one;
};

/** Rule 1: only `CPQ ICID` or a message that came from the SMA makes a receiving connection one of the quarantine. */
const proven = (one: Connection): void => {
  one.cpq = true;
  keep(one);
};

const open = (line: LineOf<'new-icid'>, source: Source, here: Here): void => {
  const old = source.receivings.get(line.icid);
  if (line.icid === 0 || (old && isRepeated(old, here, line.address))) return;
  const one = old && isLateOpening(old, here) ? old : beginConnection('receiving', line.icid, source, here);
  noted(one, here);
  one.opened = true;
  one.openedAt = here.moment;
  one.own = word(line.own ?? line.interface);
  one.peer = word(line.address);
  if (line.cpq) proven(one);
};

const startMid = (line: { mid: number; icid: number }, source: Source, here: Here): void => {
  const one = at(line, source, here);
  if (!one) return;
  remember(source, line.mid, { receiving: one, delivery: null });
  messageOn(one, line.mid, here);
};

/** The message is in: the connection carried it through. */
const arrived = (one: Connection, mid: number, here: Here): void => {
  messageOn(noted(one, here), mid, here).outcome = 'delivered';
  if (one.kept) one.delivered = signOf(here);
};

const fromSma = (line: LineOf<'mid-received-from-sma'>, source: Source, here: Here): void => {
  source.role.esa = true;
  cameBack(source.life, line.mid);
  const one = source.mids.get(line.mid)?.receiving;
  if (one) {
    one.carried = true;
    one.peer ??= wordOrNull(line.address);
    keep(one);
    arrived(one, line.mid, here);
    return;
  }
  source.arrivals.set(line.address ?? '', { ...signOf(here), peer: wordOrNull(line.address) });
};

const failTls = (one: Connection | null, reason: string | null, here: Here): void => {
  if (!one) return;
  one.tls.result = 'failed';
  one.tls.reason ??= wordOrNull(reason);
  one.tlsFailed ??= signOf(here);
};

const refuse = (one: Connection | null, here: Here): void => {
  if (one) one.refused ??= signOf(here);
};

/** Section 4 of the grammar: receiving connections and their messages. */
export const RECEIVING: Handlers = {
  'new-icid': open,
  'icid-tls-success': (line, source, here) => {
    const one = at(line, source, here);
    if (!one) return;
    one.tls = { result: 'success', protocol: wordOrNull(line.protocol), cipher: wordOrNull(line.cipher), reason: null };
    one.tlsSeq = here.seq;
    if (isAnonymousSuite(line.cipher)) one.anonymous = signOf(here);
  },
  'icid-tls-failed': (line, source, here) => failTls(at(line, source, here), line.reason, here),
  'icid-tls-required': (line, source, here) => failTls(at(line, source, here), null, here),
  'icid-hat': (line, source, here) => {
    const one = at(line, source, here);
    if (line.action === 'REJECT' || line.action === 'TCPREFUSE') refuse(one, here);
  },
  'icid-delayed-reject': (line, source, here) => refuse(at(line, source, here), here),
  'icid-receiving-failed': (line, source, here) => {
    const one = at(line, source, here);
    if (/connection limit/i.test(line.reason)) refuse(one, here);
  },
  'icid-lost': (line, source, here) => {
    const one = at(line, source, here);
    if (one) one.lost = true;
  },
  'icid-killed': (line, source, here) => {
    const one = at(line, source, here);
    if (one) one.lost = true;
  },
  'icid-close': (line, source, here) => {
    const one = at(line, source, here);
    if (!one) return;
    one.closed = true;
    one.closedAt ??= here.moment;
  },
  'start-mid': startMid,
  'mid-from': (line, source, here) => {
    if (source.mids.has(line.mid)) at(line, source, here);
    else startMid(line, source, here);
  },
  'mid-recipient': (line, source, here) => {
    const one = at(line, source, here);
    if (one) messageOn(one, line.mid, here).rids.add(line.rid);
  },
  'mid-ready': (line, source, here) => {
    const one = source.mids.get(line.mid)?.receiving;
    if (one) arrived(one, line.mid, here);
  },
  'mid-quarantined': (line, source, here) => {
    wasHeld(source.life, line, here);
    wentAgain(source.life, line.mid, here);
    const one = source.mids.get(line.mid)?.receiving;
    if (!one) return;
    if (one.cpq) source.role.sma = true;
    arrived(one, line.mid, here);
  },
  'mid-received-from-sma': fromSma,
};
