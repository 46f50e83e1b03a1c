import type { LogConnection, LogReport, Role } from '../../model';
import { analyseText } from '../analyse-text';
import { headOf, isOtherLog } from '../head';
import type { LogLine } from '../lines';
import { recogniseLine } from '../recognise-line';
import { Kept, type LiveConnection, type LiveLine } from './kept';

export interface LiveOptions {
  readonly role: Role;
  /** Quarantine ports of the site. */
  readonly ports: readonly number[];
  /** Local time of the appliance (seconds of its clock) at which following began; null: everything is new. */
  readonly since: number | null;
}

/** What a line that was followed tells. */
export type LiveEvent =
  | { readonly kind: 'line'; readonly connection: Pick<LogConnection, 'kind' | 'id'> | null; readonly line: LiveLine }
  | {
      readonly kind: 'failed' | 'delivered';
      readonly connection: LogConnection;
      readonly causes: readonly string[];
      /** The lines of the connection and of its messages so far. */
      readonly lines: readonly LiveLine[];
      /** It happened before following began: shown, but not what is waited for. */
      readonly before: boolean;
    };

/** Services of the whole appliance that explain a fault: told, whatever connection comes. */
const SERVICES = new Set<LogLine['kind']>([
  'service-change',
  'deliveries-suspended',
  'application-fault',
  'system-start',
]);
const FAILED = new Set<LogConnection['outcome']>(['tls-failed', 'refused', 'timed-out', 'error']);

/** Signs that a connection may be one of the quarantine (log grammar, section 10); the reader decides. */
const signsOf = (ports: readonly number[]): RegExp => {
  const all = ports.length > 0 ? ports : [7025];
  return new RegExp(
    `CPQ ICID|port:? (?:${all.join('|')})\\b|the\\.cpq\\.|centrali[sz]ed (?:policy )?quarantine|received from the SMA`,
    'i',
  );
};

/** Without TLS and without a message a connection that was lost is somebody's look at the port. */
const hasFailed = ({ kind, outcome, tls, messages }: LogConnection): boolean => {
  if (messages.some((one) => one.outcome === 'bounced' || one.outcome === 'delayed')) return true;
  if (outcome === 'aborted') return kind === 'delivery' || tls.result !== 'none' || messages.length > 0;
  return FAILED.has(outcome);
};

const hasDelivered = ({ messages }: LogConnection): boolean => messages.some((one) => one.outcome === 'delivered');

const STRANGE = /^(?:CPQ )?(D|I)CID (\d+)\b/i;

/** Reads the lines of one appliance as they come and says what becomes of its quarantine connections. */
export class LiveLog {
  private readonly kept = new Kept();
  private readonly signs: RegExp;
  private count = 0;

  constructor(private readonly options: LiveOptions) {
    this.signs = signsOf(options.ports);
  }

  /** One line without its line feed; what is no line of mail_logs tells nothing. Never throws. */
  line(whole: string): LiveEvent[] {
    const text = whole.replace(/\r+$/, '');
    const head = headOf(text);
    if (head === null || isOtherLog(head.subscription)) return [];
    this.count += 1;
    const line = { number: this.count, text };
    const body = text.slice(head.bodyAt);
    const read = recogniseLine(body);
    const touched = read === null ? this.strange(body, line) : this.note(read, line);
    if (touched === null)
      return read !== null && SERVICES.has(read.kind) ? [{ kind: 'line', connection: null, line }] : [];
    if (this.signs.test(body)) touched.signed = true;
    return touched.signed ? this.judge(touched, head.local) : [];
  }

  /** The connection that a line belongs to, with the line noted on it. */
  private note(read: LogLine, line: LiveLine): LiveConnection | null {
    const opens = read.kind === 'new-dcid' || read.kind === 'new-icid';
    const mid = 'mid' in read ? read.mid : null;
    const message = mid === null ? null : this.kept.message(mid, line);
    if (message !== null && this.signs.test(line.text) && read.kind !== 'mid-subject')
      message.signed ||= isSigned(read);
    const one = this.connectionOf(read, line, opens) ?? message?.on ?? null;
    if (one === null || mid === null || message === null) return one;
    one.mids.add(mid);
    one.signed ||= message.signed;
    message.on = one;
    return one;
  }

  private connectionOf(read: LogLine, line: LiveLine, opens: boolean): LiveConnection | null {
    if ('dcid' in read && read.dcid > 0) return this.kept.connection('delivery', read.dcid, line, opens);
    return 'icid' in read && read.icid > 0 ? this.kept.connection('receiving', read.icid, line, opens) : null;
  }

  private strange(body: string, line: LiveLine): LiveConnection | null {
    const found = STRANGE.exec(body);
    const kind = found?.[1]?.toUpperCase() === 'D' ? 'delivery' : 'receiving';
    const known = found !== null && this.kept.known(kind, Number(found[2]));
    return known ? this.kept.connection(kind, Number(found[2]), line, false) : null;
  }

  /** Asks the reader of whole logs about the lines of this one connection, and tells what is new of it. */
  private judge(one: LiveConnection, local: number | null): LiveEvent[] {
    const lines = this.kept.linesOf(one);
    const { role, ports, since } = this.options;
    const report = analyseText([{ path: 'live', text: lines.map(({ text }) => `${text}\n`).join('') }], {
      role,
      ports,
    });
    const connection = report.connections.find(({ kind, id }) => kind === one.kind && id === one.id);
    if (connection === undefined) return [];
    const told = one.told;
    one.told = this.count;
    const { kind, id } = one;
    const fresh = lines.filter(({ number }) => number > told);
    const before = since !== null && local !== null && local < since;
    return [
      ...fresh.map((line) => ({ kind: 'line' as const, connection: { kind, id }, line })),
      ...this.happened(one, connection, report).map((what) => ({
        kind: what,
        connection,
        causes: report.causes,
        lines,
        before,
      })),
    ];
  }

  private happened(one: LiveConnection, connection: LogConnection, { causes }: LogReport): ('failed' | 'delivered')[] {
    const failed = !one.failed && (hasFailed(connection) || causes.length > 0);
    const delivered = !one.delivered && hasDelivered(connection);
    one.failed ||= failed;
    one.delivered ||= delivered;
    return [...(failed ? (['failed'] as const) : []), ...(delivered ? (['delivered'] as const) : [])];
  }
}

/** Only what the appliance itself writes of a message is a sign: not what an outsider can write. */
const isSigned = ({ kind }: LogLine): boolean => kind === 'mid-enqueued' || kind === 'mid-received-from-sma';
