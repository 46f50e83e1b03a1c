import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuthContext } from 'ssh2';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runDiagnosis } from '../../../main/cli/diagnose';
import { answerQuestion } from '../../../main/cli/diagnose/answer-question';
import { openDoor } from '../../../main/cli/door';
import { printable, printableJson } from '../../../main/cli/printable';
import { question } from '../../../main/cli/question';
import type { Language } from '../../../main/core/model';
import { typist } from '../../support/typist';
import { type Fake, FINGERPRINT, fakeAppliance } from '../ssh/fake-appliance';

const never = new AbortController().signal;
let said: string[] = [];
beforeEach(() => {
  said = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a question on the terminal', () => {
  test.each([
    ['seen', true],
    ['unseen', false],
  ])('is answered by a line that is typed %s', async (_how, echo) => {
    const at = typist();
    at.on('Code: ', '123456\r');
    expect(await question('Code: ', { echo, signal: never }, at.terminal)).toBe('123456');
    expect(at.screen()).toContain('Code: ');
    expect(at.screen().includes('123456')).toBe(echo);
  });

  test.each([
    ['Control-C', '\x03', 1],
    ['Control-D', '\x04', 0],
  ])('is left by %s', async (_name, keys, interrupts) => {
    const at = typist();
    at.on('Code: ', keys);
    expect(await question('Code: ', { echo: false, signal: never }, at.terminal)).toBeNull();
    expect(at.interrupts()).toBe(interrupts);
  });

  test('is left when nobody waits for the answer any more', async () => {
    const [at, over] = [typist(), new AbortController()];
    const answer = question('Code: ', { echo: true, signal: over.signal }, at.terminal);
    over.abort();
    expect([await answer, await question('Code: ', { echo: true, signal: over.signal }, at.terminal)]).toEqual([
      null,
      null,
    ]);
  });
});

describe('the door', () => {
  test('asks one thing after another, and holds its lines back meanwhile', async () => {
    const at = typist();
    const door = openDoor('en', never, at.terminal);
    const asked = ['first? ', 'second? '].map((text) => door.ask(text, { echo: true, signal: never }));
    await vi.waitFor(() => expect(at.screen()).toContain('first? '));
    door.say('cli:laptop');
    expect([at.screen().includes('second? '), said]).toEqual([false, []]);
    at.on('first? ', 'one\r');
    at.on('second? ', 'two\r');
    expect(await Promise.all(asked)).toEqual(['one', 'two']);
    expect(said).toEqual([`${door.words.say('cli:laptop')}\n`]);
  });

  test('asks nobody where there is no terminal', async () => {
    expect(await openDoor('en', never).ask('Code: ', { echo: true, signal: never })).toBeNull();
    expect(said).toEqual([]);
  });

  test('lets no escape sequence of an appliance through to a terminal', async () => {
    const out: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
    const door = openDoor('en', never);
    door.print('\x1b]52;c;aGk=\x07name\u202e\r\nnext\tline');
    door.printJson({ quote: '\x1b]0;title\x07\x9b2J\u202e' });
    door.complain({ code: 'input-folder', where: '\x1b]0;title\x07', params: {} });
    expect(out[0]).toBe('\ufffd]52;c;aGk=\ufffdname\ufffd\nnext\tline\n');
    expect(JSON.parse(out[1] ?? '')).toEqual({ quote: '\x1b]0;title\x07\x9b2J\u202e' });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is shown.
    expect([...out, ...said].join('')).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]/);
  });

  test('keeps every other character, and a JSON text its meaning', () => {
    const text = 'Réf.\u202f: 漢字 😀\n\tü';
    expect([printable(text), printableJson(JSON.stringify(text))]).toEqual([text, JSON.stringify(text)]);
  });
});

