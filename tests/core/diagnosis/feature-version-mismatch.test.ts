import { BOTH, describeCause } from '../../support/cause-table';
import type { World } from '../../support/observations';

const versionsOf = ({ flow }: World) =>
  flow === 'esa-to-sma' ? ['version', 'version-sma1'] : ['version-esa1', 'version'];

describeCause('feature-version-mismatch', BOTH, (w) => [
  {
    name: 'the ESA is newer and mail waits',
    seen: [w.version('16.0.1-010', 'esa1'), w.version('15.0.2-007', 'sma1'), w.queue(9)],
    status: 'suspected',
    key: 'esa-newer',
    evidence: versionsOf(w),
  },
  {
    name: 'the ESA is newer and the port is refused',
    seen: [w.version('16.0.1-010', 'esa1'), w.version('15.0.2-007', 'sma1'), w.reach('refused')],
    status: 'suspected',
    key: 'esa-newer',
    evidence: versionsOf(w),
  },
  {
    name: 'the ESA is newer and nothing fails',
    seen: [w.version('16.0.1-010', 'esa1'), w.version('15.0.2-007', 'sma1')],
    status: 'not-checked',
    key: 'nothing-else-fails',
  },
  {
    name: 'only the build differs',
    seen: [w.version('15.5.1-100', 'esa1'), w.version('15.5.1-001', 'sma1'), w.queue(9)],
    status: 'not-checked',
    key: 'sma-not-older',
  },
  {
    name: 'releases before the disputed introduction are not called unsupported',
    seen: [w.version('7.6.3-019', 'esa1'), w.version('7.9.1-030', 'sma1'), w.queue(9)],
    status: 'not-checked',
    key: 'sma-not-older',
  },
  {
    name: 'one version is unknown',
    seen: [w.version('16.0.1-010', 'esa1'), w.queue(9)],
    status: 'not-checked',
    key: 'versions-unknown',
  },
  {
    name: 'a message went through',
    seen: [w.version('16.0.1-010', 'esa1'), w.version('15.0.2-007', 'sma1'), w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
]);
