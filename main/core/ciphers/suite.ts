/** The classes of words by which a cipher string can choose a suite. */
export type Class = 'kx' | 'au' | 'enc' | 'mac' | 'protocol' | 'export' | 'strength' | 'standing';

/** One cipher suite as one OpenSSL generation describes it. */
export interface Suite {
  readonly name: string;
  readonly bits: number;
  /** The words it answers to, per class; a few classes hold no word or several (`HIGH` and `FIPS`). */
  readonly words: Readonly<Record<Class, readonly string[]>>;
}

const EXPORT = ['EXPORT', 'NOT_EXPORT'];
const STANDING = ['NOT_DEFAULT'];

const listed = (cell: string): readonly string[] => (cell === '-' ? [] : cell.split(','));

const suiteOf = (row: string): Suite => {
  const [name = '', kx = '-', au = '-', enc = '-', mac = '-', protocol = '-', bits = '0', grade = '-'] =
    row.split(/ +/);
  const grades = listed(grade);
  const words = {
    kx: listed(kx),
    au: listed(au),
    enc: listed(enc),
    mac: listed(mac),
    protocol: listed(protocol),
    export: [grades.includes('EXPORT') ? 'EXPORT' : 'NOT_EXPORT'],
    strength: grades.filter((word) => !EXPORT.includes(word) && !STANDING.includes(word)),
    standing: grades.filter((word) => STANDING.includes(word)),
  };
  return { name, bits: Number(bits), words };
};

/** Reads a table of `tables/`, one suite a row, in the order of the table. */
export const suitesOf = (table: string): readonly Suite[] => table.trim().split('\n').map(suiteOf);

/** The name as the fixtures and the report write it: `RC4-MD5` exists once more in SSLv2. */
export const shownName = (suite: Suite): string =>
  suite.words.protocol.includes('SSLv2') ? `${suite.name}${SSLV2}` : suite.name;

/** What marks the suites of SSLv2, which no TLS handshake can agree on. */
export const SSLV2 = ' (SSLv2)';
