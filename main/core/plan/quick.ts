import type { Asking, CheckDefinition } from '../checks';
import type { Answers } from '../model';

/** What decides the common causes of either direction with the fewest questions: the state, the way, the story. */
const ALWAYS = ['ssh-session', 'system-status', 'queue', 'reach', 'mail-logs'];
/** The initiator's list, the release that tells what it means, and what the listener agrees on for it. */
const TLS = ['cipher-lists', 'version', 'tls-offer'];
/** Members and their interfaces: only a cluster can lack one of them. */
const CLUSTER = ['cluster-members', 'interfaces'];
/** The greyed button and releases both hang on what the SMA knows of the ESA. */
const ENABLING = ['managed-appliances', 'interfaces', 'alerts'];

/** Symptoms in the engineer's words, English and French, and the checks that they call for besides. */
const CALLED_FOR: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:tls|ssl|cipher|handshake|certificate|chiffrement|certificat)/i, [...TLS, 'cipher-verify', 'tls-verify']],
  [
    /\b(?:refused|refus[ée]|time[ds]?[- ]?out|unreachable|injoignable|firewall|pare-feu)\b/i,
    ['listening', 'tls-offer'],
  ],
  [/\b(?:suspend|offline|hors ligne|maintenance)/i, ['listening']],
  [/\b(?:alerts?|alertes?|quarantine full|quarantaine pleine|disk|disque)\b/i, ['alerts']],
  [/\b(?:button|bouton|enable|activer|wizard|assistant|migration)\b/i, ENABLING],
  [/\b(?:cluster|member|membre|machine)\b/i, CLUSTER],
  [/\b(?:no log|log (?:is )?(?:empty|missing)|journal (?:vide|absent))/i, ['log-subscriptions']],
];

const byCluster = ({ cluster, direction }: Answers): readonly string[] =>
  cluster === 'standalone' || direction === 'esa-to-sma' ? [] : CLUSTER;

const bySymptoms = ({ symptoms }: Answers): readonly string[] =>
  symptoms.flatMap((text) => CALLED_FOR.filter(([says]) => says.test(text)).flatMap(([, checks]) => [...checks]));

/** Without a log, what the initiator's own TLS says has to be asked. */
const byLogs = ({ logs }: Answers): readonly string[] => (logs === 'none' ? ['listening', 'tls-verify'] : []);

/** The checks of the quick plan: the fewest that can decide for these answers; "not sure" keeps what it leaves open. */
const quickChecks = ({ site, answers }: Asking): ReadonlySet<string> =>
  new Set([
    ...ALWAYS,
    ...(site.appliances.every((one) => one.quarantine.address !== null) ? [] : ['interfaces']),
    ...(answers.tls === 'fine' ? [] : TLS),
    ...(answers.tls === 'failed' ? ['cipher-verify'] : []),
    ...(answers.direction === 'enable-disabled' ? ENABLING : []),
    ...byCluster(answers),
    ...bySymptoms(answers),
    ...byLogs(answers),
    ...(answers.added ?? []),
  ]);

/** Whether a quick plan does not ask this live; files are read in any plan, and a full plan does without nothing. */
export const isNotQuick = ({ id, by }: CheckDefinition, asking: Asking): boolean =>
  asking.answers.quick === true && by !== 'configuration' && !quickChecks(asking).has(id);
