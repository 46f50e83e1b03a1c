import type { Handlers } from '../../../preload/contract';
import { bad, good, problem } from '../../core/model';
import type { Desk } from '../desk';

/** Write-only: the answer names the appliances that a secret is held for, and nothing more. */
export const secretsHandlers = (desk: Desk): Handlers['secrets'] => ({
  hold: ({ id, appliance, secret }) =>
    desk.on(id, async (session) =>
      session.record.site.appliances.some((one) => one.name === appliance)
        ? good(session.typed({ appliance, secret }))
        : bad(problem('appliance-unknown', appliance)),
    ),
});
