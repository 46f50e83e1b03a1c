import { isMachine } from '../../checks';
import { isOwnSection } from '../../checks/endpoint';
import { stillCarries } from '../carries';
import { cause, type Grade, type Judgement, type Situation } from '../cause';
import { cite, citePlace, confirmed, notChecked, ruledOut } from '../judgement';
import { configurationOf, interfacesOf, names } from '../signs';

type Params = Record<string, string>;

/**
 * The interface name that the setting asks for: what the engineer said of this ESA, else what a configuration says of
 * it, else, for members of one cluster, what is said of another.
 */
const wantedName = (situation: Situation): string | null => {
  const { esa, answers, site } = situation;
  const own = esa.quarantine.interface ?? configurationOf(situation, esa)?.data.quarantine?.interface ?? null;
  if (own !== null || answers.cluster !== 'cluster') return own;
  const others = site.appliances.filter((one) => one.role === 'esa' && one.name !== esa.name);
  const stored = others.map((one) => configurationOf(situation, one)?.data.quarantine?.interface ?? null);
  return [...stored, ...others.map((one) => one.quarantine.interface)].find((one) => one !== null) ?? null;
};

/** A configuration export of any member may name this member among those that lack the interface. */
const namedMissing = (situation: Situation) =>
  situation.site.appliances
    .flatMap((one) => {
      const seen = configurationOf(situation, one);
      return seen === null ? [] : [{ seen, isOwn: one.name === situation.esa.name }];
    })
    .flatMap(({ seen, isOwn }) =>
      seen.data.missingInterfaces
        .filter(({ machine }) =>
          isOwn ? isOwnSection(seen.data, situation.esa, machine) : isMachine(situation.esa, machine),
        )
        .map((missing) => ({ seen, missing })),
    )[0];

/** How sure a missing name makes us: in the forward flow its effect is only reasoned, since the ESA does not listen there. */
const gradeOf = ({ flow, answers }: Situation): Grade =>
  flow === 'sma-to-esa' || answers.direction === 'enable-disabled' ? 'sourced' : 'inferred';

const byConfiguration = (situation: Situation, params: Params): Judgement | null => {
  const stored = namedMissing(situation);
  if (!stored) return null;
  const near = stored.missing.near ?? '';
  const places = [stored.missing.at, stored.seen.data.quarantine?.at ?? ''];
  return confirmed(
    gradeOf(situation),
    places.filter((one) => one !== '').map((one) => citePlace(stored.seen, one)),
    near === '' ? 'not-in-configuration' : 'near-miss',
    { params: { ...params, wanted: stored.missing.interface, near } },
  );
};

const plain = (name: string): string => name.replace(/[\s_-]/g, '').toLowerCase();

const byList = (situation: Situation, wanted: string | null, params: Params): Judgement | null => {
  const live = interfacesOf(situation, situation.esa);
  if (!live || wanted === null) return null;
  const names = live.data.interfaces.map((one) => one.name);
  const lineOf = (name: string) => cite(live, (quote) => quote.quote.includes(`${name} (`));
  if (names.includes(wanted)) return ruledOut([lineOf(wanted)], 'interface-present', { params });
  const near = names.find((one) => plain(one) === plain(wanted));
  return near === undefined
    ? confirmed(gradeOf(situation), [cite(live)], 'not-listed', { params })
    : confirmed(gradeOf(situation), [lineOf(near)], 'near-miss', { params: { ...params, near } });
};

/** An export that names the interface and shows this machine to have it. */
const inConfiguration = (situation: Situation, params: Params): Judgement | null => {
  const config = configurationOf(situation, situation.esa);
  const wanted = config?.data.quarantine?.interface;
  const own = config?.data.interfaces.find(
    (one) => one.name === wanted && isOwnSection(config.data, situation.esa, one.machine),
  );
  return config && own ? ruledOut([citePlace(config, own.at)], 'interface-present', { params }) : null;
};

const judge = (situation: Situation): Judgement => {
  const wanted = wantedName(situation);
  const params = { ...names(situation), wanted: wanted ?? '' };
  // Standalone appliances share no setting, unless an export says otherwise.
  if (situation.answers.cluster === 'standalone' && !namedMissing(situation))
    return notChecked([], 'standalone', { params });
  const carried = situation.flow === 'esa-to-sma' ? stillCarries(situation) : null;
  if (carried) return ruledOut([carried.cite], 'carried-through', { params });
  return (
    byConfiguration(situation, params) ??
    byList(situation, wanted, params) ??
    inConfiguration(situation, params) ??
    (wanted === null
      ? notChecked(['configuration'], 'name-unknown', { params })
      : notChecked(['interfaces'], 'interfaces-unknown', { params }))
  );
};

/** A cluster member lacks the interface that the quarantine setting names. Sources: TechNotes 200068, 200083. */
export const clusterInterfaceMissing = cause({
  code: 'cluster-interface-missing',
  flows: ['sma-to-esa', 'esa-to-sma'],
  whenEnabling: true,
  layer: 'system',
  severity: 'error',
  explains: [
    'path-refused',
    'path-timeout',
    'listener-suspended',
    'queue-backlog',
    'enable-button-greyed',
    'message-bounced',
  ],
  // What the SMA refuses has nothing to do with a member's interfaces (tie-break 3 speaks of the member's own port).
  explainsWhen: ({ flow }) => flow === 'sma-to-esa',
  place: { at: 'far-socket', side: 'esa', glyph: 'cross' },
  source: ['TechNote 200068', 'TechNote 200083', 'User guide 9.7, p. 42-6'],
  remedy: [
    { step: 'list-interfaces', at: 'esa', where: 'esa-cli', command: 'interfaceconfig', effect: 'reads', risk: 'none' },
    { step: 'create-interface', at: 'esa', where: 'esa-gui', command: null, effect: 'changes', risk: 'medium' },
    {
      step: 'see-interface-listed',
      at: 'esa',
      where: 'esa-cli',
      command: 'interfaceconfig',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge,
});
