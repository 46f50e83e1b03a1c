import type { Reading } from '../command';
import { outputOf } from '../output';
import { readBy } from '../sift';
import { pasted } from './reader';

export interface Ping {
  readonly host: string | null;
  readonly address: string | null;
  readonly transmitted: number | null;
  readonly received: number | null;
  readonly outcome: 'answered' | 'partly' | 'silent' | 'name-unknown';
}

const SUMMARY = /^(\d+) packets transmitted, (\d+) (?:packets )?received\b/;
const NAME_UNKNOWN = /cannot resolve (\S+?):/i;

const outcomeOf = (transmitted: number, received: number): Ping['outcome'] => {
  if (received === 0) return 'silent';
  return received < transmitted ? 'partly' : 'answered';
};

/** Reads FreeBSD's `ping`: its last summary decides. Without one the text was cut off. */
const readPing = (text: string): Reading<Ping> => {
  let host: string | null = null;
  let address: string | null = null;
  let figures: readonly [number, number] | null = null;
  let unknown = false;
  return readBy(
    text,
    () => [
      { test: /^Which interface do you want to send the pings from/i },
      { test: /^Please enter the host you wish to ping/i },
      { test: /^Press Ctrl-C to stop/i },
      { test: /^\d+[.)] / },
      {
        test: /^PING (\S+) \(([^)]+)\)/,
        take: (found) => {
          [host, address] = [found[1] ?? null, found[2] ?? null];
        },
      },
      { test: /^\d+ bytes from / },
      { test: /^(?:\^C)?--- .* ping statistics ---$/ },
      { test: /^round-trip / },
      {
        test: SUMMARY,
        take: (found) => {
          figures = [Number(found[1]), Number(found[2])];
        },
      },
      {
        test: NAME_UNKNOWN,
        take: (found) => {
          unknown = true;
          host = found[1] ?? null;
        },
      },
    ],
    () => {
      const asked = host ?? /^ping\s+(\S+)$/i.exec(outputOf(text).typed ?? '')?.[1] ?? null;
      if (unknown) return { host: asked, address, transmitted: null, received: null, outcome: 'name-unknown' };
      if (figures === null) return null;
      const [transmitted, received] = figures;
      return { host: asked, address, transmitted, received, outcome: outcomeOf(transmitted, received) };
    },
  );
};

/**
 * Whether a host answers echoes. An answer says nothing about a port, and silence may be a rule against echoes
 * alone. Never typed: no one-line form is documented, and it runs until Control-C behind questions that are recalled.
 */
export const ping = pasted({
  name: 'ping',
  words: ['ping'],
  notTyped: 'does not end by itself; the interface list and the wording of its questions are recalled',
  source: 'CLI test library (ESA 13.5): summary line and name error of FreeBSD',
  sample: 'ping.txt',
  read: readPing,
});
