/** Words that identify nobody: those of our own texts and documents and of every appliance. In small letters. */
export type Vocabulary = ReadonlySet<string>;

/** What appliances, their accounts and their logs are called everywhere. */
const COMMON = `admin administrator administrators root operator guest monitor localhost laptop host mail mx smtp esa sma
management quarantine cluster main default internal external public private inbound outbound incoming outgoing listener
interface info warning critical system service application policy virus outbreak spam ironport cisco asyncos none`;

/** The words, hyphened ones included, of texts that say nothing about this case. Words with digits are names, not words. */
export const vocabularyOf = (texts: readonly string[]): Vocabulary =>
  new Set([COMMON, ...texts].flatMap((text) => text.toLowerCase().match(/[a-z][a-z_-]*(?![\w-])/g) ?? []));
