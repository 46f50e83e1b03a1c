import { observed } from '../checks';
import { version } from '../checks/version';
import type { Answers, Enabling, Finding, FindingEvidence, Observation, Prerequisite, Site } from '../model';

interface Item {
  readonly key: string;
  readonly side: Prerequisite['side'];
  /** Causes that say it is missing; it is met when every one of them that was judged is ruled out. */
  readonly codes: readonly string[];
}

/**
 * What the page asks for, in the order of the causes of the greyed button (domain page, enable-button-greyed and section 5;
 * TechNotes 118026, 118461, 200068, 200083).
 */
const ITEMS: readonly Item[] = [
  { key: 'administrator', side: 'esa', codes: ['not-administrator-account'] },
  { key: 'sma-online', side: 'sma', codes: ['system-offline', 'listener-suspended'] },
  { key: 'service-enabled', side: 'sma', codes: ['pvo-not-enabled-on-sma'] },
  { key: 'esa-added', side: 'sma', codes: ['esa-not-added-on-sma'] },
  { key: 'ssh-to-esa', side: 'sma', codes: ['ssh-unreachable', 'ssh-auth-failed', 'ssh-two-factor', 'ssh-algorithms'] },
  { key: 'wizard-run', side: 'sma', codes: ['migration-incomplete'] },
  { key: 'committed', side: 'sma', codes: ['uncommitted-changes'] },
  { key: 'delivery-interface', side: 'esa', codes: ['delivery-interface-no-route'] },
  { key: 'port-open', side: 'path', codes: ['path-refused', 'path-timeout', 'listener-port-mismatch'] },
  {
    key: 'tls-agreed',
    side: 'path',
    codes: [
      'starttls-missing',
      'tls-no-common-protocol',
      'tls-no-common-cipher',
      'tls-anonymous-cipher',
      'tls-certificate-not-cpq',
    ],
  },
];

/** The clustered migration wizard asks for these as well (TechNote 200083; user guide 9.7, p. 42-6; TechNote 221658). */
const CLUSTER_ITEMS: readonly Item[] = [
  { key: 'every-member-added', side: 'cluster', codes: ['machine-not-in-cluster'] },
  { key: 'same-interface-name', side: 'cluster', codes: ['cluster-interface-missing'] },
  { key: 'same-level', side: 'cluster', codes: ['cluster-level-override'] },
];

const isPresent = ({ status, history }: Finding): boolean =>
  !history && (status === 'confirmed' || status === 'suspected');

const judged = ({ key, side, codes }: Item, findings: readonly Finding[]): Prerequisite => {
  const own = findings.filter((one) => codes.includes(one.code));
  const [lacking] = own.filter(isPresent).sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
  if (lacking !== undefined)
    return { key, side, state: 'lacking', code: lacking.code, evidence: lacking.evidence, ask: lacking.ask };
  const cleared = own.length > 0 && own.every((one) => one.status === 'ruled-out');
  const evidence: FindingEvidence[] = cleared ? own.flatMap((one) => one.evidence.slice(0, 1)) : [];
  const ask = [...new Set(own.filter((one) => one.status === 'not-checked').flatMap((one) => one.ask))];
  return { key, side, state: cleared ? 'met' : 'open', code: null, evidence, ask: cleared ? [] : ask };
};

/** Members of one cluster run one revision (TechNote 221658): as far as each of them said its own. */
const sameRevision = (site: Site, observations: readonly Observation[]): Prerequisite => {
  const esas = site.appliances.filter((one) => one.role === 'esa');
  const seen = esas.flatMap(({ name }) => observed(observations, version, { vantage: name }).slice(0, 1));
  const said = new Set(seen.map(({ data }) => data.version));
  const evidence = seen.flatMap(({ id, vantage, quotes }) =>
    quotes.slice(0, 1).map(({ source, quote, sha256 }) => ({ observation: id, vantage, source, quote, sha256 })),
  );
  const whole = seen.length === esas.length && !said.has(null);
  const state = said.size > 1 ? 'lacking' : whole && esas.length > 1 ? 'met' : 'open';
  const shown = state === 'open' ? [] : evidence;
  return { key: 'same-revision', side: 'cluster', state, code: null, evidence: shown, ask: whole ? [] : ['version'] };
};

/**
 * The prerequisites of the greyed Enable button for each ESA, with what was seen of each; empty for any other question.
 * They follow from the findings: nothing is met that no observation shows.
 */
export const enablingOf = (
  site: Site,
  answers: Answers,
  observations: readonly Observation[],
  findings: readonly Finding[],
): readonly Enabling[] => {
  if (answers.direction !== 'enable-disabled') return [];
  const pairs = [...new Map(findings.map((one) => [one.appliances.join('\0'), one.appliances])).values()];
  return pairs.map((appliances) => {
    const own = findings.filter((one) => one.appliances.join() === appliances.join());
    const clustered =
      answers.cluster === 'standalone'
        ? []
        : [...CLUSTER_ITEMS.map((item) => judged(item, own)), sameRevision(site, observations)];
    const items = [...ITEMS.map((item) => judged(item, own)), ...clustered];
    const next = items.find((one) => one.state === 'lacking') ?? items.find((one) => one.state === 'open') ?? null;
    return { appliances: [...appliances], items, next: next?.key ?? null };
  });
};
