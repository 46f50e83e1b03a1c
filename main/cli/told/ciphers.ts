import type { CipherReport } from '../../core/model';
import type { Words } from '../../core/texts';

const suiteLines = ({ suites, anonymous }: CipherReport, words: Words): string[] =>
  suites.map((suite) => `  ${suite}${anonymous.includes(suite) ? `  ${words.say('cli:ciphers.anonymous')}` : ''}`);

const agreementLines = ({ negotiation }: CipherReport, words: Words): string[] => {
  const none = words.say('cli:none');
  return Object.entries(negotiation ?? {}).map(([when, agreed]) =>
    words.say(`cli:ciphers.${when}`, { client: agreed.clientOrder ?? none, server: agreed.serverOrder ?? none }),
  );
};

/** What a cipher list admits, in order, and how it is repaired. */
export const cipherLines = (report: CipherReport, words: Words): string[] => {
  if (report.suites.length === 0) return [];
  const { suites, openssl, admittedBy, repaired } = report;
  return [
    words.say('cli:ciphers.suites', { count: suites.length, openssl }),
    ...suiteLines(report, words),
    ...(repaired === null
      ? []
      : ['', words.say('cli:ciphers.repair', { admittedBy: admittedBy.join(', '), repaired })]),
    ...agreementLines(report, words),
  ];
};
