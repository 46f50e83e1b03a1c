import type { MessageLife } from '../model';
import type { LogLine } from './lines';
import { isoOf } from './stamp';
import { type Here, type Life, type Sign, signOf } from './state';

type What = MessageLife['what'];
const IDS = 5000;
const QUOTES = 3;

const tell = (life: Life, what: What, sign: Sign): void => {
  const known = life.told.get(what);
  if (known === undefined) {
    life.told.set(what, { count: 1, first: sign, last: sign, recent: [sign] });
    return;
  }
  known.count += 1;
  known.last = sign;
  known.recent.push(sign);
  if (known.recent.length > QUOTES) known.recent.shift();
};

const forgetOldest = (ids: { delete(id: number): boolean; keys(): IterableIterator<number>; size: number }): void => {
  const oldest = ids.keys().next().value;
  if (ids.size > IDS && oldest !== undefined) ids.delete(oldest);
};

/** Reasons of a timer or of a full quarantine: nobody released it (SMA help, quarantine log lines). */
const BY_ITSELF = /^(?:queue full|expired)$/;

/** `released from quarantine "X" (reason)`: from all of them only where a line says so. */
export const leftInPart = (life: Life, line: Extract<LogLine, { kind: 'mid-quarantine-left' }>, here: Here): void => {
  if (line.all) {
    life.partly.delete(line.mid);
    return;
  }
  const sign = signOf(here);
  if (BY_ITSELF.test(line.reason ?? '')) tell(life, 'left', sign);
  if (!line.released) return;
  life.partly.set(line.mid, sign);
  forgetOldest(life.partly);
};

export const wasHeld = (life: Life, line: Extract<LogLine, { kind: 'mid-quarantined' }>, here: Here): void => {
  if (line.unclassified) tell(life, 'unclassified', signOf(here));
};

/** A release came back to its ESA under this number. */
export const cameBack = (life: Life, mid: number): void => {
  life.returned.add(mid);
  forgetOldest(life.returned);
};

/** The message that came back is quarantined once more, or dropped. */
export const wentAgain = (life: Life, mid: number, here: Here): void => {
  if (life.returned.delete(mid)) tell(life, 'again', signOf(here));
};

const at = (sign: Sign): string | null => (sign.moment ? isoOf(sign.moment) : null);

const factOf = (what: What, source: string, signs: readonly Sign[], count: number, first: Sign): MessageLife[] => {
  const last = signs.at(-1);
  if (last === undefined) return [];
  return [{ what, source, count, firstAt: at(first), lastAt: at(last), quotes: signs.map(({ quote }) => quote) }];
};

/** The facts of one appliance; `held` are those that no later line releases from all quarantines. */
export const lifeOf = (life: Life, source: string): MessageLife[] => {
  const held = [...life.partly.values()];
  const [first] = held;
  return [
    ...[...life.told].flatMap(([what, one]) => factOf(what, source, one.recent, one.count, one.first)),
    ...(first === undefined ? [] : factOf('held', source, held.slice(-QUOTES), held.length, first)),
  ];
};
