import { observed } from '../../checks';
import { logSubscriptions } from '../../checks/log-subscriptions';
import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut } from '../judgement';
import { logsOf, names } from '../signs';

/** An appliance keeps no text mail log: what only logs can show stays unknown. TechNotes 200068, 118315. */
export const mailLogsSubscriptionMissing = cause({
  code: 'mail-logs-subscription-missing',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'evidence',
  severity: 'info',
  explains: [],
  place: null,
  source: ['TechNote 200068', 'TechNote 118315'],
  remedy: [
    { step: 'list-subscriptions', at: null, where: 'named-cli', command: 'logconfig', effect: 'reads', risk: 'none' },
    { step: 'add-subscription', at: null, where: 'named-cli', command: 'logconfig', effect: 'changes', risk: 'low' },
    { step: 'see-subscription', at: null, where: 'named-cli', command: 'logconfig', effect: 'reads', risk: 'none' },
  ],
  judge(situation) {
    const sides = [situation.initiator, situation.responder].map((one) => {
      const [list] = observed(situation.observations, logSubscriptions, { vantage: one.name });
      const written = logsOf(situation, one).some((log) => log.data.files.some((file) => file.lines > 0));
      return { name: one.name, list, written };
    });
    const without = sides.find(
      ({ list, written }) => list && list.data.logs.length > 0 && list.data.mailLogs.length === 0 && !written,
    );
    const params = { ...names(situation), appliance: without?.name ?? situation.initiator.name };
    if (without?.list) return confirmed('sourced', [cite(without.list)], 'none-listed', { params });
    const listed = sides.flatMap(({ list }) => (list && list.data.mailLogs.length > 0 ? [list] : []));
    if (listed.length < sides.length) return notChecked(['log-subscriptions'], 'not-asked', { params });
    const rows = listed.map((list) =>
      cite(list, ({ quote }) => list.data.mailLogs.some((name) => quote.includes(name))),
    );
    return ruledOut(rows, 'listed', { params });
  },
});
