import type { Reading } from '../command';
import { readBy } from '../sift';

export interface QueuedRecipient {
  readonly mid: number;
  readonly rid: number;
  readonly attempts: number;
  readonly bytes: number;
  readonly sender: string;
  readonly subject: string;
  readonly recipient: string;
}
export interface QueuedRecipients {
  /** The first of them: the list can be millions of lines long. */
  readonly recipients: readonly QueuedRecipient[];
  readonly total: number;
}

const KEPT = 500;
// `99410    1230     alice@example.com        Invoice 4711` and below it `[0]      [12]     bob@example.net`.
const MESSAGE = /^(\d+)\s+(\d[\d,]*)\s+(\S+)(?:\s+(.*))?$/;
const RECIPIENT = /^\[(\d+)\]\s+\[(\d+)\]\s+(\S+)$/;

/** Reads the two-line rows of `showrecipients`. Layout recalled; sample showrecipients-cpq.txt. */
export const readRecipients = (text: string): Reading<QueuedRecipients> => {
  const recipients: QueuedRecipient[] = [];
  let total = 0;
  let table = false;
  let message: Pick<QueuedRecipient, 'mid' | 'bytes' | 'sender' | 'subject'> | null = null;
  const begin = () => {
    table = true;
  };
  const add = (found: RegExpExecArray) => {
    total += 1;
    if (message === null || recipients.length >= KEPT) return;
    recipients.push({ ...message, rid: Number(found[1]), attempts: Number(found[2]), recipient: found[3] ?? '' });
  };
  return readBy(
    text,
    () => [
      { test: /^Please select how you would like to show messages/i },
      { test: /^\d\. (?:By recipient host|By Envelope From address|All)\b/i },
      { test: /^Please enter the (?:hostname|Envelope From)/i },
      { test: /^Showing messages, please wait/i, take: begin },
      { test: /^MID\/\s+Bytes\//i, take: begin },
      { test: /^\[RID\]\s+\[Atmps\]/i, take: begin },
      { test: RECIPIENT, take: add },
      {
        test: MESSAGE,
        take: (found) => {
          const bytes = Number((found[2] ?? '').replaceAll(',', ''));
          message = { mid: Number(found[1]), bytes, sender: found[3] ?? '', subject: found[4] ?? '' };
        },
      },
    ],
    () => (table || total > 0 ? { recipients, total } : null),
  );
};
