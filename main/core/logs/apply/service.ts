import { type Fault, type Here, type Source, signOf } from '../state';
import { ownCopy } from '../text';
import type { Handlers } from './handler';

const EVENTS = 2000;
const GROUPS = 500;
const QUOTES = 5;
/** An alert that repeats a fault follows it within about a minute. */
const ECHO = 60;
const TEXT = 2000;

/** First item of the tuple and the exception: `command_client/client.py call|237`, `<type 'exceptions.EOFError'>`. */
const identityOf = (text: string): string => {
  const [, place = '', exception = ''] = /^\(?'([^']*)'(?:, "([^"]*)")?/.exec(text) ?? [];
  return place === '' ? text.slice(0, 120) : `${place} ${exception}`;
};

const REMEMBERED = 5000;

/** The same second in another file of this appliance: the same fault, written twice. */
const isRepeat = (fault: Fault, here: Here): boolean => {
  if (here.moment === null) return false;
  const file = fault.seconds.get(here.moment.seconds);
  if (file === undefined && fault.seconds.size < REMEMBERED) fault.seconds.set(here.moment.seconds, here.file);
  return file !== undefined && file !== here.file;
};

/** Counts one fault; the same line of another file of this appliance (error_logs repeats mail_logs) is not a new one. */
export const countFault = (source: Source, text: string, here: Here): void => {
  const identity = ownCopy(identityOf(text));
  const known = source.faults.get(identity);
  if (known && isRepeat(known, here)) return;
  const sign = signOf(here);
  if (known) {
    known.count += 1;
    known.last = sign;
    known.quotes.push(sign.quote);
    if (known.quotes.length > QUOTES) known.quotes.shift();
    return;
  }
  if (source.faults.size >= GROUPS) return;
  const begun: Fault = {
    kind: 'application-fault',
    identity,
    text: ownCopy(text.slice(0, TEXT)),
    first: sign,
    last: sign,
    quotes: [sign.quote],
    count: 1,
    seconds: new Map(here.moment === null ? [] : [[here.moment.seconds, here.file]]),
  };
  source.faults.set(identity, begun);
  source.openFault = begun;
};

/** A traceback over several lines: they belong to the fault before them. */
export const continueFault = (source: Source, text: string): void => {
  const fault = source.openFault;
  if (fault && fault.text.length < TEXT) fault.text += `\n${ownCopy(text)}`;
};

const isEcho = (source: Source, here: Here): boolean =>
  [...source.faults.values()].some(({ last }) => {
    if (last.moment === null || here.moment === null) return true;
    return Math.abs(here.moment.seconds - last.moment.seconds) <= ECHO;
  });

/** Section 8 of the grammar: faults, alerts and services. */
export const SERVICES: Handlers = {
  'application-fault': (line, source, here) => countFault(source, line.text, here),
  'alert-sent': (line, source, here) => {
    const at = line.subject.search(/An application fault occurred: /i);
    if (at < 0 || isEcho(source, here)) return;
    countFault(source, line.subject.slice(at + 'An application fault occurred: '.length), here);
  },
  'service-change': ({ service, up, listeners }, source, here) => {
    if (source.services.length >= EVENTS) source.services.splice(0, EVENTS / 2);
    source.services.push({ ...signOf(here), service, up, listeners: listeners.map(ownCopy) });
  },
};
