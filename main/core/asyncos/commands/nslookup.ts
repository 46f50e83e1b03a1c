import { command, type Reading } from '../command';
import { type Output, outputOf } from '../output';
import { ownMachine, switchMode } from '../prompts';
import { readBy } from '../sift';

export interface NameAnswer {
  readonly type: string;
  readonly value: string;
  readonly ttl: string | null;
}
export interface NameLookup {
  readonly host: string | null;
  readonly answers: readonly NameAnswer[];
  readonly failure: 'temporary' | 'malformed' | 'none' | null;
}

// `A=192.0.2.20 TTL=30m` (recalled), `PTR=…` (CLI test library).
const ANSWER = /^([A-Z]{1,6})=(\S+)(?: TTL=(\S+))?$/;
const FAILURES: readonly (readonly [NonNullable<NameLookup['failure']>, RegExp])[] = [
  ['temporary', /^Temporary query error/i],
  ['malformed', /^DNS Malformed Query Error/i],
  ['none', /^(?:No (?:answers?|results?|records?) |NXDomain)/i],
];

const hostOf = ({ typed, questions }: Output): string | null =>
  /^nslookup\s+(\S+)/i.exec(typed ?? '')?.[1] ??
  (questions.find((one) => /host or IP/i.test(one.asks))?.answer || null);

const readNslookup = (text: string): Reading<NameLookup> => {
  const answers: NameAnswer[] = [];
  let failure: NameLookup['failure'] = null;
  return readBy(
    text,
    () => [
      { test: /^Please enter the host or IP address to resolve/i },
      { test: /^Choose the query type/i },
      { test: /^\d+[.)] / },
      {
        test: ANSWER,
        take: (found) => answers.push({ type: found[1] ?? '', value: found[2] ?? '', ttl: found[3] ?? null }),
      },
      ...FAILURES.map(([kind, test]) => ({
        test,
        take: () => {
          failure = kind;
        },
      })),
    ],
    () => (answers.length === 0 && failure === null ? null : { host: hostOf(outputOf(text)), answers, failure }),
  );
};

/**
 * What the appliance's own resolver answers. One line, without the type: the form `nslookup HOST [TYPE]` asks nothing,
 * and a release that asks for the type all the same is left.
 */
export const nslookup = command({
  name: 'nslookup',
  words: ['nslookup'],
  lineArgument: { name: 'target', allowed: /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/, bare: true },
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [switchMode, ownMachine],
  deadlineMs: 60_000,
  pasteable: false,
  harmless: 'asks the resolver that the appliance asks for every mail; its cache may hold the answer for a while',
  source: 'CLI test library (SMA 13.8), one-line form; the A= form recalled',
  sample: 'nslookup.txt',
  read: readNslookup,
});
