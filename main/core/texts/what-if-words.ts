import type { Agreement, CipherWhatIf } from '../model';
import type { Words } from './words';

const KEY = 'causes:shared.whatIf';

const agreedOn = ({ clientOrder: client, serverOrder: server }: Agreement, words: Words): string => {
  if (client === null) return words.say(`${KEY}.none`);
  if (server === null) return words.say(`${KEY}.clientOrder`, { client });
  return words.say(client === server ? `${KEY}.same` : `${KEY}.orders`, { client, server });
};

const agreementLines = ({ before, after, lost, left }: CipherWhatIf, words: Words): string[] => {
  if (before === null || after === null) return [];
  const suites = lost.join(', ');
  const loss =
    left === 0 ? words.say(`${KEY}.leftNone`, { suites }) : words.say(`${KEY}.lost`, { suites, left: left ?? 0 });
  return [
    words.say(`${KEY}.now`, { agreed: agreedOn(before, words) }),
    words.say(`${KEY}.then`, { agreed: agreedOn(after, words) }),
    ...(lost.length === 0 ? [] : [loss]),
  ];
};

/** Generations of one standing stand together: `1.0.1, 1.0.2 offer them behind others`. */
const standingsOf = ({ standings }: CipherWhatIf, words: Words): string =>
  (['first', 'behind', 'none', 'nothing'] as const)
    .flatMap((standing) => {
      const openssl = standings.filter((one) => one.standing === standing).map((one) => one.openssl);
      return openssl.length === 0
        ? []
        : [words.say(`${KEY}.standing.${standing}`, { openssl: openssl.join(', '), count: openssl.length })];
    })
    .join(words.say(`${KEY}.between`));

/** What the other end's part of it rests on. */
const responderLines = ({ responder, theirs, key }: CipherWhatIf, words: Words): string[] => {
  if (responder !== 'list') return [words.say(`${KEY}.responder.${responder}`)];
  const from = theirs?.version ? 'release' : 'nothing';
  return [
    words.say(`${KEY}.responder.list.${from}`, {
      generation: theirs?.generation ?? '?',
      version: theirs?.version ?? '',
    }),
    ...(key === null ? [words.say(`${KEY}.keyAssumed`)] : []),
  ];
};

const generationLines = (whatIf: CipherWhatIf, words: Words): string[] => {
  const { generation, generationBy, version, standings } = whatIf;
  const depends = new Set(standings.map((one) => one.standing)).size > 1;
  return [
    words.say(`${KEY}.generation.${generationBy}`, { generation, version: version ?? '' }),
    ...(depends ? [words.say(`${KEY}.depends`, { standings: standingsOf(whatIf, words) })] : []),
  ];
};

const differenceLines = ({ differs }: CipherWhatIf, words: Words): string[] => {
  if (differs === null) return [];
  if (differs.order) return [words.say(`${KEY}.differsOrder`)];
  const listed = (suites: readonly string[]) => (suites.length === 0 ? '–' : suites.join(', '));
  return [words.say(`${KEY}.differs`, { more: listed(differs.more), fewer: listed(differs.fewer) })];
};

/** The what-if of a cipher list in words: its question, and its answers a line each, the agreement first. */
export const whatIfWords = (whatIf: CipherWhatIf, words: Words) => ({
  title: words.say(`${KEY}.title`, { repaired: whatIf.repaired }),
  lines: [
    ...agreementLines(whatIf, words),
    ...responderLines(whatIf, words),
    ...generationLines(whatIf, words),
    ...differenceLines(whatIf, words),
    words.say(`${KEY}.elsewhere`),
  ],
});
