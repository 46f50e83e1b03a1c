import type { Reading } from '../command';
import { moment } from '../moment';
import { count, type Rule, readBy } from '../sift';

export interface Status {
  readonly asOf: string | null;
  readonly upSince: string | null;
  readonly system:
    | 'online'
    | 'offline'
    | 'receiving-suspended'
    | 'delivery-suspended'
    | 'work-queue-paused'
    | 'unknown';
  /** The value as it stands there, for states that nobody has described yet. */
  readonly systemText: string | null;
  readonly activeRecipients: number | null;
  readonly workQueue: number | null;
  readonly oldestMessage: string | null;
  /** Reset, uptime, lifetime; the current ids have one number. */
  readonly counters: Readonly<Record<string, readonly number[]>>;
  readonly gauges: Readonly<Record<string, number | string>>;
}

const STATES = ['online', 'offline', 'receiving-suspended', 'delivery-suspended', 'work-queue-paused'] as const;

const systemOf = (text: string | undefined): Status['system'] => {
  const word = (text ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return STATES.find((one) => one === word) ?? 'unknown';
};

// Sections of `status detail` (sample status-detail-online.txt); `Counters:` is followed by the names of its columns.
const SECTION = /^(Counters|Rates|Gauges)\b.*$/;
const GROUP = /^(?:Receiving|Rejection|Queue|Completion|Current IDs|System|Connections|Quarantine)$/;
const HEAD = /^(Status as of|Up since|Last counter reset|System status|Oldest Message):\s*(.*)$/i;
// `5XX Hard Bounces  12  0  12`, `RAM Utilization  5%`, `Logging Disk Available  18G`.
const ROW = /^(\S.*?)\s+((?:\d[\d,.]*(?:%|[KMGT]B?)?)(?:\s+\d[\d,.]*%?)*)$/;
/** Quarantine gauges take two lines: the label alone, then `Policy, Virus and Outbreak   N`. */
const LABEL_ALONE = /^(?:Messages|Kilobytes) In Quarantine$/;

class Table {
  readonly head = new Map<string, string>();
  readonly counters: Record<string, number[]> = {};
  readonly gauges: Record<string, number | string> = {};
  private section = 'Counters';
  private above = '';

  readonly rules: readonly Rule[] = [
    { test: HEAD, take: (found) => this.head.set((found[1] ?? '').toLowerCase(), (found[2] ?? '').trim()) },
    { test: /^Feature - .+?:/ },
    { test: /^Enter "status detail"/ },
    {
      test: SECTION,
      take: (found) => {
        this.section = found[1] ?? '';
        this.above = '';
      },
    },
    { test: GROUP },
    {
      test: LABEL_ALONE,
      take: (found) => {
        this.above = `${found[0]} / `;
      },
    },
    { test: ROW, take: (found) => this.row(found[1] ?? '', (found[2] ?? '').split(/\s+/)) },
  ];

  private row(label: string, values: readonly string[]): void {
    const key = /^Policy, Virus/.test(label) ? this.above + label : label;
    if (this.section === 'Gauges') this.gauges[key] = count(values[0]) ?? values[0] ?? '';
    if (this.section === 'Counters') this.counters[key] = values.flatMap((one) => count(one) ?? []);
  }

  gauge(label: string): number | null {
    const value = this.gauges[label];
    return typeof value === 'number' ? value : null;
  }
}

/** Reads `status` and `status detail`; a system state that is not known stays as it is in `systemText`. */
export const readStatus = (text: string): Reading<Status> => {
  const table = new Table();
  return readBy(
    text,
    () => table.rules,
    () => {
      const { head } = table;
      if (!head.has('system status') && !head.has('status as of') && table.gauge('Active Recipients') === null)
        return null;
      const oldest = head.get('oldest message');
      return {
        asOf: moment(head.get('status as of') ?? ''),
        upSince: moment(head.get('up since') ?? ''),
        system: systemOf(head.get('system status')),
        systemText: head.get('system status') ?? null,
        activeRecipients: table.gauge('Active Recipients'),
        workQueue: table.gauge('Messages In Work Queue'),
        oldestMessage: oldest === undefined || /^No Messages$/i.test(oldest) ? null : oldest,
        counters: table.counters,
        gauges: table.gauges,
      };
    },
  );
};
