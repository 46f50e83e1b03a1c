import { cause } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { names, probesOf, reachedBy } from '../signs';
import { tlsWorked } from '../tls-rule';

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
    const laptop = probesOf(situation);
    const masked = laptop.find((one) => one.data.failure?.code === 'smtp-inspected');
    if (masked) return suspected([cite(masked)], 'masked-at-laptop', { params, ask: ['reach'] });
    const worked = tlsWorked(situation);
    if (worked) return ruledOut([worked.cite], 'carried-through', { params });
    if (own?.data.banner) return ruledOut([cite(own)], 'banner-clean', { params });
    return notChecked(['reach'], 'banner-not-seen', { params });
  },
});
