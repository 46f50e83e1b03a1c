import { scenario } from './scenario';

/** Nothing is wrong: both directions have fresh deliveries and empty queues. */
export const healthy = scenario({
  name: 'healthy',
  verdict: 'healthy',
  direction: 'both',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => site,
});
