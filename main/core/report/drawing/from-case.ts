import { applianceNamed, endpointOf, flowsOf, observed } from '../../checks';
import { mailLogs } from '../../checks/mail-logs';
import { pseudoHost, queue } from '../../checks/queue';
import { reach } from '../../checks/reach';
import { sshSession } from '../../checks/ssh-session';
import { tlsOffer } from '../../checks/tls-offer';
import { causes } from '../../diagnosis';
import { successesIn } from '../../diagnosis/signs';
import { situationsOf } from '../../diagnosis/situations';
import {
  type Answers,
  type Appliance,
  type Device,
  type Diagnosis,
  type Drawing,
  type Finding,
  type Flow,
  LAPTOP,
  type Observation,
  type Site,
  type VantageMark,
  type Wire,
} from '../../model';

export interface DrawingInput {
  readonly site: Site;
  readonly answers: Answers;
  readonly diagnosis: Diagnosis;
  readonly observations: readonly Observation[];
  /** Ids of the steps being asked right now. */
  readonly asking: readonly string[];
}

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
      placeOf(one.code) !== null,
  ) ?? null;

const placeOf = (code: string) => causes.find((one) => one.code === code)?.place ?? null;

const reachStage = (one: Observation): VantageMark => ({
  vantage: one.vantage,
  stage: one.outcome === 'passed' ? null : 'tcp',
  ok: one.outcome === 'passed',
});

const marksOf = (input: DrawingInput, initiator: Appliance, responder: Appliance, flow: Flow): VantageMark[] => {
  const own = observed(input.observations, reach, { vantage: initiator.name, peer: responder.name, flow })
    .slice(0, 1)
    .map((one) => reachStage({ ...one, data: null }));
  const laptop = observed(input.observations, tlsOffer)
    .filter((one) => one.subject.split(':')[0] === responder.name)
    .slice(0, 1);
  const byLaptop = laptop.map((one): VantageMark => {
    const { failure, negotiated } = one.data;
    if (failure === null) return { vantage: LAPTOP, stage: 'tls', ok: negotiated !== null };
    return {
      vantage: LAPTOP,
      stage:
        failure.stage === 'handshake'
          ? 'tls'
          : failure.stage === 'connect' || failure.stage === 'resolve'
            ? 'tcp'
            : failure.stage === 'ehlo'
              ? 'greeting'
              : failure.stage,
      ok: false,
    };
  });
  const logged = observed(input.observations, mailLogs, { vantage: initiator.name })
    .flatMap((one) => one.data.grounds.filter((ground) => ground.flow === flow && !ground.history))
    .slice(0, 1)
    .map((): VantageMark => ({ vantage: initiator.name, stage: 'log', ok: false }));
  return [...own, ...logged, ...byLaptop];
};

const stateFor = (
  input: DrawingInput,
  root: Finding | null,
  worked: boolean,
  asked: boolean,
): Pick<Wire, 'state' | 'break' | 'outcome'> => {
  if (asked) return { state: 'checking', break: null, outcome: { key: 'checking', params: {} } };
  if (root !== null) {
    const place = placeOf(root.code);
    const outcome = { key: `causes:${root.code}.short`, params: root.because.params };
    if (root.status === 'suspected') return { state: 'degraded', break: null, outcome };
    return { state: 'broken', break: place === null ? null : { place: place.at, glyph: place.glyph }, outcome };
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
  worked: boolean,
): Wire['to']['state'] => {
  const place = root === null ? null : placeOf(root.code);
  if (root?.code === 'cluster-interface-missing' && responder.role === 'esa') return 'missing';
  if (place?.at === 'far-socket' && root?.status === 'confirmed') return 'not-reached';
  const answered = observed(input.observations, tlsOffer).some(
    (one) => one.subject.split(':')[0] === responder.name && one.data.banner !== null,
  );
  return worked || answered ? 'listening' : 'unknown';
};

const mailWire = (input: DrawingInput, esa: Appliance, sma: Appliance, flow: Flow, worked: boolean): Wire => {
  const [initiator, responder] = flow === 'esa-to-sma' ? [esa, sma] : [sma, esa];
  const root = rootFor(input, esa.name, sma.name, flow);
  const end = endpointOf(responder, input.observations);
  const asked = input.asking.some(
    (id) =>
      id.endsWith(`@${initiator.name}>${responder.name}:${flow}`) ||
      id.endsWith(`>${responder.name}:${flow}/${initiator.name}`),
  );
  const readiness = input.answers.direction === 'enable-disabled' && flow === 'esa-to-sma';
  const drawn = stateFor(input, root, worked, asked);
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
      state: socketState(input, responder, root, worked),
    },
    marks: marksOf(input, initiator, responder, flow),
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
  const worked = (flow: Flow) => situations.some((one) => one.flow === flow && successesIn(one).length > 0);
  const asked = flowsOf(input.answers.direction);
  const drawn = (['esa-to-sma', 'sma-to-esa'] as const).map((flow) => {
    const wire = mailWire(input, esa, sma, flow, worked(flow));
    if (asked.includes(flow)) return wire;
    return unasked(wire, input.answers.direction === 'enable-disabled' ? 'not-enabled-yet' : 'left-out');
  });
  return [...drawn, ssh(input, esa, sma)];
};

const deviceOf = (input: DrawingInput, appliance: Appliance): Device => {
  const [seen] = observed(input.observations, queue, { vantage: appliance.name });
  const waits = seen?.data.hosts.find((one) => one.host === pseudoHost(appliance.role))?.activeRecipients ?? 0;
  return {
    name: appliance.name,
    role: appliance.role,
    address: appliance.quarantine.address ?? appliance.host,
    note: waits > 0 ? { key: 'causes:queue-backlog.note', params: { count: String(waits) } } : null,
  };
};

/** The path as it is known now: devices, wires, where each breaks and who looked. A laptop alone never colours a wire. */
export const drawingOf = (input: DrawingInput): Drawing => {
  const esas = input.site.appliances.filter((one) => one.role === 'esa');
  const sma = input.site.appliances.find((one) => one.role === 'sma') ?? null;
  const wanted = esas.map((one) => one.quarantine.interface).find((one) => one !== null) ?? null;
  return {
    esas: esas.map((one) => deviceOf(input, one)),
    sma: sma === null ? null : deviceOf(input, sma),
    cluster: input.answers.cluster === 'cluster' && esas.length > 1 ? { name: 'cluster', interface: wanted } : null,
    wires: sma === null ? [] : esas.flatMap((esa) => wiresOf(input, applianceNamed(input.site, esa.name) ?? esa, sma)),
  };
};
