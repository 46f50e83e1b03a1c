import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../main/core/asyncos';
import { type Lab, startLab } from '../../../main/lab';
import { credentialFor, openKnownHosts, openSession, type Session } from '../../../main/ssh';

let folder: string;
let lab: Lab;

const login = async (name: string): Promise<Session> => {
  const appliance = lab.site.appliances.find((one) => one.name === name);
  if (!appliance?.host || !appliance.user) throw new Error(`${name} is not in the lab`);
  const secret = lab.secrets.find((one) => one.appliance === name)?.secret ?? null;
  const { session, report } = await openSession(
    { name, host: appliance.host, port: appliance.sshPort, user: appliance.user, hostKey: appliance.hostKey },
    {
      credential: () => credentialFor({ kind: 'password', password: { given: true } }, name, () => secret, {}),
      knownHosts: openKnownHosts(join(folder, 'known_hosts')),
      acceptNewHostKeys: false,
    },
  );
  expect(report.failure).toBeNull();
  if (session === null) throw new Error('no session');
  return session;
};

describe.each(['healthy', 'cluster-interface-missing'])('the lab, %s', (scenario) => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cpq-lab-'));
    const started = await startLab({ scenario, now: new Date('2026-11-24T10:00:00Z') });
    if (!started.ok) throw new Error(started.problem.code);
    lab = started.value;
  });
  afterAll(async () => {
    await lab?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each(['esa', 'sma'] as const)('every command of the allow-list runs to its end on an %s', async (role) => {
    const appliance = lab.site.appliances.find((one) => one.role === role);
    const other = lab.site.appliances.find((one) => one.role !== role);
    const session = await login(appliance?.name ?? '');
    const args = {
      target: 'sma1.example.com',
      interface: 'Management',
      host: other?.quarantine.address ?? '127.0.0.1',
      port: String(other?.quarantine.port ?? 7025),
      expression: 'CPQ',
      list: 'HIGH:!aNULL',
      domain: 'the.cpq.host',
      destination: `${other?.quarantine.address ?? '127.0.0.1'}:${other?.quarantine.port ?? 7025}`,
    };
    const told: Record<string, string | null> = {};
    for (const definition of commands.filter((one) => one.on.includes(role))) {
      const own = definition.name === 'showrecipients' ? { ...args, host: 'the.cpq.host' } : args;
      const result = await session.run(definition, own);
      told[definition.name] = result.problem === null ? null : `${result.problem.code}: ${result.problem.params.text}`;
    }
    await session.close();
    // Standalone appliances ask a question there that no entry answers: it is interrupted.
    const standalone = scenario === 'healthy' && role === 'esa' ? expect.stringMatching(/^unexpected-question/) : null;
    expect(told).toEqual({
      ...Object.fromEntries(Object.keys(told).map((name) => [name, null])),
      ...('clusterconfig-list' in told ? { 'clusterconfig-list': standalone } : {}),
      ...('clusterconfig-connstatus' in told ? { 'clusterconfig-connstatus': standalone } : {}),
    });
  });
});
