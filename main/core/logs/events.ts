import type { Flow, LogGround } from '../model';
import { at } from './causes';
import { flowOf, hasDelivered } from './decide';
import { isBacklog } from './queue';
import { type Connection, type Fault, type Queue, type Quote, roleOf, type ServiceEvent, type Source } from './state';

const QUOTES = 5;
/** `suspend` writes both lines in the same minute: one event, ended by one `resume`. */
const TOGETHER = 60;
const LISTENER = 'cpq_listener';

const touchesQuarantine = ({ listeners }: ServiceEvent): boolean =>
  listeners.length === 0 || listeners.includes(LISTENER);

const isTogether = (one: ServiceEvent, other: ServiceEvent): boolean =>
  one.moment !== null && other.moment !== null && Math.abs(one.moment.seconds - other.moment.seconds) <= TOGETHER;

const ROLE_FLOW = {
  esa: { in: 'sma-to-esa', out: 'esa-to-sma' },
  sma: { in: 'esa-to-sma', out: 'sma-to-esa' },
} as const;

const flowTo = (source: Source, way: 'in' | 'out'): Flow | null => {
  const role = roleOf(source);
  return role === null ? null : ROLE_FLOW[role][way];
};

interface Service {
  readonly code: string;
  readonly way: 'in' | 'out';
  readonly kind: Connection['kind'];
  readonly down: readonly ServiceEvent[];
  /** Said in the same minute by the same command: quoted, not counted. */
  readonly also: readonly ServiceEvent[];
  readonly up: readonly ServiceEvent[];
}

/** The wording in mail_logs is inferred (section 8), so these grounds never confirm by themselves. */
const serviceGround = (source: Source, service: Service, connections: readonly Connection[]): LogGround[] => {
  const { down, also, up, kind } = service;
  const [first, last] = [down[0], down.at(-1)];
  if (!first || !last) return [];
  const ended = up.find((one) => one.seq > last.seq);
  const works = connections.some(
    (one) => one.kind === kind && one.firstSeq > last.seq && (kind === 'receiving' || hasDelivered(one)),
  );
  const quoted = [...down, ...also, ...(ended ? [ended] : [])].sort((one, other) => one.seq - other.seq);
  return [
    {
      code: service.code,
      flow: flowTo(source, service.way),
      history: ended !== undefined || works,
      grade: 'inferred',
      strength: 'decides',
      count: down.length,
      firstAt: at(first.moment),
      lastAt: at(last.moment),
      source: source.key,
      peer: null,
      port: null,
      interface: null,
      quotes: quoted.slice(-QUOTES).map(({ quote }) => quote),
    },
  ];
};

/** Suspended and resumed services of one appliance. */
export const servicesOf = (source: Source, connections: readonly Connection[]): LogGround[] => {
  const own = connections.filter((one) => one.source === source);
  const of = (name: ServiceEvent['service'], up: boolean) =>
    source.services.filter((one) => one.service === name && one.up === up && touchesQuarantine(one));
  const receiving = of('receiving', false);
  const also = of('delivery', false).filter((one) => receiving.some((other) => isTogether(one, other)));
  const delivery = of('delivery', false).filter((one) => !also.includes(one));
  const listener = { code: 'listener-suspended', way: 'in', kind: 'receiving' } as const;
  const sending = { code: 'delivery-suspended', way: 'out', kind: 'delivery', also: [] } as const;
  const transfers = { code: 'sma-transfers-suspended', way: 'in', kind: 'receiving', also: [] } as const;
  return [
    ...serviceGround(source, { ...listener, down: receiving, also, up: of('receiving', true) }, own),
    ...serviceGround(source, { ...sending, down: delivery, up: of('delivery', true) }, own),
    ...serviceGround(source, { ...transfers, down: of('transfers', false), up: of('transfers', true) }, own),
  ];
};

/** Frames that name the quarantine or the SSH question of the SMA make a fault relevant (section 8). */
const isRelevant = ({ text }: Fault): boolean => /cpq|quarantine|command_client/i.test(text);

const newest = (quotes: readonly Quote[]): Quote[] =>
  [...quotes].sort((one, other) => one.file - other.file || one.line - other.line).slice(-QUOTES);

/** Application faults that name the quarantine: on an SMA the component that asks ESAs where to deliver releases. */
export const faultGroundsOf = (source: Source, connections: readonly Connection[]): LogGround[] => {
  const faults = [...source.faults.values()].filter(isRelevant);
  const first = faults.reduce<Fault | null>(
    (one, other) => (one && one.first.seq < other.first.seq ? one : other),
    null,
  );
  const last = faults.reduce<Fault | null>((one, other) => (one && one.last.seq > other.last.seq ? one : other), null);
  if (!first || !last) return [];
  const onEsa = roleOf(source) === 'esa';
  const released = connections.some(
    (one) => one.source === source && one.kind === 'delivery' && hasDelivered(one) && one.lastSeq > last.last.seq,
  );
  const client = faults.some(({ text }) => text.includes('command_client'));
  return [
    {
      code: onEsa ? 'application-fault' : 'command-client-fault',
      flow: onEsa ? null : 'sma-to-esa',
      history: !onEsa && released,
      grade: 'sourced',
      strength: client && !onEsa ? 'decides' : 'suggests',
      count: faults.reduce((sum, { count }) => sum + count, 0),
      firstAt: at(first.first.moment),
      lastAt: at(last.last.moment),
      source: source.key,
      peer: null,
      port: null,
      interface: null,
      quotes: newest(faults.flatMap(({ quotes }) => quotes)),
    },
  ];
};

const backlogOf = (source: Source, queue: Queue, flow: Flow, connections: readonly Connection[]): LogGround[] => {
  const waits = isBacklog(queue, source.lastAt);
  if (!waits && queue.peak === 0) return [];
  const last = connections.findLast((one) => one.source === source && flowOf(one) === flow && one.peer !== null);
  return [
    {
      code: 'queue-backlog',
      flow,
      history: !waits,
      grade: 'sourced',
      // A piece of a log, or a grep, can lack the lines that say a message left.
      strength: 'suggests',
      count: Math.max(queue.peak, waits ? queue.waiting.size : 0),
      firstAt: at(queue.first),
      lastAt: at(waits ? source.lastAt : queue.last),
      source: source.key,
      peer: last?.peer ?? null,
      port: last?.port ?? null,
      interface: last?.own ?? null,
      quotes: queue.recent.map(({ quote }) => quote),
    },
  ];
};

/** Messages that waited for the pseudo destination: a consequence, its count is the deepest queue that was seen. */
export const backlogsOf = (source: Source, connections: readonly Connection[]): LogGround[] => [
  ...backlogOf(source, source.forward, 'esa-to-sma', connections),
  ...(roleOf(source) === 'sma' ? backlogOf(source, source.backward, 'sma-to-esa', connections) : []),
];
