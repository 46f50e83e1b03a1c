import type { LogConnection } from '../../model';

/** A line as it came, with its number among those of this appliance. */
export interface LiveLine {
  readonly number: number;
  readonly text: string;
}

/** A connection while its lines come; most are ordinary mail. */
export interface LiveConnection {
  readonly kind: LogConnection['kind'];
  readonly id: number;
  readonly lines: LiveLine[];
  readonly mids: Set<number>;
  /** A sign of the quarantine was seen on it or on one of its messages. */
  signed: boolean;
  /** Number of the last line that was told. */
  told: number;
  failed: boolean;
  delivered: boolean;
}

export interface LiveMessage {
  readonly lines: LiveLine[];
  signed: boolean;
  on: LiveConnection | null;
}

const MOST_CONNECTIONS = 4096;
const MOST_MESSAGES = 16_384;
const MOST_LINES = 500;

/** The oldest half goes when there are too many: what is followed may run for hours. */
const trim = <Key, Value>(map: Map<Key, Value>, most: number): void => {
  if (map.size <= most) return;
  for (const key of [...map.keys()].slice(0, most / 2)) map.delete(key);
};

const add = (lines: LiveLine[], line: LiveLine): void => {
  if (lines.length < MOST_LINES) lines.push(line);
};

/** Connections and messages of one appliance that is followed; bounded. */
export class Kept {
  private readonly connections = new Map<string, LiveConnection>();
  private readonly messages = new Map<number, LiveMessage>();

  /** The connection of an id with this line noted. `opens`: the id begins anew. */
  connection(kind: LogConnection['kind'], id: number, line: LiveLine, opens: boolean): LiveConnection {
    const key = `${kind} ${id}`;
    const known = opens ? undefined : this.connections.get(key);
    const one = known ?? {
      kind,
      id,
      lines: [],
      mids: new Set(),
      signed: false,
      told: 0,
      failed: false,
      delivered: false,
    };
    if (known === undefined) {
      this.connections.delete(key);
      this.connections.set(key, one);
      trim(this.connections, MOST_CONNECTIONS);
    }
    add(one.lines, line);
    return one;
  }

  known(kind: LogConnection['kind'], id: number): boolean {
    return this.connections.has(`${kind} ${id}`);
  }

  message(mid: number, line: LiveLine): LiveMessage {
    const one = this.messages.get(mid) ?? { lines: [], signed: false, on: null };
    this.messages.delete(mid);
    this.messages.set(mid, one);
    trim(this.messages, MOST_MESSAGES);
    add(one.lines, line);
    return one;
  }

  /** Every line of a connection and of its messages, in the order they came. */
  linesOf(one: LiveConnection): LiveLine[] {
    const all = new Map(one.lines.map((line) => [line.number, line]));
    for (const mid of one.mids) for (const line of this.messages.get(mid)?.lines ?? []) all.set(line.number, line);
    return [...all.values()].sort((left, right) => left.number - right.number);
  }
}
