import type { Change, Finding } from '../../model';

type Reading = (finding: Finding) => Change | null;

const named = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value);

const responderOf = ({ flow, appliances: [esa, sma] }: Finding): string | null =>
  named(flow === 'esa-to-sma' ? sma : esa);
const initiatorOf = ({ flow, appliances: [esa, sma] }: Finding): string | null =>
  named(flow === 'esa-to-sma' ? esa : sma);

const opens: Reading = (finding) => {
  const appliance = named(finding.because.params.appliance) ?? responderOf(finding);
  return appliance === null ? null : { kind: 'listener-opens', appliance };
};

const delivers: Reading = (finding) => {
  const appliance = initiatorOf(finding);
  return appliance === null ? null : { kind: 'delivery-resumes', appliance };
};

const repaired: Reading = (finding) => {
  const appliance = initiatorOf(finding);
  const list = named(finding.whatIf?.repaired ?? finding.because.params.repaired);
  return appliance === null || list === null ? null : { kind: 'outbound-list', appliance, list };
};

/** The port that the initiator was seen to dial: then nothing but the responder changes. */
const moved: Reading = (finding) => {
  const appliance = responderOf(finding);
  const port = Number(finding.because.params.dialled);
  return appliance === null || !Number.isInteger(port) || port <= 0 ? null : { kind: 'listener-port', appliance, port };
};

const created: Reading = ({ appliances: [esa], because: { params } }) => {
  const appliance = named(esa);
  const name = named(params.wanted);
  return appliance === null || name === null ? null : { kind: 'interface-created', appliance, interface: name };
};

const READINGS: Readonly<Record<string, Reading>> = {
  'listener-suspended': opens,
  'system-offline': opens,
  'delivery-suspended': delivers,
  'tls-anonymous-cipher': repaired,
  'listener-port-mismatch': moved,
  'cluster-interface-missing': created,
};

/** The change that the remedy of a finding makes, where its effect can be computed; else null. */
export const changeOf = (finding: Finding): Change | null => READINGS[finding.code]?.(finding) ?? null;
