import { stillCarries } from '../carries';
import { type Cite, cause, type Judgement, type Situation } from '../cause';
import { cite, confirmed, notChecked, ruledOut, suspected } from '../judgement';
import { citeMask } from '../probe-cites';
import { type Looks, looksOf } from '../sights';
import { names, presentGrounds } from '../signs';
import { meaningOf, type Sight, unseen } from '../vantage-table';

/** STARTTLS does not reach the initiator, by its own capture or its log. */
const strippedFor = (situation: Situation, { own }: Looks): Cite[] => [
  ...(own?.sight.starttls === false ? [own.cite] : []),
  ...presentGrounds(situation, 'starttls-missing').map((one) => one.cite),
];

/** What the initiator sees and this laptop does not: the eighth row of the vantage table, with the log's word for STARTTLS. */
const isInspected = ({ own, laptopSight }: Looks, stripped: readonly Cite[]): boolean => {
  const sight: Sight = own?.sight ?? { ...unseen, arrival: stripped.length > 0 ? 'greeted' : 'unknown' };
  return meaningOf({ ...sight, starttls: stripped.length > 0 ? false : sight.starttls }, laptopSight) === 'inspected';
};

/** A clean greeting clears the way only together with STARTTLS seen from the same side (domain page, group A). */
const byGreeting = (looks: Looks, stripped: readonly Cite[], params: Record<string, string>): Judgement | null => {
  const { own, laptop, laptopSight } = looks;
  const masked = laptop && laptopSight.masked ? [citeMask(laptop)] : [];
  if (own?.sight.masked === false)
    return stripped.length > 0
      ? { ...notChecked(['tls-offer'], 'banner-clean', { params }), against: [own.cite] }
      : ruledOut([own.cite], 'banner-clean', { params, against: masked });
  if (isInspected(looks, stripped))
    return suspected([...stripped, ...(laptop ? [cite(laptop)] : [])], 'stripped-on-the-way', {
      params,
      ask: ['reach'],
    });
  return masked.length > 0 ? suspected(masked, 'masked-at-laptop', { params, ask: ['reach'] }) : null;
};

const judge = (situation: Situation): Judgement => {
  const params = names(situation);
  const looks = looksOf(situation);
  const { own, laptop, laptopSight, meaning } = looks;
  if (own?.sight.masked && meaning === 'inspected')
    return confirmed(own.grade === 'measured' ? 'sourced' : 'inferred', [own.cite], 'banner-masked', { params });
  const carried = stillCarries(situation);
  const against = laptop && laptopSight.masked ? [citeMask(laptop)] : [];
  if (carried) return ruledOut([carried.cite], 'carried-through', { params, against });
  return (
    byGreeting(looks, strippedFor(situation, looks), params) ?? notChecked(['reach'], 'banner-not-seen', { params })
  );
};

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
  judge,
});
