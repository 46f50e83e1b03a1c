import { observed } from '../checks';
import { cipherLists } from '../checks/cipher-lists';
import { configuration } from '../checks/configuration';
import {
  type Agreement,
  expand,
  generationOf,
  isAnonymous,
  paperRepair,
  type Responder,
  withoutAnonymous,
  withRsa,
} from '../ciphers';
import { type CertificateKey, type CipherWhatIf, Generation, type Standing } from '../model';
import type { Situation } from './cause';
import { probesOf, versionSeen } from './signs';
import type { InitiatorOffer } from './tls-rule';

/** Where anonymous suites stand in a list, suite by suite. */
const standingOf = (suites: readonly string[]): Standing => {
  const [first] = suites;
  if (first === undefined) return 'nothing';
  if (isAnonymous(first)) return 'first';
  return suites.some(isAnonymous) ? 'behind' : 'none';
};

const KEYS: Readonly<Record<string, CertificateKey>> = { RSA: 'RSA', EC: 'ECDSA', DSA: 'DSS' };

/** The key of the certificate that the listener showed this laptop. */
const keyOf = (situation: Situation): CertificateKey | null => {
  const shown = probesOf(situation).find(({ data }) => data.certificate !== null)?.data.certificate?.keyType;
  return KEYS[shown ?? ''] ?? null;
};

/** Every suite below TLS 1.3 of the newest whole inventory; its order is the prober's, not the listener's. */
const inventoryOf = (situation: Situation): readonly string[] | null => {
  const inventory = probesOf(situation).find(({ data }) => data.inventory !== null && data.partial === null)?.data
    .inventory;
  const below = Object.entries(inventory ?? {}).filter(([version]) => version !== 'TLSv1.3');
  return inventory === undefined ? null : [...new Set(below.flatMap(([, suites]) => suites))];
};

/** The responder's inbound list, as its own command line or its configuration export says it. */
const inboundList = ({ observations, responder }: Situation): string | null =>
  observed(observations, cipherLists, { vantage: responder.name })[0]?.data.inbound?.ciphers ??
  observed(observations, configuration, { vantage: responder.name })[0]?.data.ciphers.inbound ??
  null;

/** What the other end accepts: measured, else by its list, else unknown. */
const otherEnd = (situation: Situation, suites: readonly string[]) => {
  const key = keyOf(situation);
  const inventory = inventoryOf(situation);
  if (inventory !== null)
    return { responder: 'inventory' as const, key, theirs: null, end: { suites: inventory, key: null } };
  const list = inboundList(situation);
  if (list === null) return { responder: 'unknown' as const, key, theirs: null, end: null };
  const version = versionSeen(situation, situation.responder);
  const { generation } = generationOf(version, situation.responder.role);
  const accepted = expand(list, generation).suites;
  const end: Responder = key === null ? withRsa(suites, accepted) : { suites: accepted, key };
  return { responder: 'list' as const, key, theirs: { generation, version }, end };
};

/** An inventory shows what is accepted, not which of it the listener would rather have. */
const onPaper = (suites: readonly string[], end: Responder, measured: boolean) => {
  const { before, after, lost, left } = paperRepair(suites, end);
  const shown = (agreed: Agreement): Agreement => (measured ? { ...agreed, serverOrder: null } : agreed);
  return { before: shown(before), after: shown(after), lost: [...lost], left: left.length };
};

/**
 * What appending `-aNULL` to the initiator's list would change with this responder, before anybody changes it; and where
 * the same list stands in the other OpenSSL generations. Null where the list gives no anonymous suite.
 */
export const cipherWhatIf = (situation: Situation, offer: InitiatorOffer): CipherWhatIf | null => {
  if (offer.anonymous.length === 0) return null;
  const { list, generation, by, suites, differs } = offer;
  const { responder, key, theirs, end } = otherEnd(situation, suites);
  const agreed = end === null ? NOTHING : onPaper(suites, end, responder === 'inventory');
  return {
    ...{
      list,
      repaired: withoutAnonymous(list),
      generation,
      generationBy: by,
      differs,
      responder,
      key,
      theirs,
      ...agreed,
    },
    version: versionSeen(situation, situation.initiator),
    standings: Generation.options
      .filter((openssl) => openssl !== '3.0')
      .map((openssl) => ({
        openssl,
        standing: standingOf(openssl === generation ? suites : expand(list, openssl).suites),
      })),
  };
};
const NOTHING = { before: null, after: null, lost: [], left: null };
