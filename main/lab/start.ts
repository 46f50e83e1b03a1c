import { randomBytes, randomInt } from 'node:crypto';
import { bad, good, problem, type Result } from '../core/model';
import { arrange, esasOf, scenarioNamed } from './arrange';
import { bind, bindNear, canBind, closedPort, codeOf } from './bind';
import { type LabCertificate, makeCertificate, makeInspected } from './certificate';
import type { Lab, LabOptions } from './lab';
import { type LabListener, listenerFor } from './listener';
import { appliancesOf, type LabAppliance, type LabModel, listens, managementOf } from './model';
import { CALM, inMoods, type Moods } from './moods';
import type { Opening } from './opening';
import { type Place, type Places, placesIn, placesOn } from './places';
import type { Scenario } from './scenarios/scenario';
import { profileOf, siteOf } from './site';
import { LAB_USER, type LabSsh, sshServer } from './ssh-server';
import { type Story, tell } from './story/tell';
import { visit } from './story/visit';

/** One appliance while it runs. */
interface Station {
  readonly name: string;
  readonly ssh: LabSsh;
  readonly listener: LabListener | null;
  readonly secret: string;
  readonly received: string[];
  readonly changed: string[];
  readonly place: Place;
}

/** What the stations play; it exists once every port is known. */
interface World {
  readonly model: LabModel;
  readonly story: Story;
}

/** Starts the scenario on loopback. Fails with `scenario-unknown`, `lab-size`, `lab-address` or `cancelled`. */
export const startLab = async (options: LabOptions): Promise<Result<Lab>> => {
  const scenario = scenarioNamed(options.scenario);
  if (!scenario.ok) return scenario;
  const esas = esasOf(scenario.value, options.esas);
  if (!esas.ok) return esas;
  const stations: Station[] = [];
  try {
    return good(await open(options, scenario.value, esas.value, stations));
  } catch (error) {
    await closeAll(stations);
    if (options.signal?.aborted) return bad(problem('cancelled'));
    return bad(problem('lab-address', null, { detail: codeOf(error) }));
  }
};

const open = async (options: LabOptions, scenario: Scenario, esas: number, stations: Station[]): Promise<Lab> => {
  const clock = clockFrom(options.now);
  const world: { now: World | null } = { now: null };
  const moods = options.moods ?? {};
  const draft = inMoods(arrange(scenario, await freePlaces(esas), options.now.getTime()), moods);
  const certificate = await makeCertificate(options.now);
  for (const appliance of appliancesOf(draft)) {
    options.signal?.throwIfAborted();
    const shown = appliance.intercepted ? await makeInspected(options.now, appliance.hostname) : certificate;
    const { publicKey, opening } = options;
    stations.push(await station(appliance, shown, { world, clock, publicKey, opening, moods }));
  }
  options.signal?.throwIfAborted();
  const model = inMoods(arrange(scenario, placesOf(stations), options.now.getTime()), moods);
  world.now = { model, story: tell(model) };
  return running(scenario, model, stations, options.signal);
};

/** The lab's clock begins at `now` and then runs on with the machine's. */
const clockFrom = (now: Date): (() => number) => {
  const started = performance.now();
  return () => now.getTime() + Math.round(performance.now() - started);
};

const freePlaces = async (esas: number): Promise<Places> => {
  const net = `127.${randomInt(16, 250)}.${randomInt(1, 250)}`;
  return (await canBind(`${net}.10`)) ? placesIn(net, esas) : placesOn('127.0.0.1', esas);
};

interface Stage {
  readonly world: { readonly now: World | null };
  readonly clock: () => number;
  readonly publicKey: string | undefined;
  readonly opening: Opening | undefined;
  readonly moods: Moods;
}

const station = async (appliance: LabAppliance, certificate: LabCertificate, stage: Stage): Promise<Station> => {
  const secret = randomBytes(12).toString('base64url');
  const received: string[] = [];
  const changed: string[] = [];
  const ssh = sshServer({
    password: secret,
    publicKey: stage.publicKey,
    world: () => played(stage, appliance.name),
    now: stage.clock,
    onLine: (line) => received.push(line),
    onChange: (what) => changed.push(what),
    opening: stage.opening ?? 'prompt',
    mood: stage.moods[appliance.name] ?? CALM,
  });
  const greet = (from: string) => visit(stage.world.now?.story.desks[appliance.name], from, stage.clock);
  const listener = listens(appliance) ? listenerFor(appliance, certificate, greet) : null;
  try {
    const { address, port } = appliance.known;
    const quarantinePort = listener ? await bindNear(listener.server, address, port) : await closedPort(address, port);
    const sshPort = await bind(ssh.server, managementOf(appliance).address, 0);
    return {
      name: appliance.name,
      ssh,
      listener,
      secret,
      received,
      changed,
      place: placeOf(appliance, quarantinePort, sshPort),
    };
  } catch (error) {
    await listener?.close();
    throw error;
  }
};

const played = ({ world }: Stage, name: string) => {
  const appliance = world.now ? appliancesOf(world.now.model).find((one) => one.name === name) : undefined;
  if (!world.now || !appliance) throw new Error(`${name} was logged in to before the lab had begun`);
  return { ...world.now, appliance };
};

const placeOf = (appliance: LabAppliance, quarantinePort: number, sshPort: number): Place => ({
  management: managementOf(appliance).address,
  data: appliance.interfaces.find((one) => one.name === 'Data 1')?.address ?? '',
  quarantine: appliance.interfaces.find((one) => one.jack === 'Data1' && one.name !== 'Data 1')?.address ?? '',
  quarantinePort,
  sshPort,
});

const placesOf = (stations: readonly Station[]): Places => {
  const esas = stations.slice(0, -1).map((one) => one.place);
  const sma = stations.at(-1)?.place;
  if (!sma) throw new Error('the lab was left without stations');
  return { esas, sma };
};

const running = (scenario: Scenario, model: LabModel, stations: readonly Station[], signal?: AbortSignal): Lab => {
  const access = (name: string) => {
    const found = stations.find((one) => one.name === name);
    return { fingerprint: found?.ssh.fingerprint ?? '', secret: found?.secret ?? '', user: LAB_USER };
  };
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= closeAll(stations);
    return closing;
  };
  signal?.addEventListener('abort', () => void close(), { once: true });
  return {
    site: siteOf(model, scenario, access),
    secrets: stations.map(({ name, secret }) => ({ appliance: name, secret })),
    profileText: profileOf(model, scenario, access),
    received: () => Object.fromEntries(stations.map(({ name, received }) => [name, [...received]])),
    changed: () => Object.fromEntries(stations.map(({ name, changed }) => [name, [...changed]])),
    close,
  };
};

const closeAll = async (stations: readonly Station[]): Promise<void> => {
  await Promise.all(stations.flatMap((one) => [one.listener?.close(), one.ssh.close()]));
};
