import { systemStatus } from '../../checks/system-status';
import { logEnded } from './logs-after';
import { type Applied, rewrite, rewritten } from './on-paper';

/** The initiator delivers again: `resumedel` or `resume`. What its connections will meet is as it was. */
export const deliveryResumes: Applied<'delivery-resumes'> = ({ site, observations }, { appliance: name }) => {
  const role = site.appliances.find((one) => one.name === name)?.role;
  const flow = role === 'sma' ? ('sma-to-esa' as const) : ('esa-to-sma' as const);
  return {
    site,
    observations: rewrite(observations, {
      'system-status': (one) =>
        one.vantage === name
          ? rewritten(
              one,
              systemStatus.data,
              (data) => (data.system === 'delivery-suspended' ? { ...data, system: 'online' } : data),
              'System status: Online',
            )
          : one,
      'mail-logs': (one) =>
        one.vantage === name ? logEnded(one, { codes: ['delivery-suspended'], flow, peers: null }) : one,
    }),
  };
};
