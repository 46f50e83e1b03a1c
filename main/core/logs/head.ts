import { type Civil, MONTHS, secondsOf } from './stamp';

/** What stands before the body of a line. */
export interface Head {
  readonly form: 'native' | 'syslog' | 'bare';
  /** Seconds of the stamp as a local clock shows them; null without stamp or without year. */
  readonly local: number | null;
  /** A syslog stamp without year: its seconds in a given year. */
  readonly inYear: ((year: number) => number) | null;
  /** Zone of an ISO stamp in seconds east of UTC, else null. */
  readonly zone: number | null;
  readonly level: string;
  /** Appliance named by a syslog line, and the log subscription. */
  readonly host: string | null;
  readonly subscription: string | null;
  readonly bodyAt: number;
}

const MONTH = `(${MONTHS.join('|')})`;
const CLOCK = '(\\d\\d):(\\d\\d):(\\d\\d)';
const LEVEL = '(Info|Warning|Critical|Debug|Trace)';

/**
 * `Wed Sep  6 13:13:16 2023 Info: MID 14 …`; web pages squeeze the blanks (TN212837), a paste can damage the weekday
 * (`i Sep  8 05:21:31 2023 Info:`, MSQA). Any capitalised word is a level.
 */
const NATIVE = new RegExp(`^(?:[A-Za-z]{1,3} )?${MONTH} +(\\d{1,2}) ${CLOCK} (\\d{4}) ([A-Z][a-z]+): ?`);
/** `Info: MID 482 quarantined to "Policy" …`: lines quoted by the guides without their stamp (SMAHELP). */
const BARE = new RegExp(`^${LEVEL}: `);
/** `<22>Jun  9 08:00:10 `, `Jul 16 10:46:46 2013 `, `2019 Sep 28 16:13:51 ` (ELASTIC, SC4S, course notes). */
const BSD_STAMP = new RegExp(`^(?:<\\d{1,3}>)?(?:(\\d{4}) )?${MONTH} +(\\d{1,2}) ${CLOCK}(?: (\\d{4}))? `);
/** `2026-01-01T00:00:00.000Z ` and `<22>1 2026-…` of RFC 5424 relays [inferred]. */
const ISO_STAMP =
  /^(?:<\d{1,3}>)?(?:1 )?(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:(Z)|([+-])(\d\d):?(\d\d)) /;
/**
 * After the stamp: `mail_logs: Info: …`, `esa1.example.com mail_logs: Info: …`, `example.com: Info: …` (TN119199),
 * `host mail [info] splunk_maillogs:nopid Info: …`, and a relay before a whole native line (SC4S).
 * The words before the level are names: no blank, no colon inside, so that a Subject cannot pose as one.
 */
const SYSLOG_REST = new RegExp(
  `^(?:(\\S+) )?(?:\\w+ \\[\\w+\\] )?([^\\s:]+)(?::|:nopid| \\S+ \\S+ (?:-|\\[[^\\]]*\\])) ` +
    `(?:[A-Z][a-z]{2} ${MONTH} +(\\d{1,2}) ${CLOCK} (\\d{4}) )?${LEVEL}: ?`,
);

const civil = (parts: readonly (string | undefined)[], year: string | undefined): Civil => ({
  year: Number(year),
  month: MONTHS.indexOf(parts[0] ?? '') + 1,
  day: Number(parts[1]),
  hour: Number(parts[2]),
  minute: Number(parts[3]),
  second: Number(parts[4]),
});

const native = (line: string): Head | null => {
  const parts = NATIVE.exec(line);
  if (!parts) return null;
  const local = secondsOf(civil(parts.slice(1, 6), parts[6]));
  const none = { inYear: null, zone: null, host: null, subscription: null };
  return { form: 'native', local, ...none, level: parts[7] ?? '', bodyAt: parts[0].length };
};

interface Outer {
  readonly local: number | null;
  readonly inYear: Head['inYear'];
  readonly zone: number | null;
  readonly length: number;
}

const outerBsd = (line: string): Outer | null => {
  const parts = BSD_STAMP.exec(line);
  if (!parts) return null;
  const year = parts[1] ?? parts[7];
  const rest = { zone: null, length: parts[0].length };
  if (year !== undefined) return { local: secondsOf(civil(parts.slice(2, 7), year)), inYear: null, ...rest };
  return { local: null, inYear: (assumed) => secondsOf(civil(parts.slice(2, 7), String(assumed))), ...rest };
};

const outerIso = (line: string): Outer | null => {
  const parts = ISO_STAMP.exec(line);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as number[];
  const when = { year, month, day, hour, minute, second } as Civil;
  const east = parts[8] ? (parts[8] === '-' ? -1 : 1) * (Number(parts[9]) * 3600 + Number(parts[10]) * 60) : 0;
  return { local: secondsOf(when), inYear: null, zone: east, length: parts[0].length };
};

/** An inner native stamp wins; then the name before it is the appliance and the outer host only the relay. */
const syslog = (line: string): Head | null => {
  const outer = outerBsd(line) ?? outerIso(line);
  const rest = outer && SYSLOG_REST.exec(line.slice(outer.length));
  if (!outer || !rest) return null;
  const [whole, first, name = '', ...parts] = rest;
  const inner = parts[5] === undefined ? null : secondsOf(civil(parts.slice(0, 5), parts[5]));
  const named = { level: parts[6] ?? '', form: 'syslog', bodyAt: outer.length + whole.length } as const;
  if (inner !== null) return { ...named, local: inner, inYear: null, zone: null, host: name, subscription: null };
  const lone = first === undefined && name.includes('.');
  const { local, inYear, zone } = outer;
  return { ...named, local, inYear, zone, host: lone ? name : (first ?? null), subscription: lone ? null : name };
};

/** Reads the head of a line: native, syslog in its known forms, or a bare level. Null: the line has none. */
export const headOf = (line: string): Head | null => {
  const found = native(line) ?? syslog(line);
  if (found) return found;
  const bare = BARE.exec(line);
  if (!bare) return null;
  const none = { local: null, inYear: null, zone: null, host: null, subscription: null };
  return { form: 'bare', ...none, level: bare[1] ?? '', bodyAt: bare[0].length };
};

/** Subscriptions with the same head that are not mail_logs: their lines say nothing about mail. */
const OTHER_LOGS = new Set(
  `antivirus antispam bounces status gui_logs system_logs cli_logs sntpd_logs euq_logs euqgui_logs ftpd_logs reportd_logs
   reportqueryd_logs trackerd_logs scanning updater_logs upgrade_logs authentication encryption asarchive avarchive`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

export const isOtherLog = (subscription: string | null): boolean =>
  subscription !== null && OTHER_LOGS.has(subscription.toLowerCase());
