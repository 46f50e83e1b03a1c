import { isMachine } from '../../checks';
import { cause, type Judgement, type Situation } from '../cause';
import { cite, confirmed, notChecked, ruledOut } from '../judgement';
import { configurationOf, interfacesOf, names } from '../signs';

/** The interface name that the cluster's setting asks for: what a configuration says, else what the engineer said of any member. */
const wantedName = (situation: Situation): string | null => {
  const members = situation.site.appliances.filter((one) => one.role === 'esa');
  const stored = members
    .map((one) => configurationOf(situation, one)?.data.quarantine?.interface ?? null)
    .find((one) => one !== null);
  return (
    situation.esa.quarantine.interface ??
    stored ??
    members.map((one) => one.quarantine.interface).find((one) => one !== null) ??
    null
  );
};

/** A configuration export of any member may name this member among those that lack the interface. */
const namedMissing = (situation: Situation) =>
  situation.site.appliances
    .flatMap((one) => configurationOf(situation, one) ?? [])
    .flatMap((seen) =>
      seen.data.missingInterfaces
        .filter((one) => isMachine(situation.esa, one.machine))
        .map((missing) => ({ seen, missing })),
    )[0];

const judge = (situation: Situation): Judgement => {
  const wanted = wantedName(situation);
  const params = { ...names(situation), wanted: wanted ?? '' };
  const stored = namedMissing(situation);
  if (stored) {
    const near = stored.missing.near ?? '';
    return confirmed(
      'sourced',
      [
        cite(
          stored.seen,
          (quote) => quote.quote.includes(stored.missing.interface) || (near !== '' && quote.quote.includes(near)),
        ),
      ],
      near === '' ? 'not-in-configuration' : 'near-miss',
      {
        params: { ...params, wanted: stored.missing.interface, near },
      },
    );
  }
  const live = interfacesOf(situation, situation.esa);
  if (live && wanted !== null) {
    const found = live.data.interfaces.find((one) => one.name === wanted);
    if (found)
      return ruledOut([cite(live, (quote) => quote.quote.includes(`${wanted} (`))], 'interface-present', { params });
    const near = live.data.interfaces.find(
      (one) => one.name.replace(/\s/g, '').toLowerCase() === wanted.replace(/\s/g, '').toLowerCase(),
    );
    return confirmed(
      'sourced',
      [cite(live, (quote) => near !== undefined && quote.quote.includes(`${near.name} (`))],
      near ? 'near-miss' : 'not-listed',
      { params: { ...params, near: near?.name ?? '' } },
    );
  }
  const config = configurationOf(situation, situation.esa);
  if (config?.data.quarantine?.interface && config.data.missingInterfaces.length === 0)
    return ruledOut([cite(config)], 'interface-present', { params });
  return notChecked(
    wanted === null ? ['configuration'] : ['interfaces'],
    wanted === null ? 'name-unknown' : 'interfaces-unknown',
    { params },
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
  place: { at: 'near-socket', glyph: 'cross' },
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
