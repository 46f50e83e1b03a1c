import { type Suite, suites } from './suites';
import { atLeast, type TlsVersion } from './versions';

/** Suites that need what no prober has: a shared key, a password, a ticket, a GOST engine. */
const unusual = ['PSK', 'RSAPSK', 'DHEPSK', 'ECDHEPSK', 'SRP', 'KRB5', 'GOST'];

const fits = (suite: Suite, version: TlsVersion): boolean =>
  version === 'TLSv1.3' ? suite.from === 'TLSv1.3' : suite.from !== 'TLSv1.3' && atLeast(version, suite.from);

/** Everything that a listener may agree to at this version, suites without encryption included. */
export const allSuites = (version: TlsVersion): Suite[] =>
  suites.filter((suite) => fits(suite, version) && !unusual.includes(suite.keyExchange));

const encrypted = (suite: Suite): boolean => !suite.name.includes('NULL');

/** The authenticated suites with encryption, best first; an answer to them shows a certificate (up to TLS 1.2). */
export const authenticatedSuites = (version: TlsVersion): Suite[] =>
  allSuites(version).filter((suite) => encrypted(suite) && !suite.anonymous);

/** The anonymous suites with encryption; none in TLS 1.3. */
export const anonymousSuites = (version: TlsVersion): Suite[] =>
  allSuites(version).filter((suite) => encrypted(suite) && suite.anonymous);

/** What is offered when no list is given: authenticated suites first, so that an anonymous answer means something. */
export const defaultOffer = (version: TlsVersion): Suite[] => [
  ...authenticatedSuites(version),
  ...anonymousSuites(version),
];
