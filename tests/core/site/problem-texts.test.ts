import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../main/core/asyncos';
import type { Language, Problem } from '../../../main/core/model';
import { readProfile } from '../../../main/core/site';
import { wordsIn } from '../../../main/core/texts/words';
import problemsEn from '../../../resources/texts/en/problems.json';
import problemsFr from '../../../resources/texts/fr/problems.json';

const saying = (language: Language, problems: object) => {
  const words = wordsIn(language, { problems });
  return (one: Problem) => words.say(`problems:${one.code}`, { where: one.where ?? '', ...one.params });
};
const english = saying('en', problemsEn);
const french = saying('fr', problemsFr);

const mistakes = [
  '',
  'a: [',
  'case: a\ncase: b\n',
  'appliances: x\nextra: 1\n',
  'appliances:\n  - { name: laptop, role: eas, sshPort: 70000, host: "a b", user: 7, hostKey: x }\n  - { name: "" }\n',
  'appliances:\n  - { name: a, role: esa, auth: { agent: true, key: k } }\n  - { name: A, role: esa, auth: { password: { env: "1" } } }\n',
  'appliances:\n  - { name: b, role: esa, materials: { logs: 1, cli: [ { command: suspend, file: f } ] } }\n',
  'appliances:\n  - { name: c, role: esa, jump: { host: j } }\n  - { name: d, role: esa, auth: { hunter2 } }\n',
].flatMap((text) => {
  const profile = readProfile(text, { resolve: (path) => path });
  return profile.ok ? [] : profile.problems;
});

describe('the texts of problems', () => {
  it.each(mistakes.map((one) => [`${one.code} ${one.where}`, one] as const))(
    'are whole in both languages: %s',
    (_name, one) => {
      for (const said of [english(one), french(one)]) {
        expect(said).not.toBe(one.code);
        expect(said).not.toMatch(/\{\{|\$t\(|problems:|undefined/);
        expect(said).toMatch(/\.$/);
        expect(said).not.toContain('\n');
      }
    },
  );

  it('read as one line that says what, where and what to do', () => {
    const [port] = mistakes.filter((one) => one.where === 'appliances[0].sshPort');
    if (!port) throw new Error('no such problem');
    expect(english(port)).toBe(
      'appliances[0].sshPort (line 2): the value 70000 is not possible. Write a port from 1 to 65535.',
    );
    expect(french(port)).toBe(
      "appliances[0].sshPort (ligne 2)\u202f: la valeur 70000 n'est pas possible. Écrivez un port de 1 à 65535.",
    );
  });

  it.each(['', '<config><a></b></config>', '<!DOCTYPE config [<!ENTITY a "b">]><config/>'])(
    'exist for a refused configuration: %j',
    (text) => {
      const report = readConfig(text);
      if (report.ok) throw new Error('read');
      for (const said of [english(report.problem), french(report.problem)]) expect(said).toMatch(/^[^{]+\.$/);
    },
  );

  it('put a narrow no-break space before the high signs of French', () => {
    const wrong = Object.entries(problemsFr as Record<string, unknown>).filter(
      ([code, text]) => /^(profile|config)-/.test(code) && typeof text === 'string' && /[^\u202f ][:;?!] /.test(text),
    );
    expect(wrong).toEqual([]);
  });
});
