import { scenario } from './scenario';

/** A backup of the SMA holds its services down for a while. What is seen is the refusal, its reason is what was told. */
export const smaBackupRunning = scenario({
  name: 'sma-backup-running',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  primary: ['path-refused'],
  symptoms: ['A backup is running on the SMA'],
  apply: (site) => ({
    ...site,
    rules: site.esas.map((esa) => ({ from: esa.name, to: site.sma.name, does: 'reject' })),
  }),
});
