import { scenario } from './scenario';

/** Receiving was suspended on the SMA and never resumed: its quarantine port is closed (TechNotes 200068, 118026). */
export const listenerSuspended = scenario({
  name: 'listener-suspended',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => ({ ...site, sma: { ...site.sma, receivingSuspended: true } }),
});
