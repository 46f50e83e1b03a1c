import { OWN_ENDS, type TlsReport } from '../../core/model';
import type { Words } from '../../core/texts';

/** What failed, in the words for its stage where a stage has its own; below it the peer's or the system's words. */
export const failureLines = ({ failure, target }: TlsReport, words: Words): string[] => {
  if (failure === null) return [];
  const { code, stage, detail } = failure;
  const own = `cli:tls.failures.${code}-${stage}`;
  const said = words.say(words.has(own) ? own : `cli:tls.failures.${code}`, { target });
  return detail === '' || code === 'cancelled' ? [said] : [said, `  ${detail}`];
};

/** Each address that was tried, where one was not enough. */
export const attemptLines = ({ tcp }: TlsReport, words: Words): string[] =>
  tcp === null || tcp.attempts.length < 2
    ? []
    : tcp.attempts.map(({ address, outcome, errno, ms }) =>
        outcome === 'connected'
          ? words.say('cli:tls.addressConnected', { address, ms })
          : words.say('cli:tls.addressFailed', { address, ms, because: errno ?? outcome }),
      );

/** What a single run of questions cannot hide: second tries, and a listener that changes its mind. */
export const troubleLines = ({ retries, starttlsSeen, refusedSilently }: TlsReport, words: Words): string[] => [
  ...retries.map(({ connection, pausedMs, because, answered }) =>
    words.say(answered ? 'cli:tls.retryAnswered' : 'cli:tls.retryInVain', { connection, pausedMs, because }),
  ),
  ...(starttlsSeen.offered > 0 && starttlsSeen.missing > 0 ? [words.say('cli:tls.unsteady', { ...starttlsSeen })] : []),
  ...(refusedSilently.length > 0
    ? [words.say('cli:tls.refusedSilently', { versions: refusedSilently.join(', ') })]
    : []),
];

const OURS: Readonly<Record<string, string>> = {
  [OWN_ENDS.limit]: 'cli:tls.ended.limit',
  [OWN_ENDS.time]: 'cli:tls.ended.time',
  [OWN_ENDS.cancelled]: 'cli:tls.ended.cancelled',
};

/** Where it ended before its end, why, and what is left. */
export const partialLines = ({ partial, remaining }: TlsReport, words: Words): string[] => {
  const own = partial === null ? undefined : OURS[partial.because];
  const because = own === undefined ? (partial?.because ?? '') : words.say(own);
  return [
    ...(partial === null ? [] : [words.say('cli:tls.partial', { ...partial, because })]),
    ...(remaining === null ? [] : [words.say('cli:tls.remaining', { versions: Object.keys(remaining).join(', ') })]),
  ];
};
