import { scenario } from './scenario';

/** The SMA turns down each message for good: they go back to their senders (TechNote 118410 for what that means). */
export const messageBounced = scenario({
  name: 'message-bounced',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => ({
    ...site,
    sma: { ...site.sma, odd: { ...site.sma.odd, answers: 'never' } },
  }),
});
