import { observed } from '../../checks';
import { version } from '../../checks/version';
import type { Appliance } from '../../model';
import { contradicted, stillCarries } from '../carries';
import { type Cite, cause, type Situation } from '../cause';
import { cite, notChecked, ruledOut, suspected } from '../judgement';
import { configurationOf, names, versionSeen, waiting } from '../signs';

/** The release without its build: builds of two products cannot be compared. */
const releaseOf = (text: string): readonly number[] =>
  (/^\d+(?:\.\d+)*/.exec(text)?.[0] ?? '').split('.').slice(0, 2).map(Number);

const isNewer = (one: string, than: string): boolean => {
  const [left, right] = [releaseOf(one), releaseOf(than)];
  const at = [0, 1].find((place) => (left[place] ?? 0) !== (right[place] ?? 0));
  return at !== undefined && (left[at] ?? 0) > (right[at] ?? 0);
};

const citesOf = (situation: Situation, appliance: Appliance): Cite[] => {
  const [seen] = observed(situation.observations, version, { vantage: appliance.name });
  const config = configurationOf(situation, appliance);
  return seen ? [cite(seen)] : config ? [cite(config, ({ quote }) => /version/i.test(quote))] : [];
};

/** Versions alone prove nothing: something has to fail as well (domain page: never the sole primary without a second sign). */
const failsToo = (situation: Situation): boolean =>
  situation.answers.direction === 'enable-disabled' ||
  contradicted(situation) ||
  (waiting(situation)?.recipients ?? 0) > 0;

/**
 * The ESA runs a newer release than the SMA; Cisco's own order is the SMA first (upgrade plans of its cloud). With which
 * releases the feature came is disputed between two parts of TechNote 200068, so no release is called unsupported by it.
 */
export const featureVersionMismatch = cause({
  code: 'feature-version-mismatch',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'message',
  severity: 'warning',
  explains: ['tls-no-common-protocol', 'enable-button-greyed', 'queue-backlog', 'message-bounced'],
  place: null,
  source: ['CES upgrade plan (SMA first, ESA second)', 'TechNote 200068'],
  remedy: [
    { step: 'read-both-versions', at: 'sma', where: 'sma-cli', command: 'version', effect: 'reads', risk: 'none' },
    { step: 'upgrade-sma', at: 'sma', where: 'sma-gui', command: null, effect: 'changes', risk: 'high' },
    { step: 'see-versions', at: 'sma', where: 'sma-cli', command: 'version', effect: 'reads', risk: 'none' },
  ],
  judge(situation) {
    const { esa, sma } = situation;
    const [ours, theirs] = [versionSeen(situation, esa), versionSeen(situation, sma)];
    const params = { ...names(situation), esaVersion: ours ?? '?', smaVersion: theirs ?? '?' };
    const carried = stillCarries(situation);
    if (carried) return ruledOut([carried.cite], 'carried-through', { params });
    if (ours === null || theirs === null) return notChecked(['version'], 'versions-unknown', { params });
    if (!isNewer(ours, theirs)) return notChecked(['version'], 'sma-not-older', { params });
    if (!failsToo(situation)) return notChecked(['mail-logs', 'queue'], 'nothing-else-fails', { params });
    return suspected([...citesOf(situation, esa), ...citesOf(situation, sma)], 'esa-newer', { params });
  },
});
