import type { CipherReport } from '../../core/model';
import type { Words } from '../../core/texts';

const suiteLines = ({ suites, anonymous }: CipherReport, words: Words): string[] =>
  suites.map((suite) => `  ${suite}${anonymous.includes(suite) ? `  ${words.say('cli:ciphers.anonymous')}` : ''}`);

const repairLines = ({ repaired, repairedSuites, admittedBy }: CipherReport, words: Words): string[] => {
  if (repaired === null) return [];
  return [
    '',
    words.say('cli:ciphers.repair', { admittedBy: admittedBy.join(', '), repaired }),
    ...(repairedSuites.length === 0 ? [words.say('cli:ciphers.onlyAnonymous')] : []),
  ];
};

const lossLines = ({ lost, after }: NonNullable<CipherReport['against']>, words: Words): string[] =>
  lost.length === 0
    ? []
    : [
        words.say('cli:ciphers.lost', { count: lost.length, suites: lost.join(', ') }),
        words.say(after.length === 0 ? 'cli:ciphers.leftNone' : 'cli:ciphers.left', { count: after.length }),
      ];

const agreementLines = ({ negotiation, against, repaired }: CipherReport, words: Words): string[] => {
  if (negotiation === null || against === null) return [];
  const none = words.say('cli:none');
  const said = (when: 'before' | 'after') => {
    const { clientOrder, serverOrder } = negotiation[when];
    return words.say(`cli:ciphers.${when}`, { client: clientOrder ?? none, server: serverOrder ?? none });
  };
  const { openssl, key } = against;
  const paper = words.say(`cli:ciphers.onPaper.${key === null ? 'assumed' : 'said'}`, { openssl, key: key ?? '' });
  return ['', paper, said('before'), ...(repaired === null ? [] : [said('after'), ...lossLines(against, words)])];
};

type IsAnonymous = (suite: string) => boolean;
type Counts = CipherReport['generations'][number];

const standing = ({ first, anonymous }: Counts, isAnonymous: IsAnonymous): string => {
  if (first === null) return 'nothing';
  if (anonymous === 0) return 'none';
  return isAnonymous(first) ? 'first' : 'behind';
};

const generationLine = (counts: Counts, isAnonymous: IsAnonymous, words: Words): string => {
  const { openssl, first, anonymous, suites: count } = counts;
  const key = `cli:ciphers.generation.${standing(counts, isAnonymous)}`;
  return words.say(key, { openssl, first: first ?? '', anonymous, count });
};

/** Shown where an anonymous suite comes in by any generation: whether it does, and where it stands, differs. */
const generationLines = ({ generations }: CipherReport, isAnonymous: IsAnonymous, words: Words): string[] =>
  generations.every(({ anonymous }) => anonymous === 0)
    ? []
    : ['', words.say('cli:ciphers.generations'), ...generations.map((one) => generationLine(one, isAnonymous, words))];

/**
 * What a cipher list admits, in order, how it is repaired, what the two ends agree on, and where another OpenSSL sees
 * it differently. No line for a list that OpenSSL refuses.
 */
export const cipherLines = (report: CipherReport, isAnonymous: IsAnonymous, words: Words): string[] => {
  if (report.suites.length === 0) return [];
  const { suites, openssl } = report;
  return [
    words.say('cli:ciphers.suites', { count: suites.length, openssl }),
    ...suiteLines(report, words),
    ...repairLines(report, words),
    ...agreementLines(report, words),
    ...generationLines(report, isAnonymous, words),
  ];
};
