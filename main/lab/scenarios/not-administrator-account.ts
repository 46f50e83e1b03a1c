import { scenario } from './scenario';

/** The ESA’s page was opened by an Operator (TechNote 200083). */
export const notAdministratorAccount = scenario({
  name: 'not-administrator-account',
  direction: 'enable-disabled',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  symptoms: ['I am logged in with an operator account'],
  apply: (site) => ({
    ...site,
    integrating: true,
    esas: site.esas.map((esa) => ({ ...esa, centralised: false })),
  }),
});
