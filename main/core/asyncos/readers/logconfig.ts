import type { Reading } from '../command';
import { outputOf } from '../output';
import { reading, sift } from '../sift';
import { joinFullItems } from './items';

export interface LogSubscription {
  readonly name: string;
  readonly type: string;
  readonly retrieval: string;
  readonly interval: string | null;
}
export interface LogSubscriptions {
  readonly logs: readonly LogSubscription[];
  /** Names of the subscriptions of type text mail log: `mail_logs`, and whatever the site made of it. */
  readonly mailLogs: readonly string[];
}

// `22. mail_push   IronPort Text Mail Logs   SCP Push - Host logs.example.com  None`; sample logconfig-esa.txt.
const ITEM =
  /^\d+[.)]?\s+(\S+)\s+(\S.*?)\s+((?:Manual Download|FTP Poll|(?:FTP|SCP|Syslog|AWS S3) Push)(?:\s+-\s+(?:Host\s+)?\S+)?)(?:\s+(\S.*))?$/i;

/** `error_logs` is of the same type but is not a mail log. */
const isMailLog = (one: LogSubscription): boolean => /Text Mail Logs/i.test(one.type) && one.name !== 'error_logs';

const subscriptionOf = (found: RegExpExecArray): LogSubscription => ({
  name: found[1] ?? '',
  type: found[2] ?? '',
  retrieval: found[3] ?? '',
  interval: found[4] ?? null,
});

/** Reads the list of `logconfig`. The level of a log is not shown there. */
export const readLogConfig = (text: string): Reading<LogSubscriptions> => {
  const output = outputOf(text);
  const logs: LogSubscription[] = [];
  let listed = false;
  const unread = sift(joinFullItems(output.lines), [
    {
      test: /^Currently configured logs:?$/i,
      take: () => {
        listed = true;
      },
    },
    { test: /^Log Name\s+Log Type\b/i },
    { test: /^-+$/ },
    { test: ITEM, take: (found) => logs.push(subscriptionOf(found)) },
  ]);
  const mailLogs = logs.filter(isMailLog).map((one) => one.name);
  return reading(listed || logs.length > 0 ? { logs, mailLogs } : null, unread, output, text);
};
