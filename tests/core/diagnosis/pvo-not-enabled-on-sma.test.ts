import { describeCause } from '../../support/cause-table';
import { hiddenListener } from '../../support/observations';

const off = { enabled: false, interface: null, port: null, level: null, at: 'line 2' };

describeCause('pvo-not-enabled-on-sma', ['esa-to-sma'], (w) => [
  {
    name: 'the export says that the service is off, in element names that no source gives',
    seen: [w.config('sma1', { quarantine: off })],
    status: 'suspected',
    key: 'switched-off',
    evidence: ['config-sma1'],
  },
  {
    name: 'the export says so, the initiator is refused, an old success stands in the log',
    seen: [w.carried(), w.config('sma1', { quarantine: off }), w.reach('refused')],
    status: 'suspected',
    key: 'switched-off',
    evidence: ['config-sma1'],
  },
  {
    name: 'the export has the listener',
    seen: [w.config('sma1', { listeners: [hiddenListener(7025)] })],
    status: 'ruled-out',
    key: 'listener-configured',
    evidence: ['config-sma1'],
  },
  {
    name: 'the initiator reaches the listener',
    seen: [w.reach('connected')],
    status: 'ruled-out',
    key: 'initiator-reached',
    evidence: ['reach'],
  },
  {
    name: 'a message went through',
    seen: [w.carried()],
    status: 'ruled-out',
    key: 'carried-through',
    evidence: ['log-initiator'],
  },
  {
    name: 'an export without a word of it means unknown, never off',
    seen: [w.config('sma1', {})],
    status: 'not-checked',
    key: 'configuration-not-given',
  },
  {
    name: 'the ESA’s own export says nothing of the SMA',
    seen: [w.config('esa1', { quarantine: off })],
    status: 'not-checked',
    key: 'configuration-not-given',
  },
]);
