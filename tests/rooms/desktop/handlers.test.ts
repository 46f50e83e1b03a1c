import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../main/cases';
import { type Appliance, blankAppliance, type Observation, type Quote } from '../../../main/core/model';
import { describeMaterials } from '../../../main/desktop/describe-materials';
import { Desk } from '../../../main/desktop/desk';
import { casesHandlers } from '../../../main/desktop/handlers/cases';
import { evidenceHandlers } from '../../../main/desktop/handlers/evidence';
import { materialHandlers } from '../../../main/desktop/handlers/material';
import { secretsHandlers } from '../../../main/desktop/handlers/secrets';
import { siteHandlers } from '../../../main/desktop/handlers/site';
import type { Rooms } from '../../../main/desktop/rooms';
import type { CaseView } from '../../../preload/contract';

const at = '2026-11-24T20:40:00.000Z';
const sample = new URL('../../fixtures/cli/tophosts-esa-cpq-down.txt', import.meta.url);

let folder = '';
let desk: Desk;
const told: CaseView[] = [];

const roomsIn = (place: string): Rooms => ({
  store: openStore(place),
  dataFolder: place,
  knownHostsPath: join(place, 'known_hosts'),
  settingsPath: join(place, 'settings.json'),
  run: async () => ({ observations: [], footprint: [], cancelled: false }),
  practise: async () => ({ ok: false, problem: { code: 'scenario-unknown', where: null, params: {} } }),
  describeMaterials,
  now: () => new Date(at),
});
const deskIn = (place: string): Desk =>
  new Desk(roomsIn(place), { run: { progress: () => undefined }, mirror: { changed: (view) => told.push(view) } });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cpq-desk-'));
  desk = deskIn(folder);
  told.length = 0;
});
afterEach(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const caseWith = async (names: readonly string[]): Promise<CaseView> => {
  const created = await casesHandlers(desk).create({ name: 'Acme' });
  if (!created.ok) throw new Error(created.problem.code);
  const { id, site } = created.value;
  const appliances = names.map((name) => blankAppliance(name, name.startsWith('sma') ? 'sma' : 'esa'));
  const saved = await siteHandlers(desk).save({ id, site: { ...site, appliances } });
  if (!saved.ok) throw new Error(saved.problem.code);
  return saved.value;
};

test('a case is listed, opened, renamed, removed and restored', async () => {
  const { id } = await caseWith(['esa1', 'sma1']);
  const cases = casesHandlers(desk);
  await cases.rename({ id, name: 'Acme, Lyon' });
  expect(await cases.list(null)).toEqual({
    ok: true,
    value: [
      {
        id,
        name: 'Acme, Lyon',
        serviceRequest: null,
        changedAt: at,
        verdict: null,
        primary: [],
        appliances: 2,
        lab: null,
        problem: null,
      },
    ],
  });
  expect(await cases.remove({ id })).toEqual({ ok: true, value: null });
  expect(await cases.list(null)).toEqual({ ok: true, value: [] });
  expect(await cases.restore({ id })).toEqual({ ok: true, value: null });
  expect(await cases.open({ id })).toMatchObject({ ok: true, value: { name: 'Acme, Lyon' } });
});

test('a case that was damaged says so in the list and in its window, and the damage is kept', async () => {
  const { id } = await caseWith(['esa1', 'sma1']);
  await desk.close();
  const path = join(folder, 'cases', id);
  await writeFile(join(path, 'case.json'), '{"notes":"an hour of wo');
  const cases = casesHandlers(desk);
  const recovered = { code: 'case-recovered', where: path, params: { reason: 'case-broken' } };
  expect(await cases.list(null)).toMatchObject({ ok: true, value: [{ id, problem: recovered }] });
  expect(await cases.open({ id })).toMatchObject({ ok: true, value: { troubles: { recovered, unsaved: null } } });
  await cases.rename({ id, name: 'one' });
  await cases.rename({ id, name: 'two' });
  const [aside = ''] = (await readdir(path)).filter((name) => name.startsWith('case.json.unreadable-'));
  expect(await readFile(join(path, aside), 'utf8')).toBe('{"notes":"an hour of wo');
});

test('a case that is open in one program is not opened by another', async () => {
  const { id } = await caseWith([]);
  // The lock of this process is its own; another process is a folder lock of somebody who lives.
  await desk.close();
  await writeFile(
    join(folder, 'cases', id, 'lock'),
    JSON.stringify({ pid: process.ppid, host: (await import('node:os')).hostname(), since: new Date().toISOString() }),
  );
  const other = deskIn(folder);
  expect(await casesHandlers(other).open({ id })).toMatchObject({ ok: false, problem: { code: 'case-locked' } });
  await rm(join(folder, 'cases', id, 'lock'));
  await other.close();
});

test('the site is refused with a path that nobody offered, and with one name twice', async () => {
  const { id, site } = await caseWith(['esa1']);
  const { save } = siteHandlers(desk);
  expect(await save({ id, site: { ...site, materials: ['/etc/passwd'] } })).toMatchObject({
    ok: false,
    problem: { code: 'path-not-offered', where: '/etc/passwd' },
  });
  for (const name of ['esa1', 'ESA1']) {
    const twice = [blankAppliance('esa1', 'esa'), blankAppliance(name, 'sma')];
    expect(await save({ id, site: { ...site, appliances: twice } })).toMatchObject({
      ok: false,
      problem: { code: 'appliance-twice', where: name },
    });
  }
});

test.each(['laptop', 'LAPTOP', 'a:b', 'a@b', 'a/b', 'a\\b', '.esa', '..', 'con', 'nul.txt', ' '])(
  'an appliance cannot be called %s, however it gets its name',
  async (name) => {
    const { id, site } = await caseWith(['esa1']);
    const { save, addAppliance } = siteHandlers(desk);
    const refused = { ok: false, problem: { code: 'appliance-name-refused', where: name } };
    expect(await addAppliance({ id, appliance: blankAppliance(name, 'sma') })).toMatchObject(refused);
    const renamed = site.appliances.map((one) => ({ ...one, name }));
    expect(await save({ id, site: { ...site, appliances: renamed } })).toMatchObject(refused);
  },
);

test('a profile gives the site; its literal password stays in memory', async () => {
  const { id } = await caseWith([]);
  const text = `
direction: esa-to-sma
cluster: standalone
appliances:
  - { name: esa1, role: esa, host: 192.0.2.10, user: admin, auth: { password: s3cret-word } }
  - { name: sma1, role: sma }
`;
  const read = await siteHandlers(desk).importProfile({ id, name: 'site.yaml', text });
  expect(read).toMatchObject({
    ok: true,
    value: { answers: { direction: 'esa-to-sma', cluster: 'standalone' }, secretsHeld: ['esa1'] },
  });
  const onDisk = await readFile(join(folder, 'cases', id, 'case.json'), 'utf8');
  expect(JSON.stringify([read, told]) + onDisk).not.toContain('s3cret-word');
});

const profileText = (auth: string, more = '') => `
direction: esa-to-sma
cluster: standalone
appliances:
  - { name: esa1, role: esa, host: 192.0.2.10, user: admin, auth: ${auth}${more} }
  - { name: sma1, role: sma }
`;

test.each<[string, Partial<Appliance>]>([
  ['a key file', { auth: { kind: 'key', key: '/home/me/.ssh/id_rsa', passphrase: null } }],
  ['a password file', { auth: { kind: 'password', password: { file: '/etc/shadow' } } }],
  ['a variable', { auth: { kind: 'password', password: { env: 'AWS_SECRET_ACCESS_KEY' } } }],
  [
    'a key and a file for its passphrase',
    { auth: { kind: 'key', key: '/home/me/.ssh/id_rsa', passphrase: { file: '/etc/shadow' } } },
  ],
  ['a jump host', { jump: { host: 'evil.example', port: 22, user: 'x', auth: { kind: 'agent' }, hostKey: null } }],
])('the page cannot name %s by itself', async (_what, changed) => {
  const { id, site } = await caseWith(['esa1']);
  const { save, addAppliance } = siteHandlers(desk);
  const refused = (where: string) => ({ ok: false, problem: { code: 'auth-not-offered', where } });
  const appliances = site.appliances.map((one) => ({ ...one, ...changed }));
  expect(await save({ id, site: { ...site, appliances } })).toMatchObject(refused('esa1'));
  const added = { ...blankAppliance('sma1', 'sma'), ...changed };
  expect(await addAppliance({ id, appliance: added })).toMatchObject(refused('sma1'));
});

test('what a profile named stays, while everything else is edited', async () => {
  const { id } = await caseWith([]);
  const key = join(folder, 'id_ed25519');
  const { importProfile, save } = siteHandlers(desk);
  const read = await importProfile({ id, name: 'site.yaml', text: profileText(`{ key: '${key}' }`) });
  if (!read.ok) throw new Error(read.problem.code);
  const { site } = read.value;
  const appliances = site.appliances.map((one) => ({ ...one, name: `${one.name}b`, host: '192.0.2.99' }));
  expect(await save({ id, site: { ...site, appliances } })).toMatchObject({
    ok: true,
    value: {
      site: {
        appliances: [
          { name: 'esa1b', auth: { kind: 'key', key } },
          { name: 'sma1b', auth: null },
        ],
      },
    },
  });
});

test('a profile that counts from its own folder is refused, because nobody here knows that folder', async () => {
  const { id } = await caseWith(['esa1']);
  const text = profileText('{ passwordFile: secrets/esa1 }', ', materials: { logs: [mail_logs] }');
  expect(await siteHandlers(desk).importProfile({ id, name: 'site.yaml', text })).toMatchObject({
    ok: false,
    problem: {
      code: 'profile-relative-path',
      where: 'site.yaml',
      params: { path: expect.stringMatching(/^(secrets\/esa1|mail_logs)$/), more: 1 },
    },
  });
  expect(await casesHandlers(desk).open({ id })).toMatchObject({ value: { site: { appliances: [{ name: 'esa1' }] } } });
});

test('a wrong profile is refused with its place', async () => {
  const { id } = await caseWith([]);
  const text = 'appliances:\n  - { name: esa1, role: esa, sshPort: 70000 }\n';
  expect(await siteHandlers(desk).importProfile({ id, name: 'site.yaml', text })).toMatchObject({
    ok: false,
    problem: { where: expect.stringContaining('appliances[0].sshPort') },
  });
});

test('a secret is held for an appliance of the site only', async () => {
  const { id } = await caseWith(['esa1']);
  const { hold } = secretsHandlers(desk);
  expect(await hold({ id, appliance: 'esa1', secret: 'x' })).toMatchObject({
    ok: true,
    value: { secretsHeld: ['esa1'] },
  });
  expect(await hold({ id, appliance: 'esa9', secret: 'x' })).toMatchObject({
    ok: false,
    problem: { code: 'appliance-unknown' },
  });
});

test('pasted output is kept, recognised and put to its appliance', async () => {
  const { id } = await caseWith(['esa1', 'sma1']);
  const text = await readFile(sample, 'utf8');
  const offered = await materialHandlers(desk).offer({ id, name: '../tophosts.txt', appliance: 'esa1', text });
  expect(offered).toMatchObject({ ok: true, value: { kind: 'cli', command: 'tophosts', appliance: 'esa1' } });
  const view = await casesHandlers(desk).open({ id });
  if (!view.ok) throw new Error(view.problem.code);
  const [cli] = view.value.site.appliances[0]?.materials.cli ?? [];
  expect(cli).toEqual({
    command: 'tophosts',
    file: join(folder, 'cases', id, 'evidence', 'materials', 'tophosts.txt'),
  });
  expect(await readFile(cli?.file ?? '', 'utf8')).toBe(text);
  expect(view.value.materials).toEqual([
    {
      id: 'm1',
      name: 'tophosts.txt',
      kind: 'tophosts',
      appliance: 'esa1',
      bytes: Buffer.byteLength(text),
      problem: null,
    },
  ]);
});

test('what is not recognised is refused and not kept', async () => {
  const { id } = await caseWith(['esa1']);
  expect(await materialHandlers(desk).offer({ id, name: 'x', appliance: null, text: 'hello' })).toMatchObject({
    ok: false,
    problem: { code: 'material-not-recognised' },
  });
});

const observation = (rest: Partial<Observation>): Observation => ({
  id: 'o1',
  step: 'queue@esa1',
  check: 'queue',
  vantage: 'esa1',
  subject: 'esa1',
  peer: null,
  flow: null,
  how: 'live',
  outcome: 'failed',
  reason: 'fault-seen',
  startedAt: at,
  durationMs: 1,
  data: null,
  quotes: [],
  evidence: null,
  ...rest,
});

const quoteFrom = (source: string, line: number, text: string): Quote => ({
  source,
  line,
  quote: text,
  sha256: '0'.repeat(64),
  at: null,
});

/** A case whose one appliance has these logs, and what was observed of it. */
const caseSeeing = async (logs: readonly string[], observations: readonly Observation[]): Promise<string> => {
  const { id } = await caseWith(['esa1']);
  await desk.on(id, (session) =>
    session.change((record) => ({
      ...record,
      site: {
        ...record.site,
        appliances: record.site.appliances.map((one) => ({ ...one, materials: { ...one.materials, logs: [...logs] } })),
      },
      observations: [...observations],
    })),
  );
  return id;
};

test('the lines around a quote come from the raw evidence, or from the file where it lies', async () => {
  const log = join(folder, 'mail.current');
  await writeFile(log, ['one', 'two', 'three', 'four'].join('\n'));
  const evidence = 'evidence/esa1/queue-1.txt';
  const id = await caseSeeing(
    [log],
    [
      observation({ evidence, quotes: [quoteFrom(`cli:${evidence}:2`, 2, 'b')] }),
      observation({ id: 'o2', check: 'mail-logs', quotes: [quoteFrom('log:mail.current:3', 3, 'three')] }),
      observation({ id: 'o3' }),
    ],
  );
  await desk.rooms.store.putEvidence(id, evidence, new TextEncoder().encode('a\r\nb\r\nc\r\n'));
  const { lines } = evidenceHandlers(desk);
  expect(await lines({ id, observation: 'o1', source: `cli:${evidence}:2`, line: 2, around: 1 })).toEqual({
    ok: true,
    value: [
      { line: 1, text: 'a' },
      { line: 2, text: 'b' },
      { line: 3, text: 'c' },
    ],
  });
  expect(await lines({ id, observation: 'o2', source: 'log:mail.current:3', line: 3, around: 1 })).toEqual({
    ok: true,
    value: [
      { line: 2, text: 'two' },
      { line: 3, text: 'three' },
      { line: 4, text: 'four' },
    ],
  });
  expect(await lines({ id, observation: 'o3', source: 'log:mail.current:1', line: 1, around: 1 })).toMatchObject({
    ok: false,
    problem: { code: 'evidence-missing' },
  });
  expect(await lines({ id, observation: 'o9', source: 'log:mail.current:1', line: 1, around: 1 })).toMatchObject({
    ok: false,
    problem: { code: 'observation-unknown' },
  });
});

test('of two files quoted at the same line, each quote is shown from its own', async () => {
  const [current, older] = [join(folder, 'mail.current'), join(folder, 'mail.older')];
  await writeFile(current, 'zero\nof the current one\n');
  await writeFile(older, 'zero\nof the older one\n');
  const sources = ['log:mail.current:2', 'log:mail.older:2'] as const;
  const quotes = [quoteFrom(sources[0], 2, 'of the current one'), quoteFrom(sources[1], 2, 'of the older one')];
  const id = await caseSeeing([current, older], [observation({ check: 'mail-logs', quotes })]);
  const { lines } = evidenceHandlers(desk);
  const shown = async (source: string) => lines({ id, observation: 'o1', source, line: 2, around: 0 });
  expect(await shown(sources[0])).toEqual({ ok: true, value: [{ line: 2, text: 'of the current one' }] });
  expect(await shown(sources[1])).toEqual({ ok: true, value: [{ line: 2, text: 'of the older one' }] });
});

test('lines that may be another file’s are not shown', async () => {
  const twins = [join(folder, 'a', 'mail.log'), join(folder, 'b', 'mail.log')];
  for (const path of twins) {
    await mkdir(dirname(path));
    await writeFile(path, 'the same\n');
  }
  const rotated = join(folder, 'mail.current');
  await writeFile(rotated, 'what came after the rotation\n');
  const quotes = [quoteFrom('log:mail.log:1', 1, 'the same'), quoteFrom('log:mail.current:1', 1, 'what was quoted')];
  const id = await caseSeeing([...twins, rotated], [observation({ check: 'mail-logs', quotes })]);
  for (const { source } of quotes) {
    expect(await evidenceHandlers(desk).lines({ id, observation: 'o1', source, line: 1, around: 0 })).toMatchObject({
      ok: false,
      problem: { code: 'evidence-missing', where: source === 'log:mail.log:1' ? 'mail.log' : source },
    });
  }
});
