import type { Reading } from '../command';
import { outputOf } from '../output';
import { reading, sift } from '../sift';
import { joinItems } from './items';

export interface VisibleListener {
  readonly name: string;
  readonly interface: string;
  readonly addresses: readonly string[];
  readonly protocol: string;
  readonly port: number;
  readonly kind: 'public' | 'private' | 'blackhole';
}
export interface VisibleListeners {
  readonly listeners: readonly VisibleListener[];
}

// `2. OutgoingMail (on Management, 192.0.2.10, 2001:db8::10) SMTP TCP Port 25 Private`; sample listenerconfig-esa.txt.
const ITEM = /^\d+[.)]?\s+(.+?) \(on ([^,()]+)(?:, ([^()]*))?\) (\S+) TCP Port (\d+) (Public|Private|Blackhole)$/i;

const kindOf = (word: string | undefined): VisibleListener['kind'] => {
  const kind = word?.toLowerCase();
  return kind === 'private' || kind === 'blackhole' ? kind : 'public';
};

const listenerOf = (found: RegExpExecArray): VisibleListener => ({
  name: found[1] ?? '',
  interface: found[2] ?? '',
  addresses: (found[3] ?? '').split(/,\s*/).filter((one) => one !== ''),
  protocol: found[4] ?? '',
  port: Number(found[5]),
  kind: kindOf(found[6]),
});

/** Reads the list of `listenerconfig`. `cpq_listener` is never in it (TechNote 200068). */
export const readListeners = (text: string): Reading<VisibleListeners> => {
  const output = outputOf(text);
  const listeners: VisibleListener[] = [];
  let listed = false;
  const unread = sift(joinItems(output.lines, ITEM), [
    {
      test: /^Currently configured listeners:?$/i,
      take: () => {
        listed = true;
      },
    },
    { test: ITEM, take: (found) => listeners.push(listenerOf(found)) },
  ]);
  return reading(listed || listeners.length > 0 ? { listeners } : null, unread, output, text);
};
