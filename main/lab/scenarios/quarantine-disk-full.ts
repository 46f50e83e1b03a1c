import { scenario } from './scenario';

/** The space of the central quarantines is used up: TLS succeeds, messages are put off. Alert and answer are inferred. */
export const quarantineDiskFull = scenario({
  name: 'quarantine-disk-full',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => ({
    ...site,
    sma: {
      ...site.sma,
      odd: { ...site.sma.odd, answers: 'later', alerts: [{ minutes: 61, text: 'The quarantine Policy is 95% full' }] },
    },
  }),
});
