import { BOTH, describeCause } from '../../support/cause-table';
import { captured, failureOf } from '../../support/observations';

const masked = '220 ****************************';
const stripped = { code: 'starttls-missing' };

describeCause('smtp-inspection', BOTH, (w) => [
  {
    name: 'the initiator sees asterisks',
    seen: [w.reach('connected', { banner: masked })],
    status: 'confirmed',
    key: 'banner-masked',
    evidence: ['reach'],
  },
  {
    name: 'the initiator sees asterisks, this laptop a clean banner',
    seen: [w.reach('connected', { banner: masked }), w.probe()],
    status: 'confirmed',
    key: 'banner-masked',
    evidence: ['reach'],
  },
  {
    name: 'only this laptop sees a masked greeting',
    seen: [w.probe(failureOf('smtp-inspected'))],
    status: 'suspected',
    key: 'masked-at-laptop',
    evidence: ['probe'],
  },
  {
    name: 'this laptop sees a masked greeting, the initiator a clean one',
    seen: [w.reach('connected', { banner: '220 x ESMTP' }), w.probe(failureOf('smtp-inspected'))],
    status: 'ruled-out',
    key: 'banner-clean',
    evidence: ['reach'],
    against: ['probe'],
  },
  {
    name: 'messages go through, this laptop sees a masked greeting',
    seen: [w.carried(), w.probe(failureOf('smtp-inspected'))],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
    against: ['probe'],
  },
  {
    name: 'a clean banner without STARTTLS clears nothing',
    seen: [w.reach('connected', { banner: '220 x ESMTP' }), w.log('initiator', { grounds: [stripped] })],
    status: 'not-checked',
    key: 'banner-clean',
    against: ['reach'],
  },
  {
    name: 'connected, and no greeting was seen',
    seen: [w.reach('connected')],
    status: 'not-checked',
    key: 'banner-not-seen',
  },
  {
    name: 'the initiator’s own capture holds a masked keyword',
    seen: [w.capture('initiator', captured.masked)],
    status: 'confirmed',
    key: 'banner-masked',
    evidence: ['capture-initiator'],
  },
  {
    name: 'its capture holds a masked greeting, this laptop sees a clean one',
    seen: [w.capture('initiator', captured.masked), w.probe()],
    status: 'confirmed',
    key: 'banner-masked',
    evidence: ['capture-initiator'],
  },
  {
    name: 'its greeting is masked otherwise than with asterisks: known from no source, so it decides nothing',
    seen: [w.reach('connected', { banner: '220 XXXXXXXXXXXX' })],
    status: 'not-checked',
    key: 'banner-not-seen',
  },
  {
    name: 'its capture holds a greeting masked otherwise: no more than what the missing STARTTLS suggests',
    seen: [
      w.capture('initiator', { ...captured.masked, banner: '220 XXXXXXXX', masked: 'masked banner: 220 XXXXXXXX' }),
      w.probe({ banner: '220 x', starttls: true }),
    ],
    status: 'suspected',
    key: 'stripped-on-the-way',
    evidence: ['capture-initiator', 'probe'],
  },
  {
    name: 'STARTTLS reaches this laptop and not the initiator, as its log says',
    seen: [w.log('initiator', { grounds: [{ code: 'starttls-missing' }] }), w.probe()],
    status: 'suspected',
    key: 'stripped-on-the-way',
    evidence: ['log-initiator', 'probe'],
  },
]);
