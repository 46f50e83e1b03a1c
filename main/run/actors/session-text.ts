import type { Appliance, SessionReport } from '../../core/model';

const keyLines = (hostKey: SessionReport['hostKey'], expected: string | null, of: string): string[] => [
  ...(hostKey ? [`ssh: ${of} ${hostKey.type} ${hostKey.fingerprint}`] : []),
  ...(expected ? [`ssh: ${of} expected ${expected}`] : []),
];

const jumpLines = ({ jump }: SessionReport): string[] =>
  jump
    ? [
        `ssh: through the jump host ${jump.target}`,
        ...(jump.banner ? [`ssh: jump host says ${jump.banner}`] : []),
        ...keyLines(jump.hostKey, jump.expected, 'jump host key'),
      ]
    : [];

const namesOf = (names: readonly string[]): string => names.join(', ') || '(none)';

const offerLines = ({ kexinit, smaOffers }: SessionReport): string[] =>
  kexinit
    ? [
        `ssh: offers key exchange ${namesOf(kexinit.kex)}`,
        `ssh: offers host keys ${namesOf(kexinit.hostKey)}`,
        `ssh: offers ciphers ${namesOf(kexinit.cipher.toClient)}`,
        `ssh: offers MACs ${namesOf(kexinit.mac.toClient)}`,
        ...(smaOffers ?? []).map(
          ({ offer, kex, cipher }) =>
            `ssh: in common with an SMA's ${offer}: key exchange ${namesOf(kex)}; ciphers ${namesOf(cipher)}`,
        ),
      ]
    : [];

const agreedLines = ({ agreed, legacy = [] }: SessionReport): string[] =>
  agreed
    ? [
        `ssh: agreed on ${[agreed.kex, agreed.hostKey, agreed.cipher, agreed.mac].filter(Boolean).join(', ')}`,
        ...(legacy.length > 0 ? [`ssh: old, as nothing better is offered: ${legacy.join(', ')}`] : []),
      ]
    : [];

/**
 * The report as text, so that a finding can quote it; `login` is what the appliance printed. Only an ESA is asked by an
 * SMA, so only its lines tell what the two have in common.
 */
export const sessionText = (appliance: Appliance, report: SessionReport, login: string): string => {
  const told = appliance.role === 'esa' ? report : { ...report, smaOffers: null };
  return [
    `ssh: ${appliance.name} at ${report.target}`,
    ...jumpLines(report),
    ...(report.banner ? [`ssh: server says ${report.banner}`] : []),
    ...keyLines(report.hostKey, report.expected, 'host key'),
    ...offerLines(told),
    ...agreedLines(report),
    ...(report.failure
      ? [`ssh: not connected, ${report.failure.code}: ${report.failure.detail}`]
      : [`ssh: prompt ${report.prompt ?? ''}`]),
    ...(login === '' ? [] : ['', login]),
  ].join('\n');
};
