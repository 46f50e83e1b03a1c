import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { causes } from '../../main/core/diagnosis';
import { CaseRecord, DiagnosisDocument } from '../../main/core/model';
import { linesOf, newDesk, type Ran } from '../support/command-line';
import { unfoundQuotes } from '../support/quotes';

const desk = newDesk();
afterAll(() => desk.remove());

const documentOf = ({ stdout }: Ran): DiagnosisDocument => DiagnosisDocument.parse(JSON.parse(stdout));

const expected = {
  healthy: { code: 0, verdict: 'healthy', primary: [] },
  'path-refused': { code: 1, verdict: 'fault', primary: ['path-refused'] },
  'path-timeout': { code: 1, verdict: 'fault', primary: ['path-timeout'] },
  'listener-suspended': { code: 1, verdict: 'fault', primary: ['listener-suspended'] },
  'tls-anonymous-cipher': { code: 1, verdict: 'fault', primary: ['tls-anonymous-cipher'] },
  'tls-intercepted': { code: 1, verdict: 'fault', primary: ['tls-intercepted'] },
  'cluster-interface-missing': { code: 1, verdict: 'fault', primary: ['cluster-interface-missing'] },
  'queue-backlog': { code: 1, verdict: 'fault', primary: ['queue-backlog'] },
};

/** Every code that applies to the direction stands once for each pair: no gap, no double. */
const keysOf = (document: DiagnosisDocument): string[] =>
  document.findings.map((one) => `${one.code} ${one.direction} ${one.appliances.join()}`);

/** Of the greyed Enable button; nobody asks for them when mail is missing. */
const ONLY_ENABLING = [
  'enable-button-greyed',
  'uncommitted-changes',
  'not-administrator-account',
  'migration-incomplete',
];

const wantedKeys = (document: DiagnosisDocument): string[] => {
  const pairs = new Set(document.findings.map((one) => `${one.direction} ${one.appliances.join()}`));
  return [...pairs].flatMap((pair) =>
    causes
      .filter((one) => one.flows.some((flow) => pair.startsWith(`${flow} `)) && !ONLY_ENABLING.includes(one.code))
      .map((one) => `${one.code} ${pair}`),
  );
};

describe.each(Object.entries(expected))('diagnose --lab %s --json', (scenario, { code, verdict, primary }) => {
  it('names the cause, proves it, and says what it asked', async () => {
    const folder = desk.path('cases', scenario);
    const ran = await desk.run(['diagnose', '--lab', scenario, '--json', '--case', folder]);
    const document = documentOf(ran);
    expect({ code: ran.code, verdict: document.verdict, primary: document.primary }).toEqual({
      code,
      verdict,
      primary,
    });
    expect(unfoundQuotes(document, folder, folder)).toEqual([]);
    expect(keysOf(document).sort()).toEqual(wantedKeys(document).sort());
    expect(document.durationMs).toBeGreaterThan(0);
    expect(document.durationMs).toBeLessThanOrEqual(Math.ceil(ran.ms));
    const asked = document.observations.filter((one) => one.how === 'live' && one.outcome !== 'skipped');
    expect(asked.every((one) => one.durationMs >= 0 && one.evidence !== null)).toBe(true);
    expect(document.footprint.length).toBeGreaterThanOrEqual(asked.length);
    expect(document.footprint.every((one) => one.leaves !== '' && !Number.isNaN(Date.parse(one.at)))).toBe(true);
    for (const one of document.findings.filter((finding) => finding.status === 'confirmed'))
      expect({ code: one.code, evidence: one.evidence.length > 0, remedy: one.remedy.length > 0 }).toEqual({
        code: one.code,
        evidence: true,
        remedy: true,
      });
  });
});

it('plays the default scenario when neither a site nor a scenario is named, and keeps the case among the user’s', async () => {
  const ran = await desk.run(['diagnose', '--json']);
  expect(documentOf(ran).primary).toEqual(['tls-anonymous-cipher']);
  const said = linesOf(ran.stderr).filter((line) => line.includes(desk.data));
  expect(said).toHaveLength(1);
  const [id = ''] = readdirSync(`${desk.data}/cases`);
  expect(said[0]?.endsWith(`${desk.data}/cases/${id}`)).toBe(true);
  const record = CaseRecord.parse(JSON.parse(readFileSync(`${desk.data}/cases/${id}/case.json`, 'utf8')));
  expect(record.run?.endedAt).not.toBeNull();
  expect(record.observations.map((one) => one.id)).toEqual(documentOf(ran).observations.map((one) => one.id));
});

it('keeps the evidence, the notes and the ledger of an earlier run in the same case', async () => {
  const folder = desk.path('twice');
  const first = documentOf(await desk.run(['diagnose', '--lab', 'healthy', '--json', '--case', folder]));
  const second = documentOf(await desk.run(['diagnose', '--lab', 'path-refused', '--json', '--case', folder]));
  expect(unfoundQuotes(first, folder, folder)).toEqual([]);
  expect(unfoundQuotes(second, folder, folder)).toEqual([]);
  const record = CaseRecord.parse(JSON.parse(readFileSync(`${folder}/case.json`, 'utf8')));
  expect(record.footprint).toHaveLength(first.footprint.length + second.footprint.length);
  expect(record.lab).toBe('path-refused');
});

it('is told in text by default, the sentence first, with nothing but words on standard output', async () => {
  const ran = await desk.run(['diagnose', '--lab', 'listener-suspended']);
  const [verdict, waiting, condition, ...rest] = linesOf(ran.stdout);
  expect([verdict, waiting?.replaceAll(/\d/g, '#'), condition?.includes('no source says')]).toEqual([
    'A fault was found.',
    expect.stringMatching(
      /^ {2}esa#: #+ wait in the\.cpq\.host\. At this rate the first message bounces at #{4}-##-## ##:## UTC\.$/,
    ),
    true,
  ]);
  expect(rest.slice(0, 2)).toEqual([
    'Confirmed: Quarantine listener suspended (esa1 > sma1)',
    '  The quarantine listener of sma1 is suspended. esa1 is refused and keeps the mail.',
  ]);
  expect(ran.stdout).not.toMatch(/\{\{|[a-z]+-[a-z-]+\.[a-z]+\.|undefined|esa-to-sma/);
  expect(ran.code).toBe(1);
});
