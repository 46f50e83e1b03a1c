import type { LabAppliance, LabModel } from './model';

/**
 * What OpenSSL builds make of the lab's cipher lists, in their order: 0.9.8zc with Camellia and 1.1.1k, measured
 * (tests/fixtures/ciphers); SSLv2 suites and, for 1.1.1, those that the runtime's own TLS may lack are left out.
 */
const OLD_STRONG = [
  'DHE-RSA-CAMELLIA256-SHA',
  'CAMELLIA256-SHA',
  'DHE-RSA-CAMELLIA128-SHA',
  'CAMELLIA128-SHA',
  'DHE-RSA-AES256-SHA',
  'AES256-SHA',
  'DHE-RSA-AES128-SHA',
  'AES128-SHA',
];
const OLD_HIGH_MEDIUM = [
  'ADH-CAMELLIA256-SHA',
  'DHE-RSA-CAMELLIA256-SHA',
  'CAMELLIA256-SHA',
  'ADH-CAMELLIA128-SHA',
  'DHE-RSA-CAMELLIA128-SHA',
  'CAMELLIA128-SHA',
  'ADH-AES256-SHA',
  'DHE-RSA-AES256-SHA',
  'AES256-SHA',
  'ADH-AES128-SHA',
  'DHE-RSA-AES128-SHA',
  'AES128-SHA',
];
const EXPANDED: Readonly<Record<string, readonly string[]>> = {
  '0.9.8 HIGH:MEDIUM': OLD_HIGH_MEDIUM,
  '0.9.8 RC4-SHA:RC4-MD5:ALL': ['RC4-SHA', 'RC4-MD5', ...OLD_HIGH_MEDIUM],
  '0.9.8 RC4-SHA:RC4-MD5:ALL:-aNULL': ['RC4-SHA', 'RC4-MD5', ...OLD_STRONG],
  '1.1.1 HIGH:MEDIUM:-aNULL': [
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES256-SHA',
    'ECDHE-RSA-AES128-SHA',
    'AES256-GCM-SHA384',
    'AES128-GCM-SHA256',
  ],
};

const expand = (appliance: LabAppliance, list: string): readonly string[] => {
  const suites = EXPANDED[`${appliance.generation} ${list}`];
  if (!suites) throw new Error(`the lab has no expansion of ${list} for OpenSSL ${appliance.generation}`);
  return suites;
};

export const isAnonymous = (suite: string): boolean => /^(EXP-)?A(EC)?DH-/.test(suite);

/** The suites that the appliance's hidden listener accepts. */
export const inboundSuites = (appliance: LabAppliance): readonly string[] =>
  expand(appliance, appliance.ciphers.inbound);

/** The suites that the appliance offers as initiator, in its order, at this instant. */
export const outboundSuites = (model: LabModel, appliance: LabAppliance, at = model.now): readonly string[] =>
  expand(appliance, at < model.since ? appliance.outboundBefore : appliance.ciphers.outbound);

export interface Agreed {
  readonly protocol: string;
  readonly cipher: string;
  readonly anonymous: boolean;
}

/** What initiator and responder agree on: the initiator's order decides (domain: tls-anonymous-cipher). */
export const agreed = (model: LabModel, from: LabAppliance, to: LabAppliance, at = model.now): Agreed => {
  const accepted = inboundSuites(to);
  const cipher = outboundSuites(model, from, at).find((suite) => accepted.includes(suite));
  if (!cipher) throw new Error(`${from.name} and ${to.name} share no suite; no scenario means that`);
  return { protocol: to.ciphers.protocol, cipher, anonymous: isAnonymous(cipher) };
};
