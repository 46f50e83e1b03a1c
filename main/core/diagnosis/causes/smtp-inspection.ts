import { stillCarries } from '../carries';
import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { names, presentGrounds, probesOf, reachedBy } from '../signs';

const MASKED = /^220[ -][*X\s]*\*{4,}/;

/** A firewall rewrites SMTP: banner masked with asterisks, STARTTLS replaced. Sources: TechNotes 118550, 117801. */
export const smtpInspection = cause({
  code: 'smtp-inspection',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'starttls',
  severity: 'error',
  explains: ['starttls-missing', 'queue-backlog', 'enable-button-greyed', 'message-bounced'],
  place: { at: 'middle', glyph: 'wall' },
  source: ['TechNote 118550', 'TechNote 117801'],
  remedy: [
    {
      step: 'see-banner-from-initiator',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'telnet',
      effect: 'reads',
      risk: 'none',
    },
    { step: 'exclude-from-inspection', at: null, where: 'network', command: null, effect: 'changes', risk: 'low' },
    {
      step: 'see-tls-succeed',
      at: 'initiator',
      where: 'initiator-cli',
      command: 'grep -e "port {{port}}" mail_logs',
      effect: 'reads',
      risk: 'none',
    },
  ],
  judge(situation) {
    const params = names(situation);
    const own = reachedBy(situation);
    if (own?.data.banner && MASKED.test(own.data.banner))
      return confirmed('sourced', [cite(own)], 'banner-masked', { params });
    const [laptop] = probesOf(situation);
    const masked = laptop?.data.failure?.code === 'smtp-inspected' ? [cite(laptop)] : [];
    const carried = stillCarries(situation);
    if (carried) return ruledOut([carried.cite], 'carried-through', { params, against: masked });
    const stripped = presentGrounds(situation, 'starttls-missing').map((one) => one.cite);
    // A clean banner clears the way only together with STARTTLS seen from the same side.
    if (own?.data.banner && stripped.length > 0)
      return { ...notChecked(['tls-offer'], 'banner-clean', { params }), against: [cite(own)] };
    if (own?.data.banner) return ruledOut([cite(own)], 'banner-clean', { params, against: masked });
    if (masked.length > 0) return suspected(masked, 'masked-at-laptop', { params, ask: ['reach'] });
    return notChecked(['reach'], 'banner-not-seen', { params });
  },
});
