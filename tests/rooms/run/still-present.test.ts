import { expect, test } from 'vitest';
import { type Appliance, blankAppliance, blankSite, type Observation, type Site } from '../../../main/core/model';
import { stillPresent } from '../../../main/run';

const at = '2026-11-24T20:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000);

const site: Site = {
  ...blankSite(),
  appliances: [
    { ...blankAppliance('esa1', 'esa'), host: '192.0.2.10', user: 'admin' },
    { ...blankAppliance('sma1', 'sma'), host: '192.0.2.20', user: 'admin' },
  ],
};
const changed = (name: string, change: Partial<Appliance>): Site => ({
  ...site,
  appliances: site.appliances.map((one) => (one.name === name ? { ...one, ...change } : one)),
});

const seen = (id: string, rest: Partial<Observation> = {}): Observation => ({
  id,
  step: id,
  check: 'queue',
  vantage: 'esa1',
  subject: 'esa1',
  peer: null,
  flow: null,
  how: 'live',
  outcome: 'passed',
  reason: null,
  startedAt: at,
  durationMs: 0,
  data: null,
  quotes: [],
  evidence: null,
  ...rest,
});
const of = {
  esa: seen('esa'),
  sma: seen('sma', { vantage: 'sma1', subject: 'sma1' }),
  path: seen('path', { subject: 'sma1:7025', peer: 'sma1', flow: 'esa-to-sma' }),
  laptop: seen('laptop', { vantage: 'laptop', subject: 'sma1:7025', peer: 'esa1' }),
  file: seen('file', { how: 'material' }),
};
const ids = (after: Site, minutes = 1, before: Site | null = site) =>
  stillPresent(Object.values(of), before, after, later(minutes)).map((one) => one.id);

test('all of it, on the same site, for half an hour', () => {
  expect(ids(site, 30)).toEqual(['esa', 'sma', 'path', 'laptop', 'file']);
  expect(ids(site, 31)).toEqual([]);
  expect(ids(site, -2)).toEqual([]);
});

test('each by its own age, counted from its end', () => {
  const old = seen('old', { startedAt: later(-40).toISOString(), durationMs: 5 * 60_000 });
  const long = seen('long', { startedAt: later(-40).toISOString(), durationMs: 15 * 60_000 });
  expect(stillPresent([old, long], site, site, later(1)).map((one) => one.id)).toEqual(['long']);
});

test.each<[string, Partial<Appliance>]>([
  ['host', { host: '192.0.2.99' }],
  ['port', { sshPort: 2222 }],
  ['user', { user: 'other' }],
  ['way in', { auth: { kind: 'agent' } }],
  ['host key', { hostKey: `SHA256:${'A'.repeat(43)}` }],
  ['listener', { quarantine: { interface: 'Data 2', address: null, port: null } }],
  ['role', { role: 'esa' }],
])('nothing that names an appliance whose %s was changed', (_what, change) => {
  expect(ids(changed('sma1', change))).toEqual(['esa', 'file']);
});

test('nothing of an appliance that was renamed, taken out or not there before', () => {
  expect(ids(changed('sma1', { name: 'sma9' }))).toEqual(['esa', 'file']);
  expect(ids({ ...site, appliances: site.appliances.slice(0, 1) })).toEqual(['esa', 'file']);
  expect(ids(site, 1, { ...site, appliances: site.appliances.slice(0, 1) })).toEqual(['esa', 'file']);
});

test('live answers, but not what was read from files, where material was added', () => {
  const materials = { ...blankAppliance('esa1', 'esa').materials, logs: ['/logs/mail.current'] };
  expect(ids(changed('esa1', { materials }))).toEqual(['esa', 'sma', 'path', 'laptop']);
});

test('nothing where nobody knows the site it was seen on', () => {
  expect(ids(site, 1, null)).toEqual([]);
});
