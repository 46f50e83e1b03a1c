import { scenario } from './scenario';

/** The migration wizard was never finished (TechNotes 118026, 118461). Only the page shows it. */
export const migrationIncomplete = scenario({
  name: 'migration-incomplete',
  direction: 'enable-disabled',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  symptoms: ['The quarantine page of sma1 says: Action Required'],
  apply: (site) => ({
    ...site,
    integrating: true,
    esas: site.esas.map((esa) => ({ ...esa, centralised: false })),
  }),
});
