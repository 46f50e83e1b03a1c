import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CaseStore, openStore } from '../../../main/cases';
import type { CaseRecord, Observation } from '../../../main/core/model';
import { CaseId } from '../../../main/core/model';
import { type TinyDisk, tinyDisk, whyNoTinyDisk } from '../../support/tiny-disk';

const NOW = '2026-11-24T20:40:00.000Z';
const LATER = '2026-11-24T21:00:00.000Z';

let root = '';
let store: CaseStore;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cases-'));
  store = openStore(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const created = async (name = 'Acme GmbH', now = NOW): Promise<CaseRecord> => {
  const made = await store.create(name, now);
  if (!made.ok) throw new Error(made.problem.code);
  return made.value;
};

const observation: Observation = {
  id: 'o1',
  step: 'version@esa1',
  check: 'version',
  vantage: 'esa1',
  subject: 'esa1',
  peer: null,
  flow: null,
  how: 'live',
  outcome: 'passed',
  reason: null,
  startedAt: NOW,
  durationMs: 12,
  data: { version: '14.2.0-620' },
  quotes: [],
  evidence: null,
};

describe('a new case', () => {
  test('stands on the disk at once, with a readable name', async () => {
    const record = await created('Acmé GmbH: Quarantäne/2');
    expect(record.id).toMatch(/^acme-gmbh-quarantane-2-20261124-[0-9a-f]{4}$/);
    expect(await store.open(record.id)).toEqual({ ok: true, value: { record, recovered: null } });
    expect(readdirSync(store.folder(record.id))).toEqual(['case.json']);
  });

  test.each(['', '   ', '../../etc', 'con', '北京', 'x'.repeat(500), '-a-'])(
    'gets a valid id from the name %j',
    async (name) => {
      const record = await created(name);
      expect(CaseId.safeParse(record.id).success).toBe(true);
    },
  );

  test('two of one name on one day do not meet', async () => {
    const [one, other] = [await created(), await created()];
    expect(one.id).not.toBe(other.id);
  });

  test('nothing is written before there is a case', async () => {
    expect(await store.list()).toEqual([]);
    expect(readdirSync(root)).toEqual([]);
  });
});

describe('saving', () => {
  test('keeps the version before it and the order of the calls', async () => {
    const record = await created();
    const notes = ['one', 'two', 'three'];
    await Promise.all(notes.map((text) => store.save({ ...record, notes: text })));
    const previous = JSON.parse(readFileSync(join(store.folder(record.id), 'case.json.previous'), 'utf8'));
    expect(await store.open(record.id)).toMatchObject({ value: { record: { notes: 'three' } } });
    expect(previous.notes).toBe('two');
  });

  test('a record that is none is refused and the good one stays', async () => {
    const record = await created();
    const wrong = { ...record, createdAt: 'x'.repeat(50) };
    expect(await store.save(wrong)).toMatchObject({
      ok: false,
      problem: { code: 'case-broken', params: { at: 'createdAt' } },
    });
    expect(await store.open(record.id)).toMatchObject({ value: { record: { createdAt: NOW } } });
  });

  test('a path is no case id, whoever asks', async () => {
    for (const id of ['../x', 'A', '', '.bin', 'a/b']) {
      expect(await store.open(id)).toMatchObject({ ok: false, problem: { code: 'case-missing' } });
      expect(() => store.folder(id)).toThrow(RangeError);
    }
  });
});

describe('a damaged case', () => {
  test('is answered by the version before it, and says so', async () => {
    const record = await created();
    await store.save({ ...record, notes: 'second' });
    const path = join(store.folder(record.id), 'case.json');
    for (const damage of ['', '{"schema":"cpq-doctor/case/1"', '{}', '\u0000\u0000\u0000']) {
      writeFileSync(path, damage);
      expect(await store.open(record.id)).toMatchObject({
        ok: true,
        value: { record: { notes: '' }, recovered: { code: 'case-recovered', where: store.folder(record.id) } },
      });
    }
  });

  test('is set aside by the first save, and stands there after many', async () => {
    const record = await created();
    await store.save({ ...record, notes: 'second' });
    const path = join(store.folder(record.id), 'case.json');
    const damages = ['{"notes":"an hour of work', '{"notes":"another hour'];
    for (const damage of damages) {
      writeFileSync(path, damage);
      const opened = await store.open(record.id);
      if (!opened.ok) throw new Error(opened.problem.code);
      for (const notes of ['third', 'fourth', 'fifth']) {
        expect(await store.save({ ...opened.value.record, notes })).toEqual({ ok: true, value: null });
      }
    }
    const names = readdirSync(store.folder(record.id)).sort();
    expect(names).toEqual([
      'case.json',
      'case.json.previous',
      expect.stringMatching(/^case\.json\.unreadable-\d{8}T\d{9}Z$/),
      expect.stringMatching(/^case\.json\.unreadable-\d{8}T\d{9}Z$/),
    ]);
    expect(names.slice(2).map((name) => readFileSync(join(store.folder(record.id), name), 'utf8'))).toEqual(damages);
    expect(await store.open(record.id)).toMatchObject({ value: { record: { notes: 'fifth' }, recovered: null } });
  });

  test('is answered so too when case.json is gone altogether', async () => {
    const record = await created();
    await store.save({ ...record, notes: 'second' });
    rmSync(join(store.folder(record.id), 'case.json'));
    expect(await store.open(record.id)).toMatchObject({ value: { recovered: { params: { reason: 'case-missing' } } } });
  });

  test('with nothing before it is a problem that names the place', async () => {
    const record = await created();
    writeFileSync(join(store.folder(record.id), 'case.json'), JSON.stringify({ ...record, notes: 7 }));
    expect(await store.open(record.id)).toMatchObject({
      ok: false,
      problem: { code: 'case-broken', params: { at: 'notes' } },
    });
  });

  test('saved by a newer program is left alone', async () => {
    const record = await created();
    await store.save(record);
    writeFileSync(join(store.folder(record.id), 'case.json'), JSON.stringify({ schema: 'cpq-doctor/case/2' }));
    expect(await store.open(record.id)).toMatchObject({ ok: false, problem: { code: 'case-newer' } });
    expect(await store.save(record)).toMatchObject({ ok: false, problem: { code: 'case-newer' } });
  });

  test('does not hide the other cases, and is listed with its reason', async () => {
    const [old, broken, young] = [await created('a'), await created('b'), await created('c', LATER)];
    writeFileSync(join(store.folder(broken.id), 'case.json'), 'not a case');
    mkdirSync(join(root, 'cases', 'empty-one'));
    writeFileSync(join(root, 'cases', 'readme'), 'a file');
    writeFileSync(join(root, 'cases', '.DS_Store'), '');
    const entries = await store.list();
    expect(entries.map(({ id, problem }) => [id, problem?.code ?? null])).toEqual([
      [young.id, null],
      [old.id, null],
      ...[broken.id, 'empty-one', 'readme'].sort().map((id) => [id, id === broken.id ? 'case-broken' : 'case-missing']),
    ]);
  });
});

test('a run that never ended is found again with its observations', async () => {
  const record = await created();
  await store.save({ ...record, observations: [observation], run: { startedAt: NOW, endedAt: null } });
  const [entry] = await openStore(root).list();
  expect([entry?.interrupted, entry?.record?.observations]).toEqual([true, [observation]]);
});

test('a case folder copied by hand goes by the name of its folder', async () => {
  const record = await created();
  renameSync(store.folder(record.id), join(root, 'cases', 'copied'));
  expect(await store.open('copied')).toMatchObject({ value: { record: { id: 'copied', name: record.name } } });
});

describe('the bin', () => {
  test('takes a removed case with its evidence and gives it back', async () => {
    const record = await created();
    await store.putEvidence(record.id, 'esa1/a.txt', Buffer.from('kept'));
    expect(await store.remove(record.id)).toEqual({ ok: true, value: null });
    expect([await store.list(), (await store.bin()).map(({ id }) => id)]).toEqual([[], [record.id]]);
    expect(await store.open(record.id)).toMatchObject({ ok: false, problem: { code: 'case-missing' } });
    expect(await store.restore(record.id)).toEqual({ ok: true, value: null });
    expect([(await store.list()).map(({ id }) => id), await store.bin()]).toEqual([[record.id], []]);
    expect(await store.readEvidence(record.id, 'evidence/esa1/a.txt')).toEqual({
      ok: true,
      value: Buffer.from('kept'),
    });
  });

  test('a locked case of ours can be removed, and comes back unlocked', async () => {
    const record = await created();
    await store.lock(record.id);
    expect(await store.remove(record.id)).toEqual({ ok: true, value: null });
    await store.restore(record.id);
    expect(readdirSync(store.folder(record.id))).toEqual(['case.json']);
  });

  test('nothing is moved over anything', async () => {
    const record = await created();
    await store.remove(record.id);
    mkdirSync(store.folder(record.id));
    expect(await store.restore(record.id)).toMatchObject({ ok: false, problem: { code: 'case-exists' } });
    expect(existsSync(join(root, 'bin', record.id, 'case.json'))).toBe(true);
  });

  test('what is not there cannot be removed', async () => {
    expect(await store.remove('nobody')).toMatchObject({ ok: false, problem: { code: 'case-missing' } });
  });
});

const why = whyNoTinyDisk();
if (why !== null) console.log(`skipped: no disk of a few KiB here (${why})`);

describe.skipIf(why !== null && !process.env.CI)('a data folder on a bad disk', () => {
  let disk: TinyDisk;
  beforeEach(async () => {
    disk = await tinyDisk(64);
  });
  afterEach(() => disk.release());

  test('a full disk loses nothing that was saved', async () => {
    const small = openStore(disk.path);
    const made = await small.create('full', NOW);
    if (!made.ok) throw new Error(made.problem.code);
    const saved = await small.save({ ...made.value, notes: 'x'.repeat(100_000) });
    expect(saved).toMatchObject({ ok: false, problem: { code: 'disk-full' } });
    expect(await small.putEvidence(made.value.id, 'big.txt', Buffer.alloc(100_000))).toMatchObject({
      ok: false,
      problem: { code: 'disk-full' },
    });
    expect(await small.open(made.value.id)).toEqual({ ok: true, value: { record: made.value, recovered: null } });
  });

  test('a read-only folder is said to be one', async () => {
    await disk.makeReadOnly();
    expect(await openStore(disk.path).create('no', NOW)).toMatchObject({
      ok: false,
      problem: { code: 'folder-read-only' },
    });
  });
});
