import type { Step } from '../model';
import { LAPTOP } from '../model';

/** Checks that look at a listener over the way that mail takes, wherever they look from. */
const LOOKS_AT_LISTENER = new Set(['tls-offer', 'reach', 'tls-verify']);

/** Initiator, responder and flow: what two vantage points have to share to be compared. */
const wayOf = ({ vantage, peer, subject, flow }: Step): string => {
  const responder = subject.split(':')[0];
  return `${vantage === LAPTOP ? peer : vantage}>${responder} ${flow}`;
};

/**
 * Each look at a listener with the looks from another vantage point that it is to be compared with (vantage truth table,
 * domain page section 4): this laptop's with the initiator's own, and the other way round.
 */
export const withBeside = (steps: readonly Step[]): Step[] => {
  const looks = steps.filter((one) => LOOKS_AT_LISTENER.has(one.check) && one.skip === null);
  return steps.map((step) =>
    looks.includes(step)
      ? {
          ...step,
          beside: looks
            .filter((one) => one.vantage !== step.vantage && wayOf(one) === wayOf(step))
            .map((one) => one.id),
        }
      : step,
  );
};
