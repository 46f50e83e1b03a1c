import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandDefinition, commands } from '../../../main/core/asyncos';
import { drops, far, type Lab, type Mood, moods, slow, startLab } from '../../../main/lab';
import { credentialFor, openKnownHosts, openSession } from '../../../main/ssh';

const moodNamed = (name: string): Mood => {
  const found = moods.find((one) => one.name === name);
  if (!found) throw new Error(`no mood ${name}`);
  return found;
};

const ARGUMENTS = {
  target: 'sma1.example.com',
  interface: 'Management',
  host: 'the.cpq.host',
  port: '7025',
  expression: 'CPQ',
  list: 'HIGH:!aNULL',
  domain: 'the.cpq.host',
  destination: '192.0.2.20:7025',
};
/** Without those that dial: the other end has no part in these stories. */
const readsOf = (clustered: boolean): readonly CommandDefinition[] =>
  commands.filter(
    ({ name, on, words }) =>
      name !== 'telnet' && name !== 'tlsverify' && on.includes('esa') && (clustered || words[0] !== 'clusterconfig'),
  );

interface Seen {
  readonly failure: string | null;
  /** Commands that did not run to their end, or were not understood, with the reason. */
  readonly troubles: Readonly<Record<string, string>>;
  /** How many were understood. */
  readonly read: number;
  /** All that was printed. */
  readonly transcript: string;
  /** What stood before and in the commands' results. */
  readonly texts: readonly string[];
}

const secretOf = (lab: Lab, name: string): string | null =>
  lab.secrets.find((one) => one.appliance === name)?.secret ?? null;

/** A login at one appliance, and everything that the list has for it, in order. */
const readAt = async (lab: Lab, folder: string, name: string, clustered: boolean, timeoutMs: number): Promise<Seen> => {
  const appliance = lab.site.appliances.find((one) => one.name === name);
  if (!appliance?.host || !appliance.user) throw new Error(`${name} is not in the lab`);
  const { host, sshPort: port, user, hostKey } = appliance;
  let transcript = '';
  const { session, report } = await openSession(
    { name, host, port, user, hostKey },
    {
      credential: () =>
        credentialFor({ kind: 'password', password: { given: true } }, name, () => secretOf(lab, name), {}),
      knownHosts: openKnownHosts(join(folder, 'known_hosts')),
      acceptNewHostKeys: false,
      timeoutMs,
      onText: (text) => {
        transcript += text;
      },
    },
  );
  const troubles: Record<string, string> = {};
  const texts: string[] = [];
  let read = 0;
  for (const one of session === null ? [] : readsOf(clustered)) {
    const told = await session?.run(one, ARGUMENTS);
    texts.push(told?.text ?? '');
    if (told?.problem) troubles[one.name] = told.problem.code;
    else if (one.read(told?.text ?? '').data === null) troubles[one.name] = 'not-understood';
    else read += 1;
  }
  await session?.close();
  return { failure: report.failure?.code ?? null, troubles, read, transcript, texts };
};

