import { isAnonymousSuite } from '../anonymous';
import { beginConnection, connectionAt, keep, messageOn, noted, remember, word, wordOrNull } from '../connection';
import { failedWhileWaiting, leaves } from '../queue';
import { type Connection, type Here, type Source, signOf } from '../state';
import { ownCopy } from '../text';
import type { Handlers, LineOf } from './handler';

const QUARANTINE_HOSTS = new Map([
  ['the.cpq.host', 'esa'],
  ['the.cpq.release.host', 'sma'],
] as const);
const roleOfHost = (host: string) => QUARANTINE_HOSTS.get(host as 'the.cpq.host') ?? null;

/** Rule 2: the pseudo destination in a TLS tail or a Connection Error proves the connection, and the role of its log. */
const setDestination = (one: Connection, host: string | null): void => {
  if (host === null || host === '') return;
  one.destination = word(host.toLowerCase());
  const role = roleOfHost(one.destination);
  if (role === null) return;
  one.source.role[role] = true;
  keep(one);
};

const setEnds = (one: Connection, own: string | null, peer: string | null, port: number | null): void => {
  one.own = wordOrNull(own) ?? one.own;
  one.peer = wordOrNull(peer) ?? one.peer;
  one.port = port ?? one.port;
  if (one.port !== null && one.source.ports.has(one.port)) keep(one);
};

/** Lines can be out of order within a second: a record without opening line takes one that comes at once (CRIBL). */
export const isLateOpening = (old: Connection, here: Here): boolean =>
  !old.opened && old.lastAt !== null && here.moment !== null && Math.abs(here.moment.seconds - old.lastAt.seconds) <= 2;

/** The same line once more, from an overlapping file or a second grep in one capture. */
export const isRepeated = (old: Connection, here: Here, peer: string): boolean =>
  old.opened && old.peer === peer && old.openedAt?.seconds === here.moment?.seconds;

const open = (line: LineOf<'new-dcid'>, source: Source, here: Here): void => {
  const old = source.deliveries.get(line.dcid);
  if (old && isRepeated(old, here, line.address)) return;
  const one = old && isLateOpening(old, here) ? old : beginConnection('delivery', line.dcid, source, here);
  noted(one, here);
  one.opened = true;
  one.openedAt = here.moment;
  setEnds(one, line.interface, line.address, line.port);
};

const startMessage = (one: Connection, mid: number, rids: readonly number[], here: Here) => {
  const message = messageOn(one, mid, here);
  for (const rid of rids) message.rids.add(rid);
  remember(one.source, mid, { receiving: one.source.mids.get(mid)?.receiving ?? null, delivery: one });
  if (one.source.forward.waiting.has(mid)) {
    one.carried = true;
    keep(one);
  }
  return message;
};

const storeSeen = (one: Connection, store: 'quarantine' | 'spam' | null): void => {
  if (store === 'spam') one.spam = true;
  if (store !== 'quarantine') return;
  one.words = true;
  keep(one);
};

const done = (line: LineOf<'message-done'>, source: Source, here: Here): void => {
  const one = connectionAt('delivery', line.dcid, source, here);
  if (!one) return;
  storeSeen(one, line.store);
  startMessage(one, line.mid, line.rids, here).outcome = 'delivered';
  if (one.kept && !one.spam) one.delivered = signOf(here);
  leaves(source, line.mid);
};

const failConnect = (line: LineOf<'connection-error'>, source: Source, here: Here): void => {
  const one = connectionAt('delivery', line.dcid, source, here);
  if (!one) return;
  setEnds(one, line.interface, line.address, line.port);
  setDestination(one, line.domain);
  const details = word([line.details, line.reason, line.preface].filter((part) => part).join(' · '));
  one.connectFailed = { ...signOf(here), details };
  one.closedAt ??= here.moment;
  one.closed = true;
  if (one.kept) failedWhileWaiting(source, here);
};

const failTls = (one: Connection | null, reason: string | null, here: Here): void => {
  if (!one) return;
  if (one.tls.result !== 'success') one.tls.result = 'failed';
  one.tls.reason ??= wordOrNull(reason);
  one.tlsFailed ??= signOf(here);
  if (one.kept) failedWhileWaiting(one.source, here);
};

const succeedTls = (line: LineOf<'dcid-tls-success'>, source: Source, here: Here): void => {
  const one = connectionAt('delivery', line.dcid, source, here);
  if (!one) return;
  one.tls = { result: 'success', protocol: wordOrNull(line.protocol), cipher: wordOrNull(line.cipher), reason: null };
  one.tlsSeq = here.seq;
  if (isAnonymousSuite(line.cipher)) one.anonymous = signOf(here);
  setDestination(one, line.destination);
};

const notDelivered = (line: LineOf<'not-delivered'>, source: Source, here: Here): void => {
  const one = connectionAt('delivery', line.dcid, source, here);
  if (!one) return;
  const message = startMessage(one, line.mid, [], here);
  if (message.outcome !== 'delivered') message.outcome = line.how;
  if (!one.kept) return;
  if (line.how === 'bounced') one.bounced.push(signOf(here));
  else one.delayed ??= { ...signOf(here), details: ownCopy(line.text.slice(-200)) };
  if (line.how === 'bounced') leaves(source, line.mid);
  else failedWhileWaiting(source, here);
};

/** Section 6 of the grammar: delivery connections. */
export const DELIVERY: Handlers = {
  'new-dcid': open,
  'dcid-tls-success': succeedTls,
  'dcid-tls-failed': (line, source, here) =>
    failTls(connectionAt('delivery', line.dcid, source, here), line.reason, here),
  'dcid-tls-required': (line, source, here) => {
    const one = connectionAt('delivery', line.dcid, source, here);
    if (one) setEnds(one, null, line.address, null);
    failTls(one, null, here);
  },
  'delivery-start': (line, source, here) => {
    const one = connectionAt('delivery', line.dcid, source, here);
    if (!one) return;
    storeSeen(one, line.store);
    startMessage(one, line.mid, line.rids, here);
  },
  'message-done': done,
  'connection-error': failConnect,
  'not-delivered': notDelivered,
  'dcid-close': (line, source, here) => {
    const one = connectionAt('delivery', line.dcid, source, here);
    if (!one) return;
    one.closed = true;
    one.closedAt ??= here.moment;
  },
  'dcid-killed': (line, source, here) => {
    const one = connectionAt('delivery', line.dcid, source, here);
    if (one) one.lost = true;
  },
  'possible-delivery': (line, source, here) => {
    const one = connectionAt('delivery', line.dcid, source, here);
    if (!one) return;
    one.lost = true;
    startMessage(one, line.mid, [], here);
  },
};
