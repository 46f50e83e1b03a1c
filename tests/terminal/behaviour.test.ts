import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CaseRecord } from '../../main/core/model';
import { linesOf, newDesk, STACK } from '../support/command-line';
import { listenAs } from '../support/listener';

const desk = newDesk();
afterAll(() => desk.remove());

/** Listens, and never says a word: SSH and SMTP wait for a greeting there. */
const silent = () => listenAs(() => undefined);

const siteAt = (name: string, sshPort: number, port: number): string => {
  writeFileSync(
    desk.path(name),
    `direction: esa-to-sma
cluster: standalone
appliances:
  - { name: esa1, role: esa, host: 127.0.0.1, sshPort: ${sshPort}, user: admin, auth: { password: { env: WORD } }, quarantine: { address: 127.0.0.1, port: ${port} } }
  - { name: sma1, role: sma, host: 127.0.0.1, sshPort: ${sshPort}, user: admin, auth: { password: { env: WORD } }, quarantine: { address: 127.0.0.1, port: ${port} } }
`,
  );
  return name;
};

describe('--dry-run', () => {
  it('says every connection and command with its reason, and opens none', async () => {
    const peer = await silent();
    const name = siteAt('dry.yaml', peer.port, peer.port);
    const text = await desk.run(['diagnose', name, '--dry-run']);
    const json = await desk.run(['diagnose', name, '--dry-run', '--json']);
    expect([text.code, json.code, text.stderr, json.stderr, peer.accepted()]).toEqual([0, 0, '', '', 0]);
    await peer.close();
    expect(text.stdout).toContain(`SSH 127.0.0.1:${peer.port}, admin`);
    expect(text.stdout).toContain(`telnet (interface Auto, host 127.0.0.1, port ${peer.port})`);
    expect(text.stdout).toContain(`127.0.0.1:${peer.port}, SMTP STARTTLS`);
    expect(linesOf(text.stdout).at(-1)).toMatch(/Nothing was opened\.$/);
    const { schema, steps } = JSON.parse(json.stdout);
    expect(schema).toBe('cpq-doctor/plan/1');
    for (const step of steps.filter((one: { skip: string | null }) => one.skip === null))
      expect({ id: step.id, sends: typeof step.sends }).toEqual({ id: step.id, sends: 'string' });
    expect(existsSync(`${desk.data}/cases`)).toBe(false);
  });
});

