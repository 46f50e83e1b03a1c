import { scenario } from './scenario';

/** Neither side keeps a mail log: nothing shows a failure, and nothing shows that mail goes through. */
export const mailLogsSubscriptionMissing = scenario({
  name: 'mail-logs-subscription-missing',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  primary: [],
  verdict: 'inconclusive',
  apply: (site) => ({
    ...site,
    sma: { ...site.sma, odd: { ...site.sma.odd, keepsMailLog: false } },
    esas: site.esas.map((esa) => ({ ...esa, odd: { ...esa.odd, keepsMailLog: false } })),
  }),
});
