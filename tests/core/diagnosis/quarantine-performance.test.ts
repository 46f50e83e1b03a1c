import { describeCause } from '../../support/cause-table';
import { heldBy } from '../../support/reported';

describeCause('quarantine-performance', ['esa-to-sma'], () => [
  {
    name: 'more than the guide bears',
    seen: [heldBy('esa1', 20_001)],
    status: 'confirmed',
    key: 'too-many',
    evidence: ['status-esa1'],
  },
  { name: 'as many as it bears', seen: [heldBy('esa1', 20_000)], status: 'not-checked', key: 'few-enough' },
  { name: 'an SMA bears more', seen: [heldBy('sma1', 90_000)], status: 'not-checked', key: 'not-asked' },
]);
