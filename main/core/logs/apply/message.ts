import { messageOn, noted } from '../connection';
import { leftInPart, wentAgain } from '../life';
import { enters, leaves } from '../queue';
import { type Connection, type Here, type Message, type Source, signOf } from '../state';
import type { Handlers } from './handler';

const deliveryOf = (source: Source, mid: number): Connection | null => source.mids.get(mid)?.delivery ?? null;

const onDelivery = (source: Source, mid: number, here: Here): { one: Connection; message: Message } | null => {
  const one = deliveryOf(source, mid);
  return one ? { one, message: messageOn(noted(one, here), mid, here) } : null;
};

const ended = (source: Source, mid: number, here: Here): void => {
  const { receiving, delivery } = source.mids.get(mid) ?? {};
  for (const one of [receiving, delivery]) {
    const message = one?.messages?.get(mid);
    if (!one || !message || message.outcome === 'delivered' || message.outcome === 'bounced') continue;
    noted(one, here);
    message.outcome = 'aborted';
  }
  leaves(source, mid);
};

/** Sections 4 to 6 of the grammar: what happens to a message, told by its MID. */
export const MESSAGES: Handlers = {
  'mid-enqueued': (line, source, here) => {
    source.role.esa = true;
    wentAgain(source.life, line.mid, here);
    enters(source.forward, line.mid, here);
  },
  'mid-response': (line, source, here) => {
    const found = onDelivery(source, line.mid, here);
    if (!found) return;
    for (const rid of line.rids) found.message.rids.add(rid);
    if (found.message.outcome !== 'bounced') found.message.outcome = 'delivered';
    found.message.peerMid ??= line.accepted;
    if (found.one.kept && !found.one.spam) found.one.delivered ??= signOf(here);
    leaves(source, line.mid);
  },
  'message-pending': (line, source, here) => {
    const found = onDelivery(source, line.mid, here);
    if (found && found.message.outcome !== 'delivered') found.message.outcome = 'delayed';
  },
  'message-aborted': (line, source, here) => {
    wentAgain(source.life, line.mid, here);
    ended(source, line.mid, here);
  },
  deleted: (line, source, here) => ended(source, line.mid, here),
  'message-finished': (line, source, here) => {
    const known = source.mids.get(line.mid);
    for (const one of [known?.receiving, known?.delivery]) if (one?.kept) noted(one, here);
    if (line.how === 'aborted') ended(source, line.mid, here);
    leaves(source, line.mid);
    source.mids.delete(line.mid);
  },
  'mid-quarantine-left': (line, source, here) => {
    leftInPart(source.life, line, here);
    if (line.all && line.released) enters(source.backward, line.mid, here);
  },
  'mid-rewritten': (line, source, here) => {
    if (!/ quarantine$/i.test(line.by) || !source.backward.waiting.has(line.mid)) return;
    source.backward.waiting.delete(line.mid);
    enters(source.backward, line.next, here);
  },
  'mid-verdict': (_line, source) => {
    source.role.scans = true;
  },
};
