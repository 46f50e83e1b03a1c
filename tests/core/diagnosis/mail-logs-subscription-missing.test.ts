import { BOTH, describeCause } from '../../support/cause-table';
import { subscriptions } from '../../support/reported';

describeCause('mail-logs-subscription-missing', BOTH, (w) => [
  {
    name: 'no text mail log is listed',
    seen: [subscriptions('esa1', false, 'cli_logs')],
    status: 'confirmed',
    key: 'none-listed',
    evidence: ['logs-esa1'],
  },
  {
    name: 'both keep one',
    seen: [subscriptions('esa1', true, 'mail_logs'), subscriptions('sma1', true, 'mail_logs')],
    status: 'ruled-out',
    key: 'listed',
    evidence: [`logs-${w.initiator}`, `logs-${w.responder}`],
  },
  {
    name: 'one keeps one, the other was not asked',
    seen: [subscriptions('esa1', true, 'mail_logs')],
    status: 'not-checked',
    key: 'not-asked',
  },
  {
    name: 'its lines were read: the list is older or shows other levels',
    seen: [subscriptions(w.initiator, false, 'cli_logs'), w.carried()],
    status: 'not-checked',
    key: 'not-asked',
  },
  { name: 'an empty list says nothing', seen: [subscriptions('esa1', false)], status: 'not-checked', key: 'not-asked' },
]);
