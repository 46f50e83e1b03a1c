import { isMachine, observed } from '../../checks';
import { clusterMembers } from '../../checks/cluster-members';
import { managedAppliances } from '../../checks/managed-appliances';
import { stillCarries } from '../carries';
import { type Cite, cause, type Situation } from '../cause';
import { cite, notChecked, ruledOut, suspected } from '../judgement';
import { names } from '../signs';

const listOf = ({ observations, site }: Situation) =>
  site.appliances
    .filter((one) => one.role === 'esa')
    .flatMap((one) => observed(observations, clusterMembers, { vantage: one.name }).slice(0, 1))
    .filter((one) => one.data.groups.length > 0);

type List = ReturnType<typeof listOf>[number];
const machinesIn = (list: List): readonly string[] =>
  list.data.groups.flatMap((group) => group.machines.map((one) => one.name));

const short = (name: string): string => name.toLowerCase().split('.')[0] ?? name;

interface Odd {
  readonly machine: string;
  readonly cites: readonly Cite[];
}

/** A machine of the cluster that the SMA does not manage; this pair's own ESA is another cause's matter. */
const notManaged = (situation: Situation, list: List): Odd | null => {
  const [managed] = observed(situation.observations, managedAppliances, { vantage: situation.sma.name });
  if (!managed || managed.data.appliances.length === 0) return null;
  const known = new Set(managed.data.appliances.map((one) => short(one.name)));
  const machine = machinesIn(list).find((one) => !known.has(short(one)) && !isMachine(situation.esa, one));
  if (machine === undefined) return null;
  return { machine, cites: [cite(list, ({ quote }) => quote.includes(machine)), cite(managed)] };
};

/**
 * A member that the SMA was never given, or an ESA outside of the cluster it is thought to be in. All machines of a level
 * have to be added before the service is enabled there. TechNote 200083; user guide 9.7, p. 42-6.
 */
export const machineNotInCluster = cause({
  code: 'machine-not-in-cluster',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'system',
  severity: 'error',
  explains: ['enable-button-greyed', 'queue-backlog', 'message-bounced'],
  place: null,
  source: ['TechNote 200083', 'User guide 9.7, p. 42-6', 'TechNote 221658'],
  remedy: [
    { step: 'list-members', at: 'esa', where: 'esa-cli', command: 'clusterconfig list', effect: 'reads', risk: 'none' },
    { step: 'add-or-rejoin', at: 'sma', where: 'sma-gui', command: null, effect: 'changes', risk: 'medium' },
    {
      step: 'see-all-listed',
      at: 'sma',
      where: 'sma-cli',
      command: 'applianceconfig list',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge(situation) {
    const params = names(situation);
    const { esa, answers } = situation;
    if (answers.cluster === 'standalone') return notChecked([], 'standalone', { params });
    const [list] = listOf(situation);
    const carried = stillCarries(situation);
    if (carried) return ruledOut([carried.cite], 'carried-through', { params });
    if (list === undefined) return notChecked(['cluster-members'], 'not-asked', { params });
    const own = machinesIn(list).find((one) => isMachine(esa, one));
    // The layout of both lists is not sourced, so they only hint.
    if (answers.cluster === 'cluster' && own === undefined)
      return suspected([cite(list)], 'esa-outside', {
        params: { ...params, machine: esa.name },
        ask: ['cluster-members'],
      });
    const odd = answers.direction === 'enable-disabled' ? notManaged(situation, list) : null;
    if (odd) return suspected(odd.cites, 'member-not-managed', { params: { ...params, machine: odd.machine } });
    return notChecked(['managed-appliances'], 'nobody-missing', { params });
  },
});
