import type { Handlers } from '../../../preload/contract';
import { bad, good, jumpSecretName, problem } from '../../core/model';
import type { Desk } from '../desk';

/** Write-only: the answer names the appliances that a secret is held for, and nothing more. */
export const secretsHandlers = (desk: Desk): Handlers['secrets'] => ({
  hold: ({ id, appliance, secret, what = 'secret', ofJump = false }) =>
    desk.on(id, async (session) => {
      const found = session.record.site.appliances.find((one) => one.name === appliance);
      if (found === undefined || (ofJump && found.jump === null)) return bad(problem('appliance-unknown', appliance));
      const held = { appliance: ofJump ? jumpSecretName(appliance) : appliance, secret };
      return good(what === 'code' ? session.typedCode(held) : session.typed(held));
    }),
});
