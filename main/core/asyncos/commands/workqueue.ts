import { command, type Reading } from '../command';
import { moment } from '../moment';
import { ownMachine, switchMode } from '../prompts';
import { count, readBy } from '../sift';

export interface WorkQueue {
  readonly asOf: string | null;
  readonly status: 'operational' | 'paused' | 'unknown';
  readonly statusText: string;
  readonly messages: number | null;
}

const stateOf = (text: string): WorkQueue['status'] => {
  if (/^operational\b/i.test(text)) return 'operational';
  return /^paused\b/i.test(text) ? 'paused' : 'unknown';
};

const readWorkQueue = (text: string): Reading<WorkQueue> => {
  const fields = new Map<string, string>();
  return readBy(
    text,
    () => [
      {
        test: /^(Status as of|Status|Messages):\s*(.*)$/i,
        take: (found) => fields.set((found[1] ?? '').toLowerCase(), (found[2] ?? '').trim()),
      },
    ],
    () => {
      const statusText = fields.get('status');
      if (statusText === undefined) return null;
      const asOf = fields.get('status as of');
      return {
        asOf: asOf === undefined ? null : moment(asOf),
        status: stateOf(statusText),
        statusText,
        messages: count(fields.get('messages')),
      };
    },
  );
};

/** Whether the work queue runs or was paused. */
export const workqueue = command({
  name: 'workqueue',
  words: ['workqueue', 'status'],
  arguments: [],
  on: ['esa'],
  prompts: [switchMode, ownMachine],
  deadlineMs: 20_000,
  pasteable: true,
  harmless: 'prints the state of the work queue; its other words pause and restart it and are not in the list',
  source: 'CLI test library (ESA 13.5) for the fields',
  sample: 'workqueue-status.txt',
  read: readWorkQueue,
});
