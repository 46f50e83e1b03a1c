import { addressesOf } from '../attribution';
import { stillCarries } from '../carries';
import { type Cite, cause, type Situation } from '../cause';
import { cite, notChecked, ruledOut, suspected } from '../judgement';
import { said } from '../reported';
import { interfacesOf, logsOf, names } from '../signs';

/** The ESA's newest delivery to its quarantine went to an address that this SMA does not have, as far as it lists its own. */
const dialledElsewhere = (situation: Situation): { readonly address: string; readonly cites: Cite[] } | null => {
  const { esa, sma, flow } = situation;
  const own = interfacesOf(situation, sma);
  if (own === null) return null;
  const known = [...addressesOf(situation, sma), ...own.data.interfaces.map((one) => one.address)];
  for (const log of logsOf(situation, esa)) {
    const newest = log.data.latest.find((one) => one.flow === flow && one.kind === 'delivery' && one.peer !== null);
    const address = newest?.peer ?? null;
    if (address === null) continue;
    const cites = [cite(log, ({ quote }) => quote.includes(address)), cite(own)];
    return known.includes(address) ? null : { address, cites };
  }
  return null;
};

/**
 * The ESA still points at another SMA: replaced, or a promoted backup. A backup copies data, not the ESAs' idea of who
 * their SMA is (SMA guide, backup).
 */
export const smaFailover = cause({
  code: 'sma-failover',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'path',
  severity: 'error',
  explains: [
    'path-refused',
    'path-timeout',
    'tls-certificate-not-cpq',
    'queue-backlog',
    'enable-button-greyed',
    'message-bounced',
  ],
  place: { at: 'far-socket', side: 'sma', glyph: 'cross' },
  source: ['SMA guide (backup, promotion)'],
  remedy: [
    { step: 'find-serving-sma', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
    { step: 'point-at-new-sma', at: 'esa', where: 'esa-gui', command: null, effect: 'changes', risk: 'high' },
    {
      step: 'see-connection-succeed',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'grep -e "port {{port}}" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge(situation) {
    const params = names(situation);
    const carried = stillCarries(situation);
    if (carried) return ruledOut([carried.cite], 'carried-through', { params });
    const reported = said(situation, 'sma-replaced');
    const elsewhere = dialledElsewhere(situation);
    if (reported.length === 0) return notChecked(['engineer-words', 'mail-logs'], 'not-asked', { params });
    if (elsewhere === null) return suspected(reported, 'engineer-saw', { params, ask: ['mail-logs', 'interfaces'] });
    const seen = { ...params, dialled: elsewhere.address };
    return suspected([...reported, ...elsewhere.cites], 'dials-elsewhere', { params: seen, ask: ['configuration'] });
  },
});
