import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { mayLeave } from '../../main/core/asyncos/dialogue';
import { linesOf, newDesk } from '../support/command-line';
import { pastedAt, type Reached } from '../support/paste';
import { startPractice } from '../support/practice-lab';

const desk = newDesk();
afterAll(() => desk.remove());

/** The offline profile of a scenario, with its materials. */
const profileOf = async (scenario: string): Promise<string> => {
  const ran = await desk.run(['lab', '--scenario', scenario, '--materials', desk.path(scenario), '--json']);
  return JSON.parse(ran.stdout).profile;
};
const written = (name: string, text: string): string => {
  writeFileSync(desk.path(name), text);
  return desk.path(name);
};
const PAIR = 'appliances:\n  - { name: esa1, role: esa }\n  - { name: sma1, role: sma }\n';

describe('collect', () => {
  it('prints exactly the block with --appliance, and what it cannot ask on standard error', async () => {
    const ran = await desk.run(['collect', await profileOf('healthy'), '--appliance', 'esa1']);
    const lines = ran.stdout.split('\n').slice(0, -1);
    expect(ran.code).toBe(0);
    expect(lines.filter((line) => line !== '').map((line) => line.replace(/"[^"]*"/, '"…"'))).toEqual([
      'version',
      'interfaceconfig',
      'tophosts active_rcpts',
      'status',
      'sslconfig',
      'grep -e "…" -i mail_logs',
      'version',
    ]);
    expect(ran.stderr).toContain('esa1: not in the block: Reach the listener.');
    expect(ran.stderr).toContain('telnet');
  });

  // A block follows from roles and cluster mode, not from the fault.
  it.each(['healthy', 'cluster-interface-missing', 'message-bounced'])(
    'holds whole read-only commands and empty lines alone, in %s',
    async (name) => {
      const profile = await profileOf(name);
      for (const appliance of ['esa1', 'sma1']) {
        const { stdout } = await desk.run(['collect', profile, '--appliance', appliance]);
        const lines = stdout.split('\n').slice(0, -1);
        expect([lines[0], lines.at(-1)]).toEqual(['version', 'version']);
        expect(lines.filter((line) => line !== '' && !mayLeave(`${line}\n`))).toEqual([]);
        expect(
          lines.filter((line) =>
            /^(?:\d+|[yn])$|^(?:cluster|netstat|telnet|ping|showconfig|hoststatus|showrecipients)/i.test(line),
          ),
        ).toEqual([]);
      }
    },
  );

  it('types no settings command blind where the appliance may be in a cluster', async () => {
    const unsaid = await desk.run(['collect', written('unsaid.yaml', PAIR), '--appliance', 'esa1']);
    const member = await desk.run([
      'collect',
      written('member.yaml', `cluster: cluster\n${PAIR}`),
      '--appliance',
      'esa1',
    ]);
    for (const { stdout, stderr } of [unsaid, member]) {
      expect(stdout).not.toMatch(/^sslconfig$/m);
      expect(stderr).toContain('In a cluster sslconfig first asks for a level');
    }
    const sma = await desk.run(['collect', desk.path('member.yaml'), '--appliance', 'sma1']);
    expect(sma.stdout).toMatch(/^applianceconfig list$/m);
    expect(sma.stdout).toMatch(/^sslconfig$/m);
  });

  it('heads each block with its appliance where all are printed', async () => {
    const { stdout } = await desk.run(['collect', written('pair.yaml', `cluster: standalone\n${PAIR}`)]);
    expect(linesOf(stdout).filter((line) => line.includes('paste from the next line'))).toEqual([
      'esa1: paste from the next line on, at its prompt',
      'sma1: paste from the next line on, at its prompt',
    ]);
  });

  it('prints one-shot lines with an empty standard input, quoted for a shell', async () => {
    const profile = written(
      'ssh.yaml',
      'cluster: cluster\nappliances:\n  - { name: esa1, role: esa, host: 192.0.2.11, sshPort: 2022, user: reader, auth: { agent: true }, jump: { host: jump.example.com, user: me, auth: { agent: true } } }\n  - { name: sma1, role: sma }\n',
    );
    const ran = await desk.run(['collect', profile, '--appliance', 'esa1', '--ssh']);
    const lines = linesOf(ran.stdout);
    const start = 'ssh -n -J me@jump.example.com -p 2022 reader@192.0.2.11 ';
    expect([ran.code, lines.every((line) => line.startsWith(start) && line.endsWith("'"))]).toEqual([0, true]);
    expect(lines.map((line) => line.slice(start.length))).toContain("'clusterconfig list'");
    expect(lines.map((line) => line.slice(start.length))[0]).toBe("'version'");
  });

  it('prints no line for a name that a shell could take for something else', async () => {
    const profile = written(
      'odd.yaml',
      `${PAIR.replace('role: esa }', "role: esa, host: 192.0.2.1, user: '-oProxyCommand=x', auth: { agent: true } }")}`,
    );
    const ran = await desk.run(['collect', profile, '--appliance', 'esa1', '--ssh']);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('esa1: its user or host holds characters');
  });

  it('does not ask for the files that its own block is to bring', async () => {
    const profile = written(
      'later.yaml',
      PAIR.replace('role: esa }', 'role: esa, materials: { transcripts: [esa1.log] } }'),
    );
    expect((await desk.run(['collect', profile, '--appliance', 'esa1'])).code).toBe(0);
  });

  it.each([
    [['nosuch.yaml'], /^nosuch\.yaml: /],
    [['pair.yaml', '--appliance', 'esa9'], /^esa9: no appliance of this name in the profile; there are: esa1, sma1/],
    [['broken.yaml'], /^broken\.yaml: /],
  ])('%j ends with exit 2 and one line', async (args, said) => {
    written('pair.yaml', PAIR);
    written('broken.yaml', 'appliances: 7\n');
    const ran = await desk.run(['collect', ...args]);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(linesOf(ran.stderr)).toEqual([expect.stringMatching(said)]);
  });

  it('speaks French', async () => {
    const { stdout } = await desk.run(['collect', written('pair.yaml', PAIR), '--lang', 'fr']);
    expect(stdout).toContain('coller à partir de la ligne suivante');
  });

  it('brings the diagnosis: the windows of all machines, one after another, in one unsorted file', async () => {
    const practice = await startPractice(desk, 'tls-anonymous-cipher');
    const site = parse(practice.profile) as { appliances: Reached[] };
    const profile = written('live.yaml', practice.profile);
    const windows: string[] = [];
    for (const appliance of site.appliances) {
      const { stdout } = await desk.run(['collect', profile, '--appliance', appliance.name]);
      windows.push(await pastedAt(appliance, stdout.split('\n').slice(0, -1)));
    }
    await practice.interrupt();
    written('window.log', windows.join('\r\n'));
    const appliances = site.appliances.map(({ name, role, quarantine }) => ({ name, role, quarantine }));
    const offline = { direction: 'esa-to-sma', cluster: 'standalone', appliances, materials: ['window.log'] };
    const ran = await desk.run(['diagnose', written('offline.yaml', stringify(offline)), '--json']);
    expect([ran.code, JSON.parse(ran.stdout).primary]).toEqual([1, ['tls-anonymous-cipher']]);
  });
});
