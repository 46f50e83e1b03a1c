import type { Moment } from './stamp';
import { type Here, type Queue, type Source, signOf } from './state';

const WAITING_LIMIT = 200_000;
/** Two messages that wait are a backlog when an attempt failed since, or when the older one waits this long. */
const LONG_WAIT = 300;
const BACKLOG = 2;
const QUOTES = 5;

const isLong = (since: Moment | null, now: Moment | null): boolean =>
  since !== null && now !== null && since.zoned === now.zoned && now.seconds - since.seconds >= LONG_WAIT;

/** Depth is what was enqueued and has not finished (section 9); a quick queue under load is no backlog. */
export const isBacklog = ({ waiting, failedSeq }: Queue, now: Moment | null): boolean => {
  if (waiting.size < BACKLOG) return false;
  const [oldest] = waiting.values();
  return oldest !== undefined && (failedSeq > oldest.seq || isLong(oldest.moment, now));
};

const observe = (queue: Queue, here: Here): void => {
  if (!isBacklog(queue, here.moment)) return;
  queue.peak = Math.max(queue.peak, queue.waiting.size);
  queue.first ??= here.moment;
  queue.last = here.moment;
};

/** A message begins to wait for a pseudo destination. */
export const enters = (queue: Queue, mid: number, here: Here): void => {
  if (queue.waiting.size < WAITING_LIMIT) queue.waiting.set(mid, { seq: here.seq, moment: here.moment });
  queue.recent.push(signOf(here));
  if (queue.recent.length > QUOTES) queue.recent.shift();
  observe(queue, here);
};

/** Delivered, bounced, dropped or deleted: it waits no longer. */
export const leaves = (source: Source, mid: number): void => {
  source.forward.waiting.delete(mid);
  source.backward.waiting.delete(mid);
};

/** An attempt on a quarantine connection failed while messages wait. */
export const failedWhileWaiting = (source: Source, here: Here): void => {
  for (const queue of [source.forward, source.backward]) {
    queue.failedSeq = here.seq;
    observe(queue, here);
  }
};
