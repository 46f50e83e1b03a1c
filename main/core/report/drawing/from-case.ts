import { applianceNamed, endpointOf, flowsOf, observed } from '../../checks';
import { sshSession } from '../../checks/ssh-session';
import { tlsOffer } from '../../checks/tls-offer';
import { causes, presentAtEnd, situationsOf, stillCarries } from '../../diagnosis';
import {
  type Answers,
  type Appliance,
  type Diagnosis,
  type Drawing,
  type Finding,
  type Flow,
  LAPTOP,
  type Observation,
  type Site,
  type Wire,
} from '../../model';
import { clusterOf, deviceOf } from './devices';
import { marksOf } from './marks';

export interface DrawingInput {
  readonly site: Site;
  readonly answers: Answers;
  readonly diagnosis: Diagnosis;
  readonly observations: readonly Observation[];
  /** Ids of the steps being asked right now. */
  readonly asking: readonly string[];
}

const placeIn = (code: string) => causes.find((one) => one.code === code)?.place ?? null;

/** Where the wire breaks, seen from its plug: some causes sit at one appliance, whichever end that is. */
const placeOf = (finding: Finding, initiator: Appliance): Wire['break'] => {
  const place = placeIn(finding.code);
  if (place === null) return null;
  const { side, at, glyph } = place;
  if (side === undefined) return { place: at, glyph };
  const near = side === 'named' ? finding.because.params.appliance === initiator.name : side === initiator.role;
  return { place: near ? 'near-socket' : 'far-socket', glyph };
};

/** What only this laptop saw says how far the laptop came, and nothing of the wire. */
const isLaptopOnly = ({ evidence }: Finding): boolean =>
  evidence.length > 0 && evidence.every((one) => one.vantage === LAPTOP);

/** The finding that speaks for a wire: the root of its pair and flow, confirmed before suspected. */
const rootFor = (input: DrawingInput, esa: string, sma: string, flow: Flow): Finding | null =>
  input.diagnosis.findings.find(
    (one) =>
      one.flow === flow &&
      one.appliances[0] === esa &&
      one.appliances[1] === sma &&
      one.consequenceOf === null &&
      !one.history &&
      (one.status === 'confirmed' || one.status === 'suspected') &&
      input.diagnosis.primary.includes(one.code) &&
      placeIn(one.code) !== null &&
      !isLaptopOnly(one),
  ) ?? null;

const stateFor = (
  input: DrawingInput,
  root: Finding | null,
  initiator: Appliance,
  worked: boolean,
  asked: boolean,
): Pick<Wire, 'state' | 'break' | 'outcome'> => {
  if (asked) return { state: 'checking', break: null, outcome: { key: 'checking', params: {} } };
  if (root !== null) {
    const outcome = { key: `causes:${root.code}.short`, params: root.because.params };
    if (root.status === 'suspected') return { state: 'degraded', break: null, outcome };
    return { state: 'broken', break: placeOf(root, initiator), outcome };
  }
  if (worked) return { state: 'ok', break: null, outcome: { key: 'ok', params: {} } };
  return {
    state: 'unknown',
    break: null,
    outcome: { key: input.observations.length > 0 ? 'not-checked' : 'not-checked-yet', params: {} },
  };
};

const ssh = (input: DrawingInput, esa: Appliance, sma: Appliance): Wire => {
  const laptop = observed(input.observations, sshSession, { vantage: esa.name }).slice(0, 1);
  return {
    id: `ssh:${sma.name}>${esa.name}`,
    kind: 'ssh',
    flow: 'sma-to-esa',
    state: 'unknown',
    break: null,
    from: { appliance: sma.name, interface: sma.quarantine.interface, port: null, kind: 'plug', state: 'unknown' },
    to: {
      appliance: esa.name,
      interface: esa.quarantine.interface,
      port: esa.sshPort,
      kind: 'socket',
      state: laptop.some((one) => one.data.banner !== null) ? 'listening' : 'unknown',
    },
    outcome: { key: input.observations.length > 0 ? 'not-checked' : 'not-checked-yet', params: {} },
    marks: laptop.map((one) => ({ vantage: LAPTOP, stage: 'ssh', ok: one.outcome === 'passed' })),
  };
};