interface Story {
  readonly mood: Mood | null;
  readonly failure: string | null;
  readonly troubles: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

const LOGIN_MS = 45_000;
const calm = (mood: Mood | null, more: Partial<Story> = {}): Story => ({ mood, failure: null, troubles: {}, ...more });
const allFrom = (first: string, clustered: boolean): Record<string, string> => {
  const names = readsOf(clustered).map(({ name }) => name);
  return Object.fromEntries(names.slice(names.indexOf(first)).map((name) => [name, 'connection-closed']));
};

const STANDING_ALONE: readonly Story[] = [
  calm(null),
  calm(moodNamed('asks'), { troubles: { status: 'unexpected-question', 'status-detail': 'unexpected-question' } }),
  calm(moodNamed('changed-menu'), { troubles: { tophosts: 'unexpected-question' } }),
  calm(moodNamed('deaf'), { troubles: { status: 'unexpected-question', 'status-detail': 'unexpected-question' } }),
  calm(drops(300), { troubles: allFrom('grep', false) }),
  calm(far(50)),
  calm(moodNamed('narrow')),
  calm(moodNamed('old-algorithms')),
  calm(moodNamed('other-host-key'), { failure: 'host-key-changed' }),
  calm(moodNamed('paging')),
  calm(moodNamed('passphrase-expired'), { failure: 'passphrase-expired' }),
  calm(moodNamed('passphrase-reminder'), { failure: 'unexpected-question' }),
  calm(moodNamed('service')),
  calm(moodNamed('silent'), { failure: 'no-prompt', timeoutMs: 8000 }),
  calm(slow(3000)),
];

const IN_A_CLUSTER: readonly Story[] = [
  calm(null),
  calm(moodNamed('notice')),
  calm(moodNamed('cluster-level')),
  calm(moodNamed('disconnected')),
];

/** The mood of the first is the whole cluster's; at cluster level nobody knows which machine is one's own. */
const OF_MACHINES = ['interfaceconfig', 'netstat', 'showrecipients', 'status', 'status-detail', 'tophosts', 'version'];
const BY_MODES: readonly Story[] = [
  calm(moodNamed('heeds-modes')),
  calm(null),
  calm(moodNamed('cluster-level'), {
    troubles: Object.fromEntries(
      [...OF_MACHINES, 'grep', 'nslookup', 'traceroute', 'workqueue'].map((name) => [name, 'unexpected-question']),
    ),
  }),
];

test('every mood of the lab has its story; the idle one is told by the clock', () => {
  const told = [...STANDING_ALONE, ...IN_A_CLUSTER, ...BY_MODES].flatMap(({ mood }) => mood?.name ?? []);
  expect([...new Set([...told, 'idle'])].toSorted()).toEqual(moods.map(({ name }) => name).toSorted());
});

describe.each([
  ['standing alone', 'healthy', STANDING_ALONE],
  ['in a cluster', 'cluster-interface-missing', IN_A_CLUSTER],
  ['in a cluster that heeds its modes', 'cluster-interface-missing', BY_MODES],
] as const)('appliances %s, each in its mood, read side by side', (_where, scenario, stories) => {
  const clustered = scenario !== 'healthy';
  const seen = new Map<string, Seen>();
  let folder: string;
  let lab: Lab;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cpq-mood-'));
    const of = stories.flatMap(({ mood }, at) => (mood ? [[`esa${at + 1}`, mood] as const] : []));
    const now = new Date('2026-11-24T10:00:00Z');
    const started = await startLab({ scenario, esas: stories.length, now, moods: Object.fromEntries(of) });
    if (!started.ok) throw new Error(started.problem.code);
    lab = started.value;
    await Promise.all(
      stories.map(async ({ timeoutMs }, at) => {
        const name = `esa${at + 1}`;
        seen.set(name, await readAt(lab, folder, name, clustered, timeoutMs ?? LOGIN_MS));
      }),
    );
  }, 120_000);
  afterAll(async () => {
    await lab?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each(stories.map((story, at) => [story.mood?.name ?? 'calm', `esa${at + 1}`, story] as const))(
    '%s: ends as named, and everything else is read',
    (_mood, name, { failure, troubles }) => {
      const found = seen.get(name);
      const read = failure === null ? readsOf(clustered).length - Object.keys(troubles).length : 0;
      expect({ failure: found?.failure, troubles: found?.troubles, read: found?.read }).toEqual({
        failure,
        troubles,
        read,
      });
    },
  );

  test('nothing was changed anywhere, and no secret stands in a transcript', () => {
    const secrets = lab.secrets.map(({ secret }) => secret);
    const leaks = [...seen].filter(([, { transcript }]) => secrets.some((secret) => transcript.includes(secret)));
    expect({ changed: Object.values(lab.changed()).flat(), leaks: leaks.map(([name]) => name) }).toEqual({
      changed: [],
      leaks: [],
    });
  });

  test('what was printed is kept, also where a command did not run to its end', () => {
    for (const [name, { transcript, texts }] of seen) {
      expect([name, texts.filter((text) => !transcript.includes(text))]).toEqual([name, []]);
    }
  });
});
