/** `:` `,` `;` and blank part the tokens for OpenSSL (ITEM_SEP in ssl/ssl_ciph.c); people add line ends and tabs. */
const SEPARATORS = /[:,;\s]+/;

/** Words that OpenSSL knows only where the string begins: an empty token before them takes their meaning away. */
const ONLY_AT_BEGINNING = /^(DEFAULT|SUITEB(128|192))/;

/**
 * The list on one line, as OpenSSL reads it: a paste of one token a line, the form in which `sslconfig` prints a list
 * from AsyncOS 9.5 on (TechNote 117855), has a `:` for each line end. Every character keeps its place.
 */
export const onOneLine = (list: string): string => list.replace(/\n/g, ':').replace(/[^\S ]/g, ' ');

/**
 * The list in the form that an appliance takes: tokens parted by one `:` each, none at its ends (TechNote 117864; a
 * leading one stays where the next word would mean something else without it).
 */
export const asTyped = (list: string): string => {
  const tokens = list.split(SEPARATORS).filter((token) => token !== '');
  const parted = SEPARATORS.exec(list)?.index === 0 && ONLY_AT_BEGINNING.test(tokens[0] ?? '');
  return [...(parted ? [''] : []), ...tokens].join(':');
};

/**
 * The list with `-aNULL` behind everything else (TechNote 200068), in the form that an appliance takes. It has to stand
 * last: a keyword behind it would bring the anonymous suites in again (`HIGH:-aNULL:ALL`, measured). In every OpenSSL
 * generation it takes out all anonymous suites and nothing else, and keeps the order of the rest; a list that OpenSSL
 * refuses stays refused.
 */
export const withoutAnonymous = (list: string): string => {
  const typed = asTyped(list);
  return typed === '' ? '-aNULL' : `${typed}:-aNULL`;
};