const socketState = (
  input: DrawingInput,
  responder: Appliance,
  root: Finding | null,
  drawn: Pick<Wire, 'state' | 'break'>,
): Wire['to']['state'] => {
  if (root?.code === 'cluster-interface-missing' && responder.role === 'esa') return 'missing';
  if (drawn.break?.place === 'far-socket') return 'not-reached';
  const [newest] = observed(input.observations, tlsOffer).filter((one) => one.subject.split(':')[0] === responder.name);
  return drawn.state === 'ok' || (newest?.data.banner ?? null) !== null ? 'listening' : 'unknown';
};

/** What the logs say of a pair and flow at their end. */
interface Told {
  readonly worked: boolean;
  readonly failsInLog: boolean;
}

const mailWire = (
  input: DrawingInput,
  esa: Appliance,
  sma: Appliance,
  flow: Flow,
  { worked, failsInLog }: Told,
): Wire => {
  const [initiator, responder] = flow === 'esa-to-sma' ? [esa, sma] : [sma, esa];
  const root = rootFor(input, esa.name, sma.name, flow);
  const end = endpointOf(responder, input.observations);
  const asked = input.asking.some(
    (id) =>
      id.endsWith(`@${initiator.name}>${responder.name}:${flow}`) ||
      id.endsWith(`>${responder.name}:${flow}/${initiator.name}`),
  );
  const readiness = input.answers.direction === 'enable-disabled' && flow === 'esa-to-sma';
  const drawn = stateFor(input, root, initiator, worked, asked);
  return {
    id: `${flow}:${esa.name}-${sma.name}`,
    kind: readiness ? 'readiness' : flow === 'esa-to-sma' ? 'quarantine' : 'release',
    flow,
    ...drawn,
    from: {
      appliance: initiator.name,
      interface: initiator.quarantine.interface,
      port: null,
      kind: 'plug',
      state: drawn.state === 'broken' || drawn.state === 'ok' ? 'reached' : 'unknown',
    },
    to: {
      appliance: responder.name,
      interface: end.interface,
      port: end.port,
      kind: 'socket',
      state: socketState(input, responder, root, drawn),
    },
    marks: marksOf(input.observations, [initiator, responder], flow, failsInLog),
  };
};

const unasked = (wire: Wire, key: string): Wire => ({
  ...wire,
  state: 'not-checked',
  break: null,
  outcome: { key, params: {} },
});

const wiresOf = (input: DrawingInput, esa: Appliance, sma: Appliance): Wire[] => {
  const situations = situationsOf(input.site, input.answers, input.observations).filter(
    (one) => one.esa.name === esa.name && one.sma.name === sma.name,
  );
  const told = (flow: Flow): Told => {
    const ofFlow = situations.filter((one) => one.flow === flow);
    return { worked: ofFlow.some((one) => stillCarries(one) !== null), failsInLog: ofFlow.some(presentAtEnd) };
  };
  const asked = flowsOf(input.answers.direction);
  const drawn = (['esa-to-sma', 'sma-to-esa'] as const).map((flow) => {
    const wire = mailWire(input, esa, sma, flow, told(flow));
    if (asked.includes(flow)) return wire;
    return unasked(wire, input.answers.direction === 'enable-disabled' ? 'not-enabled-yet' : 'left-out');
  });
  return [...drawn, ssh(input, esa, sma)];
};

/** The path as it is known now: devices, wires, where each breaks and who looked. A laptop alone never colours a wire. */
export const drawingOf = (input: DrawingInput): Drawing => {
  const esas = input.site.appliances.filter((one) => one.role === 'esa');
  const sma = input.site.appliances.find((one) => one.role === 'sma') ?? null;
  return {
    esas: esas.map((one) => deviceOf(input, one)),
    sma: sma === null ? null : deviceOf(input, sma),
    cluster: clusterOf(input, esas),
    wires: sma === null ? [] : esas.flatMap((esa) => wiresOf(input, applianceNamed(input.site, esa.name) ?? esa, sma)),
  };
};
