import { scenario } from './scenario';

/** Nobody can read the ESA’s mail log, because it keeps none; the SMA’s shows that mail goes through. */
export const mailLogsSubscriptionMissing = scenario({
  name: 'mail-logs-subscription-missing',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  primary: [],
  verdict: 'healthy',
  apply: (site) => ({
    ...site,
    esas: site.esas.map((esa) => ({ ...esa, odd: { ...esa.odd, keepsMailLog: false } })),
  }),
});
