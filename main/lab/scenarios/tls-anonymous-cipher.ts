import type { LabAppliance, LabCiphers } from '../model';
import { scenario } from './scenario';

/** AsyncOS up to 9.1 links OpenSSL 0.9.8 with Camellia: TLS 1.0 at most (domain, section 6). */
const OLD: LabCiphers = {
  method: 'sslv3tlsv1',
  protocol: 'TLSv1',
  inbound: 'RC4-SHA:RC4-MD5:ALL',
  outbound: 'RC4-SHA:RC4-MD5:ALL:-aNULL',
};

const old = (appliance: LabAppliance): LabAppliance => ({ ...appliance, generation: '0.9.8', ciphers: OLD });

const oldEsa = (esa: LabAppliance): LabAppliance => ({
  ...old(esa),
  product: 'Cisco C300V Email Security Virtual Appliance',
  version: '9.1.1-038',
  ciphers: { ...OLD, outbound: 'HIGH:MEDIUM' },
  outboundBefore: 'RC4-SHA:RC4-MD5:ALL',
});

const oldSma = (sma: LabAppliance): LabAppliance => ({
  ...old(sma),
  product: 'Cisco M300V Security Management Virtual Appliance',
  version: '9.1.2-036',
  outboundBefore: OLD.outbound,
});

/**
 * Somebody took RC4 out of the ESAs' outbound list. `HIGH:MEDIUM` then puts ADH-CAMELLIA256-SHA first (measured with
 * 0.9.8zc), the SMA's inbound list admits it, and there is no certificate to check (TechNote 200068).
 */
export const tlsAnonymousCipher = scenario({
  name: 'tls-anonymous-cipher',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => ({ ...site, esas: site.esas.map(oldEsa), sma: oldSma(site.sma) }),
});
