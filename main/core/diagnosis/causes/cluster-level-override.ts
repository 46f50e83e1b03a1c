import { isMachine } from '../../checks';
import type { ConfigReport } from '../../model';
import { stillCarries } from '../carries';
import { type Cite, cause, type Situation } from '../cause';
import { citePlace, notChecked, ruledOut, suspected } from '../judgement';
import { said } from '../reported';
import { configurationOf, names } from '../signs';

const isOverride = ({ code }: ConfigReport['problems'][number]): boolean => code === 'quarantine-overridden';

interface Override {
  readonly level: string;
  readonly cite: Cite;
}

/** While the service is enabled every machine of the level counts; later only the settings of this one (TechNote 200083). */
const concerns = ({ esa, answers }: Situation, level: string): boolean => {
  const machine = /^machine (.+)$/.exec(level)?.[1];
  return machine === undefined || answers.direction === 'enable-disabled' || isMachine(esa, machine);
};

/** Settings of the quarantine service below the level that has its own, as any export of the cluster shows them. */
const overridesIn = (situation: Situation): Override[] =>
  situation.site.appliances
    .filter((one) => one.role === 'esa')
    .flatMap((one) => configurationOf(situation, one) ?? [])
    .flatMap((seen) =>
      seen.data.problems
        .filter(isOverride)
        .map(({ at, params }) => ({ level: String(params.level ?? ''), cite: citePlace(seen, at) })),
    )
    .filter(({ level }) => concerns(situation, level));

/** The quarantine settings of a member are its own, below the cluster's. TechNote 200083; user guide 9.7, p. 42-6. */
export const clusterLevelOverride = cause({
  code: 'cluster-level-override',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'system',
  severity: 'error',
  explains: [
    'listener-port-mismatch',
    'path-refused',
    'path-timeout',
    'queue-backlog',
    'enable-button-greyed',
    'message-bounced',
  ],
  place: null,
  source: ['TechNote 200083', 'User guide 9.7, p. 42-6'],
  remedy: [
    { step: 'look-at-level', at: 'esa', where: 'esa-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'delete-override', at: 'esa', where: 'esa-gui', command: null, effect: 'changes', risk: 'medium' },
    { step: 'see-level', at: 'esa', where: 'esa-gui', command: null, effect: 'reads', risk: 'none' },
  ],
  judge(situation) {
    const params = names(situation);
    if (situation.answers.cluster === 'standalone') return notChecked([], 'standalone', { params });
    const [first, ...rest] = overridesIn(situation);
    const carried = stillCarries(situation);
    if (carried) return ruledOut([carried.cite], 'carried-through', { params, against: first ? [first.cite] : [] });
    // How an export nests its levels is inferred, so it never confirms.
    if (first)
      return suspected([first.cite, ...rest.map((one) => one.cite)], 'overridden', {
        params: { ...params, level: first.level },
        ask: ['configuration'],
      });
    const reported = said(situation, 'settings-overridden');
    if (reported.length > 0)
      return suspected(reported, 'engineer-saw', { params: { ...params, level: 'Machine' }, ask: ['configuration'] });
    return notChecked(['configuration', 'engineer-words'], 'configuration-not-given', { params });
  },
});
