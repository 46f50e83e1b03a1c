import { scenario } from './scenario';

/** A firewall before the SMA began to decrypt TLS: whoever comes to the listener is shown the firewall's certificate. */
export const tlsIntercepted = scenario({
  name: 'tls-intercepted',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => ({ ...site, sma: { ...site.sma, intercepted: true } }),
});
