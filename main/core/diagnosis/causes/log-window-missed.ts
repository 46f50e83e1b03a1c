import type { Typed } from '../../checks';
import type { LogData } from '../../checks/mail-logs';
import { momentOf } from '../../logs';
import type { Appliance } from '../../model';
import { type Cite, cause, type Situation } from '../cause';
import { cite, confirmed, notChecked, ruledOut } from '../judgement';
import { logsOf, names } from '../signs';

/** Clocks differ and a quiet appliance writes nothing for a while: only what lies farther off was missed. */
const MARGIN_SECONDS = 1800;

interface Event {
  readonly at: number;
  readonly text: string;
  readonly cite: Cite;
}

const secondsOf = (text: string | null): number | null => {
  const moment = text === null ? null : momentOf(text);
  return moment?.zoned ? moment.seconds : null;
};

/** What one side's log tells of the pair now: when its present failures began, and its last message that went through. */
const eventsIn = (situation: Situation, log: Typed<LogData>): Event[] => {
  const failures = log.data.grounds
    .filter((one) => !one.history && one.flow === situation.flow && one.code !== 'queue-backlog')
    .map((one) => ({ text: one.firstAt, quotes: one.quotes.map(({ text }) => text) }));
  const successes = log.data.successes
    .filter((one) => one.flow === situation.flow)
    .map((one) => ({ text: one.at, quotes: [one.quote.text] }));
  return [...failures, ...successes].flatMap(({ text, quotes }) => {
    const at = secondsOf(text);
    return at === null ? [] : [{ at, text: text ?? '', cite: cite(log, ({ quote }) => quotes.includes(quote)) }];
  });
};

interface Span {
  readonly from: number;
  readonly until: number;
  readonly first: string;
}

/** From when to when a side's logs reach; asked live, they reach up to the question. */
const spanOf = (logs: readonly Typed<LogData>[]): Span | null => {
  const files = logs.flatMap((log) =>
    log.data.files.map((one) => ({ first: one.firstAt, last: log.how === 'live' ? log.startedAt : one.lastAt })),
  );
  const firsts = files.flatMap(({ first }) => {
    const at = secondsOf(first);
    return at === null ? [] : [{ at, text: first ?? '' }];
  });
  const lasts = files.flatMap(({ last }) => secondsOf(last) ?? []);
  const [first] = firsts.toSorted((one, other) => one.at - other.at);
  if (first === undefined || lasts.length === 0) return null;
  return { from: first.at, until: Math.max(...lasts), first: first.text };
};

const isOutside = ({ at }: Event, { from, until }: Span): boolean =>
  at < from - MARGIN_SECONDS || at > until + MARGIN_SECONDS;

interface Missed {
  readonly by: Appliance;
  readonly event: Event;
}

const compared = (situation: Situation) => {
  const { initiator, responder } = situation;
  return [
    { teller: initiator, by: responder },
    { teller: responder, by: initiator },
  ].flatMap(({ teller, by }) => {
    const span = spanOf(logsOf(situation, by));
    const events = logsOf(situation, teller).flatMap((log) => eventsIn(situation, log));
    return span === null ? [] : events.map((event) => ({ by, event, missed: isOutside(event, span) }));
  });
};

/** One side's logs do not reach the time that the other's tell of: nothing can be concluded from their silence. A measurement. */
export const logWindowMissed = cause({
  code: 'log-window-missed',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: false,
  layer: 'evidence',
  severity: 'info',
  explains: [],
  place: null,
  source: ['TechNote 200068 (both sides’ mail_logs)', 'times of the log lines themselves'],
  remedy: [
    { step: 'fetch-older-files', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
    {
      step: 'see-window',
      at: null,
      where: 'named-cli',
      command: 'grep -e "Begin Logfile" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge(situation) {
    const all = compared(situation);
    const found: Missed | undefined = all.find((one) => one.missed);
    const params = { ...names(situation), appliance: found?.by.name ?? situation.responder.name, time: '' };
    if (found)
      return confirmed('measured', [found.event.cite], 'not-covered', {
        params: { ...params, time: found.event.text.replace('T', ' ') },
      });
    if (all.length === 0) return notChecked(['mail-logs'], 'not-asked', { params });
    return ruledOut(
      all.slice(0, 2).map((one) => one.event.cite),
      'covered',
      { params },
    );
  },
});
