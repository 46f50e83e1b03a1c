import { scenario } from './scenario';
import { tlsAnonymousCipher } from './tls-anonymous-cipher';

/** The quarantine is full, and TLS fails before anybody can notice: what is behind the handshake is not checked. */
export const quarantineFullBehindTls = scenario({
  ...tlsAnonymousCipher,
  name: 'quarantine-full-behind-tls',
  primary: ['tls-anonymous-cipher'],
  apply(site, places) {
    const { sma, ...rest } = tlsAnonymousCipher.apply(site, places);
    const alerts = [{ minutes: 61, text: 'The quarantine Policy is 95% full' }];
    return { ...rest, sma: { ...sma, odd: { ...sma.odd, alerts } } };
  },
});
