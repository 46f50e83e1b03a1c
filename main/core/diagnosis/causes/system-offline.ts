import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut } from '../judgement';
import { names, statusOf } from '../signs';

/** The whole appliance is offline: nothing moves in either direction. Source: TechNote 118026. */
export const systemOffline = cause({
  code: 'system-offline',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'system',
  severity: 'error',
  explains: ['delivery-suspended', 'path-refused', 'queue-backlog', 'enable-button-greyed', 'message-bounced'],
  place: { at: 'near-socket', side: 'named', glyph: 'cross' },
  source: ['TechNote 118026'],
  remedy: [
    { step: 'ask-why-offline', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
    { step: 'resume', at: null, where: 'named-cli', command: 'resume', effect: 'changes', risk: 'medium' },
    { step: 'see-status-online', at: null, where: 'named-cli', command: 'status', effect: 'reads', risk: 'none' },
  ],
  judge(situation) {
    const params = names(situation);
    const both = [situation.initiator, situation.responder].flatMap((one) => {
      const seen = statusOf(situation, one);
      return seen === null ? [] : [{ appliance: one, seen }];
    });
    const offline = both.find((one) => one.seen.data.system === 'offline');
    if (offline)
      return confirmed('sourced', [cite(offline.seen)], 'status-offline', {
        params: { ...params, appliance: offline.appliance.name },
      });
    if (both.length === 2)
      return ruledOut(
        both.map((one) => cite(one.seen)),
        'both-not-offline',
        { params },
      );
    return notChecked(['system-status'], 'status-not-asked', { params });
  },
});
