import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf, newDesk, STACK } from '../support/command-line';

const desk = newDesk();
afterAll(() => desk.remove());
beforeAll(() => {
  writeFileSync(
    desk.path('noise.bin'),
    Uint8Array.from({ length: 4096 }, (_, index) => (index * 89 + 7) % 251),
  );
  mkdirSync(desk.path('folder.yaml'));
});

const profile = (name: string, text: string | Uint8Array): string => {
  writeFileSync(desk.path(name), text);
  return name;
};

const PAIR = '  - { name: sma1, role: sma }\n';

const refused: readonly [string, string | null, RegExp][] = [
  [
    'typo.yaml',
    `applianses:\n${PAIR}`,
    /^typo\.yaml: applianses \(line 1\): the key applianses is unknown\. .*appliances\.$/,
  ],
  [
    'type.yaml',
    `appliances:\n  - { name: esa1, role: esa, sshPort: twenty }\n${PAIR}`,
    /^type\.yaml: appliances\[0\]\.sshPort \(line 2\): .*Write a number\.$/,
  ],
  [
    'missing.yaml',
    `appliances:\n  - { name: esa1, role: esa, materials: { logs: [nosuch.log] } }\n${PAIR}`,
    /^missing\.yaml: appliances\[0\]\.materials\.logs\[0\]: .*nosuch\.log does not exist.*correct the path/,
  ],
  [
    'twice.yaml',
    'appliances:\n  - { name: esa1, role: esa }\n  - { name: esa1, role: sma }\n',
    /^twice\.yaml: appliances\[1\]\.name \(line 3\): the name esa1 is already used on line 2\./,
  ],
  [
    'port.yaml',
    `appliances:\n  - { name: esa1, role: esa, quarantine: { port: 70000 } }\n${PAIR}`,
    /^port\.yaml: appliances\[0\]\.quarantine\.port \(line 2\): the value 70000 is not possible\. Write a port from 1 to 65535\.$/,
  ],
  ['broken.yaml', 'appliances:\n  - { name: esa1\n', /^broken\.yaml: Line 3, column 1: .*neither valid YAML nor JSON/],
  ['empty.yaml', '', /^empty\.yaml: The profile is empty\. Name at least one appliance/],
  ['folder.yaml', null, /^folder\.yaml: this is a folder; name a file$/],
  ['noise.bin', null, /^noise\.bin: this is not a text file; a site profile is YAML or JSON$/],
  ['nosuch.yaml', null, /^nosuch\.yaml: no such file; check the name$/],
];

describe('a profile that cannot be used', () => {
  it.each(refused)(
    '%s: one line says what, where and what to do; nothing is printed, no case is made',
    async (name, text, said) => {
      if (text !== null) profile(name, text);
      const ran = await desk.run(['diagnose', name, '--json', '--case', 'never']);
      expect({ code: ran.code, stdout: ran.stdout, lines: linesOf(ran.stderr) }).toEqual({
        code: 2,
        stdout: '',
        lines: [expect.stringMatching(said)],
      });
      expect((await desk.run(['bundle', 'create', 'never', '-o', 'never.zip'])).code).toBe(2);
    },
  );

  it('has each of its mistakes named at once, in French as well', async () => {
    const name = profile(
      'two.yaml',
      `direction: sideways\nappliances:\n  - { name: e, role: esa, sshPort: 0 }\n${PAIR}`,
    );
    const ran = await desk.run(['--lang', 'fr', 'diagnose', name]);
    expect({ code: ran.code, lines: linesOf(ran.stderr) }).toEqual({
      code: 2,
      lines: [
        expect.stringMatching(/^two\.yaml: direction \(ligne 1\)\u202f: la valeur sideways/),
        expect.stringMatching(/^two\.yaml: appliances\[0\]\.sshPort \(ligne 3\)\u202f: la valeur 0/),
      ],
    });
  });
});

/** Lines about one matter, among those that tell the progress. */
const about = (stderr: string, words: RegExp): string[] => linesOf(stderr).filter((line) => words.test(line));

