import type { Act, Role } from '../model';
import type { Asking, Target } from './check';
import { applianceNamed, reachableLive } from './roster';

/** One target for each appliance of these roles, asked at the appliance itself. */
export const eachAppliance =
  (roles: readonly Role[]) =>
  ({ site }: Asking): readonly Target[] =>
    site.appliances
      .filter((one) => roles.includes(one.role))
      .map((one) => ({ vantage: one.name, subject: one.name, peer: null, flow: null }));

/** The act that runs an allow-listed command at the target's own prompt, or null where nobody may log in. */
export const atItsPrompt =
  (command: string) =>
  (target: Target, { site }: Asking): Act | null =>
    reachableLive(applianceNamed(site, target.vantage))
      ? { kind: 'command', appliance: target.vantage, command, args: {} }
      : null;
