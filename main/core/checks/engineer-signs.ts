/** What an engineer may report from the pages of the web interface, where no read-only command shows it. */
export const ENGINEER_SIGNS = [
  'changes-pending',
  'not-ready',
  'not-administrator',
  'backup-running',
  'sma-replaced',
  'esa-replaced',
  'other-quarantine',
  'unclassified',
  'licence-expired',
  'quarantine-full',
  'settings-overridden',
] as const;
export type EngineerSign = (typeof ENGINEER_SIGNS)[number];

interface Pattern {
  readonly sign: EngineerSign;
  readonly says: RegExp;
  /** Words that turn the meaning round. */
  readonly unless?: RegExp;
}

/**
 * Free words, so what they say is a hint. The first two hold the words of the pages themselves (TechNote 118026: *Commit
 * Changes*, *Action Required*, *service not active*); the others are how people say it, in English and French.
 */
const PATTERNS: readonly Pattern[] = [
  {
    sign: 'changes-pending',
    says: /\bcommit changes\b|\buncommitted\b|\b(?:not|never|n[o’']t)(?: yet| been)* commit(?:ted)?\b|\bpending changes\b|\bchanges (?:are )?pending\b|\bmodifications? (?:non valid|en attente)|\bnon valid[ée]e?s?\b|\bvalider les modifications\b/i,
    unless: /\bno (?:pending |uncommitted )?changes\b|\baucune modification\b/i,
  },
  {
    sign: 'not-ready',
    says: /\baction required\b|\bservice (?:is )?not active\b|\bwizard\b.*\b(?:not|never)\b|\bassistant\b.*\b(?:pas|jamais)\b/i,
  },
  {
    sign: 'not-administrator',
    says: /\b(?:operator|technician|help ?desk|guest)\b.*\b(?:account|role|user|login)\b|\b(?:account|role|user|logged in|login)\b.*\b(?:operator|technician|help ?desk|guest)\b|\bnot (?:an? )?administrator\b|\bcompte op[ée]rateur\b|\bpas administrateur\b/i,
  },
  {
    sign: 'backup-running',
    says: /\bbackup\b.*\b(?:running|runs|in progress|under way|phase [12])\b|\b(?:running|in progress)\b.*\bbackup\b|\bsauvegarde (?:est )?en cours\b/i,
    unless: /\bno backup\b|\baucune sauvegarde\b/i,
  },
  {
    sign: 'sma-replaced',
    says: /\b(?:sma|management appliance)\b.*\b(?:replaced|promoted|failed over|took over|swapped|remplac[ée])|\b(?:replaced|promoted|swapped|new)\b.*\bsma\b|\bnouvelle? sma\b/i,
  },
  {
    sign: 'esa-replaced',
    says: /\b(?:esa\d*|gateway)\b.*\b(?:replaced|removed|retired|re-?imaged|decommissioned|scrapped|remplac[ée]|retir[ée])|\b(?:replaced|removed|retired|decommissioned)\b.*\besa\d*\b/i,
  },
  {
    sign: 'other-quarantine',
    says: /\bin other quarantines?\s*:?\s*yes\b|\bdans d[’']autres quarantaines\s*:?\s*oui\b/i,
  },
  { sign: 'unclassified', says: /\bunclassified\b/i },
  {
    sign: 'licence-expired',
    says: /\b(?:licen[cs]e|licen[cs]ing|feature ?key)s?\b.*\b(?:expired|lapsed|out of compliance|expir[ée]e?)/i,
    unless: /\bnot expired\b/i,
  },
  {
    sign: 'quarantine-full',
    says: /\b(?:quarantine|disk)\b.*(?:\bfull\b|\b(?:9[5-9]|100) ?%)|\bquarantaine\b.*(?:\bpleine\b|\b(?:9[5-9]|100) ?%)/i,
    unless: /\bnot full\b|\bpas pleine\b/i,
  },
  {
    sign: 'settings-overridden',
    says: /\bsettings for this feature are (?:currently )?defined at:? *(?:the )?\(?machine\b|\boverrid\w* at (?:the )?(?:machine|group)\b/i,
  },
];

/** The signs that one line of the engineer’s words holds. */
export const signsIn = (line: string): readonly EngineerSign[] =>
  PATTERNS.filter(({ says, unless }) => says.test(line) && !unless?.test(line)).map(({ sign }) => sign);
