import type { LogConnection, LogGround, LogMessage, MessageLife, Role } from '../model';
import type { Moment } from './stamp';

export type Quote = LogGround['quotes'][number];

/** The line that is being read: its place, its time, and its text where it is worth keeping. */
export interface Here {
  readonly file: number;
  readonly line: number;
  /** Runs through all files in the order they are read; the order of events, because clocks jump. */
  readonly seq: number;
  readonly moment: Moment | null;
  readonly quote: () => Quote;
}

/** A quoted line with its place in the order of events. */
export interface Sign {
  readonly seq: number;
  readonly moment: Moment | null;
  readonly quote: Quote;
}

export const signOf = (here: Here): Sign => ({ seq: here.seq, moment: here.moment, quote: here.quote() });

export interface Message {
  readonly mid: number;
  readonly rids: Set<number>;
  outcome: LogMessage['outcome'];
  peerMid: number | null;
  startedAt: Moment | null;
}

/** One DCID or ICID while the logs are read. Most are ordinary mail and are forgotten again. */
export interface Connection {
  readonly kind: LogConnection['kind'];
  readonly id: number;
  readonly source: Source;
  opened: boolean;
  openedAt: Moment | null;
  closedAt: Moment | null;
  firstSeq: number;
  lastSeq: number;
  lastAt: Moment | null;
  /** Address (or name) of the own interface. */
  own: string | null;
  peer: string | null;
  port: number | null;
  tls: { result: 'success' | 'failed' | 'none'; protocol: string | null; cipher: string | null; reason: string | null };
  tlsSeq: number;
  /** Where the mail goes, from a TLS tail or a Connection Error. */
  destination: string | null;
  /** Opened or spelled as `CPQ ICID`. */
  cpq: boolean;
  /** The words of the quarantine at the end of a delivery line. */
  words: boolean;
  /** A message on it was `enqueued for transfer`, or came `from the SMA`. */
  carried: boolean;
  spam: boolean;
  anonymous: Sign | null;
  tlsFailed: Sign | null;
  connectFailed: (Sign & { readonly details: string }) | null;
  refused: Sign | null;
  /** Only a `Delayed` line tells why: used where nothing better was seen. */
  delayed: (Sign & { readonly details: string }) | null;
  delivered: Sign | null;
  readonly bounced: Sign[];
  lost: boolean;
  closed: boolean;
  messages: Map<number, Message> | null;
  /** Pairs of file and line. */
  readonly lines: number[];
  kept: boolean;
}

export interface ServiceEvent extends Sign {
  readonly service: 'receiving' | 'delivery' | 'transfers';
  readonly up: boolean;
  readonly listeners: readonly string[];
}

export interface Fault {
  readonly kind: string;
  readonly identity: string;
  text: string;
  readonly first: Sign;
  last: Sign;
  readonly quotes: Quote[];
  count: number;
  /** Second → file it was first read from: error_logs repeats lines of mail_logs. */
  readonly seconds: Map<number, number>;
}

/** Messages that wait for one pseudo destination, and whether too many ever did. */
export interface Queue {
  readonly waiting: Map<number, { readonly seq: number; readonly moment: Moment | null }>;
  failedSeq: number;
  readonly recent: Sign[];
  peak: number;
  first: Moment | null;
  last: Moment | null;
}

export const newQueue = (): Queue => ({
  waiting: new Map(),
  failedSeq: -1,
  recent: [],
  peak: 0,
  first: null,
  last: null,
});

interface LifeFact {
  count: number;
  readonly first: Sign;
  last: Sign;
  readonly recent: Sign[];
}

/** What one appliance wrote of its messages outside of any connection. Bounded: ids are forgotten, counts stay. */
export interface Life {
  readonly told: Map<MessageLife['what'], LifeFact>;
  /** Released from one quarantine, not yet from all of them. */
  readonly partly: Map<number, Sign>;
  /** Back on the ESA after a release. */
  readonly returned: Set<number>;
}

/** What is known of one appliance: ids are unique only within it. */
export interface Source {
  /** Serial number, host, or the path until one of them is known. */
  key: string;
  readonly ports: ReadonlySet<number>;
  readonly role: { given: Role | null; esa: boolean; sma: boolean; scans: boolean };
  readonly deliveries: Map<number, Connection>;
  readonly receivings: Map<number, Connection>;
  readonly mids: Map<number, { receiving: Connection | null; delivery: Connection | null }>;
  readonly kept: Connection[];
  /** Delivery connections that later lines may still show to be quarantine. */
  readonly maybe: Connection[];
  readonly forward: Queue;
  readonly backward: Queue;
  readonly services: ServiceEvent[];
  readonly faults: Map<string, Fault>;
  /** A fault whose text may go on in the next lines. */
  openFault: Fault | null;
  /** Releases that arrived on a connection that the logs do not show. */
  readonly arrivals: Map<string, Sign & { readonly peer: string | null }>;
  readonly life: Life;
  lastSeq: number;
  lastAt: Moment | null;
}

export const newSource = (key: string, given: Role | null, ports: ReadonlySet<number>): Source => ({
  key,
  ports,
  role: { given, esa: false, sma: false, scans: false },
  deliveries: new Map(),
  receivings: new Map(),
  mids: new Map(),
  kept: [],
  maybe: [],
  forward: newQueue(),
  backward: newQueue(),
  services: [],
  faults: new Map(),
  openFault: null,
  arrivals: new Map(),
  life: { told: new Map(), partly: new Map(), returned: new Set() },
  lastSeq: -1,
  lastAt: null,
});

/** Rule 3: the role that was given, else what the lines tell; verdicts of engines are written on an ESA only. */
export const roleOf = ({ role }: Source): Role | null => {
  if (role.given !== null) return role.given;
  if (role.esa) return 'esa';
  if (role.sma) return 'sma';
  return role.scans ? 'esa' : null;
};