describe('material and hosts that turn out wrong', () => {
  it('a host that does not resolve is said once, and the question stays open', async () => {
    const name = profile(
      'unresolved.yaml',
      'direction: esa-to-sma\nappliances:\n' +
        '  - { name: esa1, role: esa, host: esa1.invalid, user: admin, auth: { password: { env: WORD } } }\n' +
        '  - { name: sma1, role: sma, host: sma1.invalid, user: admin, auth: { password: { env: WORD } } }\n',
    );
    const ran = await desk.run(['diagnose', name, '--json'], { env: { WORD: 'unused-4711' } });
    expect({ code: ran.code, verdict: JSON.parse(ran.stdout).verdict }).toEqual({ code: 3, verdict: 'inconclusive' });
    expect(about(ran.stderr, /esa1\.invalid/)).toEqual([
      'esa1 (esa1.invalid:22): the name does not resolve; check the host in the site profile',
    ]);
    expect(ran.stdout + ran.stderr).not.toContain('unused-4711');
  });

  it('variables and files of credentials that are not there are named, and nobody is asked for a login', async () => {
    const name = profile(
      'unset.yaml',
      'direction: esa-to-sma\nappliances:\n' +
        '  - { name: esa1, role: esa, host: 127.0.0.1, user: admin, auth: { password: { env: NOT_SET } } }\n' +
        '  - { name: sma1, role: sma, host: 127.0.0.1, user: admin, auth: { passwordFile: nosuch.txt } }\n',
    );
    const ran = await desk.run(['diagnose', name, '--json']);
    expect({ code: ran.code, stdout: ran.stdout, lines: linesOf(ran.stderr) }).toEqual({
      code: 2,
      stdout: '',
      lines: [
        expect.stringMatching(
          /^unset\.yaml: appliances\[0\]\.auth\.password: the environment variable NOT_SET is not set/,
        ),
        expect.stringMatching(
          /^unset\.yaml: appliances\[1\]\.auth\.password: the password file .*nosuch\.txt cannot be read/,
        ),
      ],
    });
  });

  it('a log that is binary is named, and the question stays open', async () => {
    const name = profile(
      'binary-log.yaml',
      `direction: esa-to-sma\nappliances:\n  - { name: esa1, role: esa, materials: { logs: [noise.bin] } }\n${PAIR}`,
    );
    const ran = await desk.run(['diagnose', name, '--json']);
    expect(ran.code).toBe(3);
    expect(about(ran.stderr, /noise\.bin/)).toEqual(['noise.bin: not a log; left aside']);
  });

  it('pasted output of another command and a configuration that is none are named', async () => {
    writeFileSync(desk.path('queue.txt'), 'Nothing of the kind.\n');
    writeFileSync(desk.path('config.xml'), 'Nothing of the kind.\n');
    const name = profile(
      'mixed-up.yaml',
      `direction: esa-to-sma\nappliances:\n  - { name: esa1, role: esa, materials: { config: config.xml, cli: [{ command: tophosts, file: queue.txt }] } }\n${PAIR}`,
    );
    const ran = await desk.run(['diagnose', name, '--json']);
    expect(ran.code).toBe(3);
    expect(about(ran.stderr, /queue\.txt|config\.xml/)).toEqual([
      expect.stringMatching(/^config\.xml: There is no configuration in this file/),
      expect.stringMatching(/^queue\.txt: this is not the output of tophosts/),
    ]);
  });

  it('a site without a pair is told so', async () => {
    const name = profile('alone.yaml', 'appliances:\n  - { name: esa1, role: esa }\n');
    const ran = await desk.run(['diagnose', name, '--json']);
    expect({ code: ran.code, lines: about(ran.stderr, /pair/) }).toEqual({
      code: 3,
      lines: [expect.stringMatching(/^alone\.yaml: the profile names no pair of ESA and SMA/)],
    });
  });
});

describe('options', () => {
  const wrong: readonly [readonly string[], RegExp][] = [
    [
      ['diagnose', '--frobnicate'],
      /^cpq-doctor diagnose knows no option --frobnicate; see cpq-doctor diagnose --help$/,
    ],
    [['diagnose', '--lab', 'nosuch'], /^nosuch: no such scenario/],
    [['diagnose', 'a.yaml', '--lab', 'healthy'], /^a\.yaml: give a site profile or --lab, not both$/],
    [['diagnose', 'a.yaml', 'b.yaml'], /^cpq-doctor diagnose got more words than it takes/],
    [['diagnose', '--timeout', 'soon'], /^--timeout: soon is not a number/],
    [['diagnose', '--timeout', '0'], /^--timeout: 0 is not a number/],
    [['diagnose', '--timeout'], /^the option --timeout <seconds> needs a value$/],
    [['diagnose', '--only', 'nosuch'], /^nosuch: no such check; there are: /],
    [['diagnose', '--lang', 'de'], /^de does not fit --lang <language>; write one of: en, fr$/],
    [['replay', 'site.yaml'], /^there is no command replay; see cpq-doctor --help$/],
    [['bundle', 'send', 'x'], /^there is no command send; see cpq-doctor bundle --help$/],
    [['bundle', 'open', 'x'], /^cpq-doctor bundle open needs the option -d, --directory <folder>$/],
    [['bundle', 'create', 'x'], /^cpq-doctor bundle create needs the option -o, --output <file>$/],
    [['bundle', 'create', 'x', '-o', 'y', '--split', '5M'], /^cpq-doctor bundle create knows no option --split/],
    [['logs'], /^cpq-doctor logs needs files/],
  ];
  it.each(wrong)('%j: exit 2 and one line', async (args, said) => {
    const ran = await desk.run(args);
    expect({ code: ran.code, stdout: ran.stdout, lines: linesOf(ran.stderr) }).toEqual({
      code: 2,
      stdout: '',
      lines: [expect.stringMatching(said)],
    });
    expect(ran.stderr).not.toMatch(STACK);
  });
});

describe('the case folder', () => {
  it('is refused where it holds something else or cannot be written, before anybody is asked', async () => {
    mkdirSync(desk.path('foreign'));
    writeFileSync(desk.path('foreign', 'letter.txt'), 'dear colleague');
    for (const [folder, said] of [
      ['foreign', /^.*foreign: the folder holds something else than a case/],
      ['noise.bin', /^.*noise\.bin: the folder holds something else than a case/],
      ['/proc/no-case', /^\/proc\/no-case: the folder does not exist/],
    ] as const) {
      const ran = await desk.run(['diagnose', '--lab', 'healthy', '--json', '--case', folder]);
      expect({ code: ran.code, stdout: ran.stdout, lines: linesOf(ran.stderr) }).toEqual({
        code: 2,
        stdout: '',
        lines: [expect.stringMatching(said)],
      });
    }
  });
});
