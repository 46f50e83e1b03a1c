import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { blankAppliance, blankSite, type Site } from '../../../main/core/model';
import { diagnosed } from '../../support/diagnosed';

/** What a text says outranks the place where it was filed. Shapes: tests/fixtures/cli/status-offline.txt. */
const folder = mkdtempSync(join(tmpdir(), 'speaker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const status = (machine: string, system: string) =>
  `${machine}> status\n\nStatus as of:                  Mon Mar 02 15:17:32 2026 GMT\nSystem status:                 ${system}\nOldest Message:                No Messages\n\n`;

const siteWith = (name: string, kind: 'cli' | 'transcripts', text: string): Site => {
  const file = join(folder, name);
  writeFileSync(file, text);
  const esa = blankAppliance('esa1', 'esa');
  const materials =
    kind === 'cli'
      ? { ...esa.materials, cli: [{ command: 'status', file }] }
      : { ...esa.materials, transcripts: [file] };
  return {
    ...blankSite(),
    direction: 'esa-to-sma',
    appliances: [{ ...esa, materials }, blankAppliance('sma1', 'sma')],
  };
};

const systemsSeen = async (site: Site) => {
  const seen = await diagnosed(site, []);
  seen.remove();
  return seen.observations
    .filter((one) => one.check === 'system-status' && one.data !== null)
    .map((one) => [one.vantage, one.quotes[0]?.quote.trim().split(/\s{2,}/)[1]]);
};

test('a capture of two machines filed under one is dealt out by its prompts', async () => {
  const text = `${status('esa1.example.com', 'Online')}esa1.example.com> \n${status('sma1.example.com', 'Offline')}sma1.example.com> \n`;
  expect(await systemsSeen(siteWith('putty.log', 'transcripts', text))).toEqual([
    ['esa1', 'Online'],
    ['sma1', 'Offline'],
  ]);
});

test('an output filed under the wrong appliance is the other one’s', async () => {
  expect(
    await systemsSeen(siteWith('status.txt', 'cli', `${status('sma1.example.com', 'Offline')}sma1.example.com> `)),
  ).toEqual([['sma1', 'Offline']]);
});

test('a machine name that nobody of the site bears is taken as the engineer filed it', async () => {
  expect(
    await systemsSeen(siteWith('other.txt', 'cli', `${status('mail3.example.net', 'Online')}mail3.example.net> `)),
  ).toEqual([['esa1', 'Online']]);
});
