import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersOf } from '../../../main/cli/diagnose/answers-of';
import { printDryRun } from '../../../main/cli/diagnose/dry-run';
import { documents } from '../../../main/cli/documents';
import type { Plan } from '../../../main/core/model';
import { planOf } from '../../../main/core/plan';
import { type Lab, startLab } from '../../../main/lab';
import { type Diagnosed, diagnosed } from '../../support/diagnosed';
import { keptDoor } from '../../support/kept-door';

type Planned = Plan['steps'][number] & { readonly sends: string | null };

interface Shown {
  readonly steps: readonly Planned[];
  readonly document: unknown;
  readonly lines: readonly string[];
}

/** What a dry run shows of this site, as a document and for people. */
const shown = (site: Lab['site'], plan: Plan): Shown => {
  const answers = answersOf(site, {});
  const [json, text] = [keptDoor('en'), keptDoor('en')];
  printDryRun(plan, site, answers, json.door, true);
  printDryRun(plan, site, answers, text.door, false);
  const [document] = json.documents as { steps: Planned[] }[];
  return { steps: document?.steps ?? [], document, lines: text.printed };
};

let lab: Lab;
let dry: Shown;
let sentByDryRun: Readonly<Record<string, readonly string[]>>;
let real: Diagnosed;

beforeAll(async () => {
  const started = await startLab({ scenario: 'healthy', now: new Date() });
  if (!started.ok) throw new Error(started.problem.code);
  lab = started.value;
  dry = shown(lab.site, planOf(lab.site, answersOf(lab.site, {})));
  sentByDryRun = structuredClone(lab.received());
  real = await diagnosed(lab.site, lab.secrets);
});
afterAll(async () => {
  real?.remove();
  await lab?.close();
});

const live = () => dry.steps.filter((one) => one.skip === null && one.how === 'live');
const wordOf = (line: string): string => line.trim().split(/[\s(]/)[0] ?? '';
/** Lines at a prompt; answers to a question stand behind their brackets, and a login ends by `exit`. */
const typed = (lines: readonly string[]): string[] =>
  lines.filter((line) => !/^(\[|\||\^C)/.test(line) && line !== '' && line !== 'exit');

describe('a dry run of the practice site', () => {
  test('opens nothing and sends nothing', () => {
    expect(Object.values(sentByDryRun).flat()).toEqual([]);
  });

  test('follows its schema, and adds up to its own cost', () => {
    expect(documents.plan?.parse(dry.document)).toEqual(dry.document);
    const sum = (of: 'connections' | 'commands' | 'lines') => dry.steps.reduce((all, one) => all + one.cost[of], 0);
    const { cost } = dry.document as Plan;
    expect([sum('connections'), sum('commands'), sum('lines')]).toEqual([cost.connections, cost.commands, cost.lines]);
  });

  test('says for every live step what goes out, why, and for how long at most', () => {
    expect(live().filter((one) => one.sends === null || one.limitMs <= 0)).toEqual([]);
    const text = dry.lines.join('\n');
    expect(live().filter((one) => !text.includes(one.sends ?? '?'))).toEqual([]);
    expect(text).not.toMatch(/\b(?:checks|cli):\w/);
  });

  test('names every command that the run then types, at the appliance that gets it', () => {
    const planned = (name: string) =>
      new Set(
        live()
          .filter((one) => one.lane === name)
          .map((one) => wordOf(one.sends ?? '')),
      );
    const unplanned = Object.entries(lab.received()).flatMap(([name, lines]) =>
      typed(lines).filter((line) => !planned(name).has(wordOf(line))),
    );
    expect(unplanned).toEqual([]);
  });

  test('makes no more connections and types no more commands than it said', () => {
    const { cost } = dry.document as Plan;
    const typedAll = Object.values(lab.received()).flatMap(typed);
    expect(typedAll.length).toBeLessThanOrEqual(cost.commands);
    const made = real.footprint.filter(({ what }) => !what.startsWith('command:'));
    expect(made.length).toBeLessThanOrEqual(cost.connections);
  });
});
