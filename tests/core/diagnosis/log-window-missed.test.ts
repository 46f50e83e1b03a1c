import { BOTH, describeCause } from '../../support/cause-table';
import type { World } from '../../support/observations';
import { reaching } from '../../support/reported';

const at = (time: string) => `2026-11-24T${time}:00Z`;
const failing = (w: World) =>
  w.log('initiator', { grounds: [{ code: 'path-refused', firstAt: at('20:00'), lastAt: at('20:30') }] });
const theirs = (w: World, how: 'live' | 'material', from: string, until: string) =>
  reaching(w.log('responder', { how }), at(from), at(until));

describeCause('log-window-missed', BOTH, (w) => [
  {
    name: 'the other side begins an hour later',
    seen: [failing(w), theirs(w, 'material', '21:00', '22:00')],
    status: 'confirmed',
    key: 'not-covered',
    evidence: ['log-initiator'],
  },
  {
    name: 'the other side ends an hour before',
    seen: [failing(w), theirs(w, 'material', '18:00', '19:00')],
    status: 'confirmed',
    key: 'not-covered',
    evidence: ['log-initiator'],
  },
  {
    name: 'asked live it reaches up to now',
    seen: [failing(w), theirs(w, 'live', '18:00', '19:00')],
    status: 'ruled-out',
    key: 'covered',
    evidence: ['log-initiator'],
  },
  {
    name: 'it ends a little before: it may have been quiet',
    seen: [failing(w), theirs(w, 'material', '18:00', '19:45')],
    status: 'ruled-out',
    key: 'covered',
    evidence: ['log-initiator'],
  },
  {
    name: 'what is over is not missed',
    seen: [
      w.log('initiator', { grounds: [{ code: 'path-refused', history: true, firstAt: at('20:00') }] }),
      theirs(w, 'material', '21:00', '22:00'),
    ],
    status: 'not-checked',
    key: 'not-asked',
  },
  {
    name: 'local times cannot be compared',
    seen: [w.log('initiator', { grounds: [{ code: 'path-refused' }] }), theirs(w, 'material', '21:00', '22:00')],
    status: 'not-checked',
    key: 'not-asked',
  },
]);