describe('what a second factor asks', () => {
  const asks = (...prompts: readonly (readonly [string, boolean])[]) => ({
    instructions: 'RADIUS',
    prompts: prompts.map(([text, echo]) => ({ text, echo })),
    signal: never,
  });

  test.each([
    ['en', 'esa1 asks (Enter alone gives up): RADIUS Token: '],
    ['fr', 'esa1 demande (Entrée seule pour renoncer)\u202f: RADIUS Token: '],
  ] as const)('is put in its own words, prompt by prompt (%s)', async (language: Language, words) => {
    const at = typist();
    at.on('Token: ', '123456\r');
    at.on('PIN: ', '77\r');
    const door = openDoor(language, never, at.terminal);
    expect(await answerQuestion('esa1', asks(['Token:', true], ['PIN:', false]), door)).toEqual(['123456', '77']);
    expect(at.screen()).toContain(words);
    expect(at.screen()).toContain('123456');
    expect(at.screen()).not.toContain('77');
  });

  test('that gets no answer is given up whole; Enter alone answers only what waits for it', async () => {
    const at = typist();
    const door = openDoor('en', never, at.terminal);
    at.on('Token: ', '123456\r');
    at.on('PIN: ', '\r');
    expect(await answerQuestion('esa1', asks(['Token:', true], ['PIN:', false]), door)).toBeNull();
    at.on('ENTER: ', '\r');
    expect(await answerQuestion('esa1', asks(['Approve it, then press ENTER:', true]), door)).toEqual(['']);
  });
});

describe('a diagnosis at a terminal', () => {
  let folder = '';
  let fake: Fake;
  let typed: string[][] = [];
  const authenticate = (context: AuthContext) => {
    if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
    context.prompt([{ prompt: 'Password: ', echo: false }], (passwords) =>
      context.prompt(
        [
          { prompt: 'Token\x1b]0;x\x07: ', echo: true },
          { prompt: 'PIN: ', echo: false },
        ],
        'RADIUS',
        (codes) => {
          typed.push([...passwords, ...codes]);
          context.accept();
        },
      ),
    );
  };
  beforeEach(async () => {
    typed = [];
    folder = mkdtempSync(join(tmpdir(), 'cpq-asking-'));
    vi.stubEnv('CPQ_DOCTOR_DATA', join(folder, 'data'));
    fake = await fakeAppliance({ authenticate, shell: (channel) => channel.write('esa1.example.com> ') });
    const appliance = (name: string, role: string, more: string) =>
      `  - {name: ${name}, role: ${role}, host: 127.0.0.1, user: admin, ${more}}\n`;
    const esa = appliance(
      'esa1',
      'esa',
      `sshPort: ${fake.port}, hostKey: "${FINGERPRINT}", auth: {password: {given: true}}`,
    );
    writeFileSync(join(folder, 'site.yaml'), `direction: esa-to-sma\nappliances:\n${esa}`);
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    return async () => {
      vi.unstubAllEnvs();
      await fake.close();
      rmSync(folder, { recursive: true, force: true });
    };
  });
  const diagnose = (terminal: Parameters<typeof openDoor>[2]) =>
    runDiagnosis(
      join(folder, 'site.yaml'),
      { only: ['ssh-session'], case: join(folder, 'case'), json: true },
      openDoor('en', never, terminal),
    );

  test('is asked the password before anything is connected, and the codes in the words of the appliance', async () => {
    const at = typist();
    at.on('Password of admin at esa1 (127.0.0.1), Enter alone for none: ', 'sw0rdfish\r');
    at.on('RADIUS Token ]0;x : ', '123456\r');
    at.on('PIN: ', '7788\r');
    await diagnose(at.terminal);
    expect(typed).toEqual([['sw0rdfish', '123456', '7788']]);
    expect(at.screen() + said.join('')).not.toMatch(/sw0rdfish|7788/);
    expect(at.screen()).toContain('123456');
  });

  test('without a terminal nobody is asked, and the login says what it lacks', async () => {
    await diagnose(null);
    expect({ typed, told: said.join('').includes('esa1 (127.0.0.1') }).toEqual({ typed: [], told: true });
  });
});
