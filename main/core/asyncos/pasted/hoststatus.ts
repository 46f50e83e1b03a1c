import type { Reading } from '../command';
import { moment } from '../moment';
import { count, readBy } from '../sift';
import { pasted } from './reader';

export interface HostStatus {
  readonly host: string;
  readonly asOf: string | null;
  readonly state: 'up' | 'down' | 'unknown';
  readonly activeRecipients: number | null;
  readonly softBounced: number | null;
  readonly delivered: number | null;
  readonly addresses: readonly string[];
  readonly oldestMessage: string | null;
}

const STATES = ['up', 'down'] as const;
/** Labels stand at the left, one number at the right; sections and rules say nothing that we need. */
const FRAME =
  /^(?:Recipient host:?|Counters:|Gauges:|Queue|Completion|Connections|=+|Preference\b.*|(?:Ordered IP addresses|MX Records|SMTP routes for this host|Last 5XX Error|Virtual Gateway\(tm\) information):.*)$/i;
const HEAD = /^(Host mail status for|Status as of|Host up\/down|Oldest Message|Last Activity):?\s+(.*)$/i;
const GAUGE = /^([A-Z5].*?)\s+(\d[\d,]*)$/;
// `10   198.51.100.25   2001:db8::25` below the ordered addresses, `10   52m24s   mx1.example.net` below the MX records.
const ADDRESSES = /^\d+\s+((?:(?:\d{1,3}\.){3}\d{1,3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)(?:\s+\S+)*)$/;
const MX = /^\d+\s+(?:\d+[dhms])+\s+\S+$/;
const GATEWAY = /^\S+ \(.+\):$/;

/** The first figure of a label counts: those of each gateway follow below. */
class Figures {
  readonly head = new Map<string, string>();
  readonly gauges = new Map<string, number | null>();
  readonly addresses: string[] = [];

  head1(label: string, value: string): void {
    const key = label.toLowerCase();
    if (!this.head.has(key)) this.head.set(key, value.trim());
  }

  gauge(label: string, value: string): void {
    if (!this.gauges.has(label)) this.gauges.set(label, count(value));
  }
}

const readHostStatus = (text: string): Reading<HostStatus> => {
  const seen = new Figures();
  return readBy(
    text,
    () => [
      { test: HEAD, take: (found) => seen.head1(found[1] ?? '', found[2] ?? '') },
      { test: FRAME },
      { test: ADDRESSES, take: (found) => seen.addresses.push(...(found[1] ?? '').split(/\s+/)) },
      { test: MX },
      { test: GATEWAY },
      { test: GAUGE, take: (found) => seen.gauge(found[1] ?? '', found[2] ?? '') },
    ],
    () => {
      const host = seen.head.get('host mail status for');
      if (host === undefined) return null;
      const state = seen.head.get('host up/down')?.toLowerCase();
      return {
        host: host.replace(/^'(.*)'$/, '$1'),
        asOf: moment(seen.head.get('status as of') ?? ''),
        state: STATES.find((one) => one === state) ?? 'unknown',
        activeRecipients: seen.gauges.get('Active Recipients') ?? null,
        softBounced: seen.gauges.get('Soft Bounced Events') ?? null,
        delivered: seen.gauges.get('Delivered Recipients') ?? null,
        addresses: seen.addresses,
        oldestMessage: seen.head.get('oldest message') ?? null,
      };
    },
  );
};

/** The delivery record of one ordinary host. */
export const hoststatus = pasted({
  name: 'hoststatus',
  words: ['hoststatus'],
  notTyped: 'does not work with the.cpq.host and the.cpq.release.host (TechNote 200068)',
  source: 'CLI test library (SMA 13.8)',
  sample: 'hoststatus-up.txt',
  read: readHostStatus,
});
