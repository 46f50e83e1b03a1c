import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommand, readTranscript } from '../../../main/core/asyncos';
import { decodeConfig, readConfig } from '../../../main/core/asyncos/config';
import { readProfile } from '../../../main/core/site';
import { scenarios, writeMaterials } from '../../../main/lab';

const now = new Date(Date.UTC(2026, 10, 24, 20, 40));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-materials-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = async (scenario: string, esas?: number) => {
  const target = join(folder, `${scenario}-${esas ?? 'usual'}`);
  const written = await writeMaterials({ scenario, now, folder: target, ...(esas === undefined ? {} : { esas }) });
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  const text = await readFile(written.value.profile, 'utf8');
  const profile = readProfile(text, { resolve: (path) => resolve(target, path) });
  if (!profile.ok) throw new Error(JSON.stringify(profile.problems));
  return { target, files: written.value.files, site: profile.site };
};

describe('the written materials of a scenario', () => {
  it('are named by a profile without hosts', async () => {
    const { target, files, site } = await write('healthy');
    expect(files.map((file) => relative(target, file)).sort()).toEqual(
      [
        'esa1/cli/date.txt',
        'esa1/cli/displayalerts.txt',
        'esa1/cli/interfaceconfig.txt',
        'esa1/cli/listenerconfig.txt',
        'esa1/cli/logconfig.txt',
        'esa1/cli/netstat.txt',
        'esa1/cli/showrecipients.txt',
        'esa1/cli/sslconfig.txt',
        'esa1/cli/status-detail.txt',
        'esa1/cli/status.txt',
        'esa1/cli/telnet-sma1.txt',
        'esa1/cli/tophosts.txt',
        'esa1/cli/version.txt',
        'esa1/cli/workqueue.txt',
        'esa1/config.xml',
        'esa1/mail_logs/mail.@20261124T191000.s',
        'esa1/mail_logs/mail.@20261124T195500.c',
        'esa1/quarantine.pcap',
        'esa1/terminal.log',
        'site.yaml',
        'sma1/cli/applianceconfig.txt',
        'sma1/cli/date.txt',
        'sma1/cli/displayalerts.txt',
        'sma1/cli/interfaceconfig.txt',
        'sma1/cli/logconfig.txt',
        'sma1/cli/netstat.txt',
        'sma1/cli/sslconfig.txt',
        'sma1/cli/status-detail.txt',
        'sma1/cli/status.txt',
        'sma1/cli/telnet-esa1.txt',
        'sma1/cli/tophosts.txt',
        'sma1/cli/version.txt',
        'sma1/cli/workqueue.txt',
        'sma1/config.xml',
        'sma1/mail_logs/mail.@20261124T191000.s',
        'sma1/mail_logs/mail.@20261124T195500.c',
        'sma1/quarantine.pcap',
        'sma1/terminal.log',
      ].sort(),
    );
    const named = site.appliances.flatMap(({ materials: { logs, config, cli, transcripts, captures } }) => [
      ...logs,
      ...(config === null ? [] : [config]),
      ...cli.map(({ file }) => file),
      ...transcripts,
      ...captures,
    ]);
    expect([...named, join(target, 'site.yaml')].sort()).toEqual([...files].sort());
    expect(site.appliances.map(({ host, auth }) => ({ host, auth }))).toEqual([
      { host: null, auth: null },
      { host: null, auth: null },
    ]);
  });

  it.each(scenarios)('are understood whole in $name', async ({ name }) => {
    const { site } = await write(name, 2);
    for (const { role, materials } of site.appliances) {
      for (const { command, file } of materials.cli) {
        const { error, unrecognised } = readCommand(command, await readFile(file, 'latin1'));
        expect({ file, error, unrecognised }).toEqual({ file, error: null, unrecognised: [] });
      }
      const config = readConfig(decodeConfig(await readFile(materials.config ?? '')));
      expect(config).toMatchObject({ ok: true, value: { role } });
      const capture = readTranscript(await readFile(materials.transcripts[0] ?? '', 'latin1'));
      expect(capture.parts.map(({ command, error }) => [command, error?.code ?? null])).toEqual([
        ['version', null],
        ['status', null],
        ['tophosts', null],
        ['interfaceconfig', null],
        ['exit', 'no-reader'],
      ]);
    }
  });

  it('say which folder cannot be written to', async () => {
    const blocked = join(folder, 'a-file');
    await writeFile(blocked, '');
    const answer = await writeMaterials({ scenario: 'healthy', now, folder: join(blocked, 'inside') });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'folder-missing' } });
    expect(await readdir(folder)).toContain('a-file');
  });
});