describe('time and interrupts', () => {
  it('--timeout ends a run that gets no answer, with a document, a case, and exit 3', async () => {
    const peer = await silent();
    const ran = await desk.run(
      ['diagnose', siteAt('slow.yaml', peer.port, peer.port), '--json', '--timeout', '1', '--case', 'slow'],
      { env: { WORD: 'x-4711' } },
    );
    await peer.close();
    const document = JSON.parse(ran.stdout);
    expect({ code: ran.code, verdict: document.verdict }).toEqual({ code: 3, verdict: 'inconclusive' });
    expect(document.durationMs).toBeLessThan(4000);
    expect(document.observations.map((one: { reason: string }) => one.reason)).toContain('out-of-time');
    expect(readdirSync(desk.path('slow'))).toContain('case.json');
  });

  it('an interrupt ends a diagnosis with its document, a saved case, no lock, and exit 3', async () => {
    const peer = await silent();
    const running = desk.start(['diagnose', siteAt('stuck.yaml', peer.port, peer.port), '--json', '--case', 'stuck'], {
      env: { WORD: 'x-4711' },
    });
    await running.says('stderr', 'esa1: Log in, at most');
    running.child.kill('SIGINT');
    const ran = await running.ended;
    await peer.close();
    expect({ code: ran.code, verdict: JSON.parse(ran.stdout).verdict }).toEqual({ code: 3, verdict: 'inconclusive' });
    expect(linesOf(ran.stderr).at(-1)).toBe('Interrupted. The case holds what was seen until then.');
    expect(readdirSync(desk.path('stuck'))).not.toContain('lock');
    const record = CaseRecord.parse(JSON.parse(readFileSync(desk.path('stuck', 'case.json'), 'utf8')));
    expect(record.run?.endedAt).not.toBeNull();
    expect(record.observations.length).toBe(JSON.parse(ran.stdout).observations.length);
  });

  it('a case that another program holds is left alone', async () => {
    const peer = await silent();
    const name = siteAt('held.yaml', peer.port, peer.port);
    const first = desk.start(['diagnose', name, '--case', 'held'], { env: { WORD: 'x-4711' } });
    await first.says('stderr', 'esa1: Log in, at most');
    const second = await desk.run(['diagnose', '--lab', 'healthy', '--case', 'held']);
    first.child.kill('SIGINT');
    await first.ended;
    await peer.close();
    expect({ code: second.code, lines: linesOf(second.stderr) }).toEqual({
      code: 2,
      lines: [expect.stringMatching(/held: the case is open elsewhere \(process \d+ on /)],
    });
  });
});

describe('--only', () => {
  it('asks the named check and what it needs, and nothing else', async () => {
    const ran = await desk.run(['diagnose', '--lab', 'path-refused', '--json', '--only', 'queue']);
    const asked = JSON.parse(ran.stdout)
      .observations.filter((one: { outcome: string }) => one.outcome !== 'skipped')
      .map((one: { check: string }) => one.check);
    expect([...new Set(asked)].sort()).toEqual(['queue', 'ssh-session']);
  });
});

describe('standard output', () => {
  it('may be closed early by its reader', async () => {
    const program = resolve('out/main/cli.js');
    const piped = spawn(
      '/bin/sh',
      ['-c', `"$0" "$1" schema diagnosis | head -n 1; "$0" "$1" causes | head -n 1`, process.execPath, program],
      {
        env: { PATH: process.env.PATH ?? '' },
      },
    );
    let told = '';
    for (const stream of [piped.stdout, piped.stderr]) stream.setEncoding('utf8').on('data', (text) => (told += text));
    await new Promise((answer) => piped.once('close', answer));
    expect(linesOf(told)).toHaveLength(2);
    expect(told).not.toMatch(STACK);
  });

  it.each([
    ['causes', '--json'],
    ['lab', '--list', '--json'],
    ['ciphers', 'HIGH', '--json'],
    ['schema', 'diagnosis'],
  ])('%s %s holds one JSON document and nothing else', async (...args) => {
    const ran = await desk.run(args);
    expect(JSON.parse(ran.stdout)).toBeTypeOf('object');
    expect(ran.stderr).toBe('');
  });
});

describe('the language', () => {
  it.each([
    [['--lang', 'fr', 'causes', 'path-refused'], {}],
    [['causes', '--lang', 'fr', 'path-refused'], {}],
    [['causes', 'path-refused', '--lang=fr'], {}],
    [['causes', 'path-refused'], { LANG: 'fr_CA.UTF-8' }],
  ] as const)('%j is French', async (args, env) => {
    expect((await desk.run(args, { env })).stdout).toContain('Connexion refusée');
  });

  it('English is what an unknown environment gets, and codes are the same in both', async () => {
    const codes = async (...args: string[]) =>
      JSON.parse((await desk.run(['causes', '--json', ...args])).stdout).causes.map(
        (one: { code: string }) => one.code,
      );
    expect(await codes('--lang', 'fr')).toEqual(await codes());
    expect((await desk.run(['causes', 'path-refused'], { env: { LANG: 'de_DE' } })).stdout).toContain(
      'Connection refused',
    );
  });
});

describe('help', () => {
  it('stands on standard output with exit 0 where it was asked for', async () => {
    for (const args of [['--help'], ['diagnose', '--help'], ['bundle', 'create', '-h']]) {
      const ran = await desk.run(args);
      expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
      expect(ran.stdout).toMatch(/^Usage: cpq-doctor/);
    }
    expect(await desk.run(['--version'])).toMatchObject({ code: 0, stdout: `${version()}\n` });
  });

  it('stands on standard error with exit 2 where no command was named', async () => {
    const ran = await desk.run([]);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('diagnose');
  });
});

const version = (): string => JSON.parse(readFileSync('package.json', 'utf8')).version;

/** Far above what it takes (0.2 s on a quiet machine), so that only a heavy import, never a busy machine, fails it. */
it('starts in well under a second', async () => {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) times.push((await desk.run(['ciphers', 'HIGH', '--json'])).ms);
  console.info(`ciphers HIGH --json: ${times.map((one) => Math.round(one)).join(', ')} ms`);
  expect(Math.min(...times)).toBeLessThan(800);
});
