import { describe, expect, test } from 'vitest';
import { causes } from '../../../main/core/diagnosis';
import { changePlanOf } from '../../../main/core/diagnosis/change/change-plan';
import { outlookOf } from '../../../main/core/diagnosis/change/outlook';
import { DESTROYS_MAIL, takesEffectOf, wayBackOf } from '../../../main/core/diagnosis/change/step-facts';
import type { Answers, CaseRecord, Observation, RemedyStep } from '../../../main/core/model';
import { ChangePlanDocument } from '../../../main/core/model';
import { changePlanDocument, changePlanMarkdown } from '../../../main/core/report';
import { catalogues, wordsIn } from '../../../main/core/texts';
import { answersOf, siteOf, world } from '../../support/observations';

const w = world('esa-to-sma');
const SUSPENDED = [w.status('responder', 'receiving-suspended'), w.reach('refused'), w.listens(22), w.queue(12)];
const answers = (rest: Partial<Answers> = {}) => answersOf({ direction: 'esa-to-sma', cluster: 'standalone', ...rest });

const recordOf = (observations: readonly Observation[], esas: readonly string[] = ['esa1']): CaseRecord => ({
  schema: 'cpq-doctor/case/1',
  id: 'a-case',
  name: 'A <b>site</b> | with [marks](http://x)',
  createdAt: '2026-11-24T20:00:00.000Z',
  changedAt: '2026-11-24T20:00:00.000Z',
  site: siteOf(...esas),
  answers: answers(),
  observations: [...observations],
  footprint: [],
  notes: '',
  lab: null,
  run: null,
});

/** Both esas against one SMA that does not listen. */
const bothSuspended = () => {
  const other = world('esa-to-sma', 'esa2');
  const again = other.reach('refused', { id: 'reach-2' });
  return [...SUSPENDED, again];
};

describe('the plan of a suspended listener', () => {
  const plan = changePlanOf(siteOf('esa1'), answers(), SUSPENDED);

  test('asks first, resumes, verifies, and says how to go back', () => {
    const [part] = plan.parts;
    const short = (steps = part?.before) =>
      steps?.map(({ who, at, command, back }) => [who, at, command, back?.command]);
    expect(plan.parts.map((one) => one.code)).toEqual(['listener-suspended']);
    expect(short(part?.before)).toEqual([['case-owner', null, null, undefined]]);
    expect(short(part?.changes)).toEqual([['sma-administrator', 'sma1', 'resume', 'suspend']]);
    expect(short(part?.after)).toEqual([['sma-administrator', 'sma1', 'status', undefined]]);
    expect(part?.changes[0]).toMatchObject({ takesEffect: 'at-once', expects: 'resume', cluster: null });
  });

  test('what follows from it goes with it, on paper', () => {
    expect(plan.outlook?.goes.map((one) => one.code)).toEqual(['listener-suspended', 'path-refused', 'queue-backlog']);
    expect([plan.outlook?.stays, plan.outlook?.breaks]).toEqual([[], []]);
  });

  test('one SMA is resumed once for all its ESAs', () => {
    const both = changePlanOf(siteOf('esa1', 'esa2'), answers(), bothSuspended());
    expect(both.parts.map(({ code, pairs }) => [code, pairs])).toEqual([
      [
        'listener-suspended',
        [
          ['esa1', 'sma1'],
          ['esa2', 'sma1'],
        ],
      ],
    ]);
  });

  test('in a cluster a setting is made at its level, a command that acts in machine mode', () => {
    const clustered = changePlanOf(siteOf('esa1'), answers({ cluster: 'cluster' }), SUSPENDED);
    expect(clustered.parts[0]?.changes[0]?.cluster).toBe('machine-mode');
  });
});

describe('what is planned', () => {
  const suspected = [w.status('responder', 'receiving-suspended')];

  test('a suspicion is named, not planned, unless it is chosen', () => {
    const plan = changePlanOf(siteOf('esa1'), answers(), suspected);
    expect([plan.parts, plan.suspected, plan.outlook]).toEqual([[], ['listener-suspended'], null]);
    const chosen = changePlanOf(siteOf('esa1'), answers(), suspected, ['listener-suspended']);
    expect(chosen.parts.map(({ code, status }) => [code, status])).toEqual([['listener-suspended', 'suspected']]);
  });

  test('what was chosen and is no present cause is said so', () => {
    expect(changePlanOf(siteOf('esa1'), answers(), [], ['path-timeout']).notPresent).toEqual(['path-timeout']);
  });

  test('causes stand in the order in which they hide each other', () => {
    const both = changePlanOf(siteOf('esa1'), answers(), SUSPENDED, ['path-refused']);
    expect(both.parts.map((one) => one.code)).toEqual(['listener-suspended', 'path-refused']);
  });
});

describe('on paper', () => {
  test('a swallowed connection stays swallowed when the listener is resumed', () => {
    const behind = [w.status('responder', 'receiving-suspended'), w.reach('timed-out'), w.listens(22), w.queue(9)];
    const outlook = outlookOf(siteOf('esa1'), answers(), behind, [{ kind: 'listener-opens', appliance: 'sma1' }]);
    expect(outlook.goes.map((one) => one.code)).toEqual(['listener-suspended']);
    expect(outlook.stays.map((one) => one.code)).toEqual(['path-timeout', 'queue-backlog']);
  });

  test('the same port for one ESA is another port for the one that dials the old one', () => {
    const at = (port: number) => ({ code: 'path-refused', port });
    const other = world('esa-to-sma', 'esa2');
    const listener = {
      ...{ name: 'cpq_listener', hidden: true, machine: null, interface: 'Management', port: 7025, at: 'line 2' },
    };
    const seen = [
      w.config('sma1', { listeners: [listener] }),
      w.listens(22, 7025),
      w.log('initiator', { grounds: [at(7026)], id: 'log-1' }),
      other.log('initiator', {
        successes: [other.success('initiator')],
        latest: [other.latest('initiator', 'ok')],
        id: 'log-2',
      }),
    ];
    const [change] = changePlanOf(siteOf('esa1', 'esa2'), answers(), seen).outlook?.changes ?? [];
    expect(change).toEqual({ kind: 'listener-port', appliance: 'sma1', port: 7026 });
    const outlook = changePlanOf(siteOf('esa1', 'esa2'), answers(), seen).outlook;
    const of = (rows: NonNullable<typeof outlook>['goes'] = []) =>
      rows.map(({ code, appliances: [esa] }) => [code, esa]);
    expect(of(outlook?.goes)).toContainEqual(['listener-port-mismatch', 'esa1']);
    expect(of(outlook?.breaks)).toContainEqual(['path-refused', 'esa2']);
  });

  test('a repaired list that leaves nothing in common would break', () => {
    const seen = [
      w.list('ADH-AES256-SHA:AES128-SHA'),
      w.accepts('ADH-AES256-SHA:DHE-RSA-AES256-SHA'),
      w.log('initiator', { grounds: [{ code: 'tls-anonymous-cipher' }] }),
      w.agreed('ADH-AES256-SHA', 'ADH-AES256-SHA:AES128-SHA'),
    ];
    const plan = changePlanOf(siteOf('esa1'), answers(), seen);
    expect(plan.outlook?.goes.map((one) => one.code)).toContain('tls-anonymous-cipher');
    expect(plan.outlook?.breaks.map((one) => one.code)).toEqual(['tls-no-common-cipher']);
  });
});

const stepsOfCatalogue: RemedyStep[] = causes.flatMap((one) =>
  one.remedy.map((step) => ({
    ...step,
    at: null,
    params: {},
    where: step.where.includes('-') ? 'sma-cli' : (step.where as 'network' | 'people'),
  })),
);

describe('every remedy of the catalogue', () => {
  test('has a way back for each change, and none for what only reads', () => {
    const wrong = stepsOfCatalogue.filter((step) => (step.effect === 'changes') !== (wayBackOf(step) !== null));
    expect(wrong).toEqual([]);
  });

  test('without a way back it is of high risk', () => {
    const final = stepsOfCatalogue.filter((step) => wayBackOf(step)?.key === 'none');
    expect(final.filter((one) => one.risk !== 'high' && one.command !== 'delivernow')).toEqual([]);
    expect(stepsOfCatalogue.filter((one) => one.effect === 'changes' && takesEffectOf(one) === null)).toEqual([]);
  });

  test.each(['en', 'fr'] as const)('names no command that destroys mail, in the words of %s either', (language) => {
    const words = wordsIn(language, catalogues[language]);
    const told = JSON.stringify([catalogues[language].causes, catalogues[language].advice, stepsOfCatalogue]);
    expect(DESTROYS_MAIL.filter((word) => told.toLowerCase().includes(word))).toEqual([]);
    const markdown = changePlanMarkdown(changePlanDocument(recordOf(SUSPENDED), [], words), words);
    expect(DESTROYS_MAIL.filter((word) => markdown.includes(word))).toEqual([]);
  });
});

describe.each(['en', 'fr'] as const)('the document in %s', (language) => {
  const words = wordsIn(language, catalogues[language]);

  test('follows its schema, counts its steps, and has words for everything', () => {
    const document = changePlanDocument(recordOf(bothSuspended(), ['esa1', 'esa2']), [], words);
    expect(ChangePlanDocument.parse(document)).toEqual(document);
    const steps = document.parts.flatMap((one) => [...one.before, ...one.changes, ...one.after]);
    expect(steps.map((one) => one.number)).toEqual(steps.map((_, index) => index + 1));
    expect(JSON.stringify(document)).not.toMatch(/\b(?:advice|causes|report):\w/);
  });

  test('as Markdown it holds no link, no element, and every row as wide as its heading', () => {
    const markdown = changePlanMarkdown(changePlanDocument(recordOf(SUSPENDED), [], words), words);
    expect(markdown).not.toMatch(/(?<!\\)[<>]|(?<!\\)\]\(|(?<!\\):\/\//);
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length)).size).toBe(1);
    expect(markdown).toContain('| `resume` |');
  });

  test('without a confirmed cause it says that there is nothing to change', () => {
    const empty = changePlanMarkdown(changePlanDocument(recordOf([]), [], words), words);
    expect(empty).toContain(words.say('advice:changePlan.none').slice(0, 20));
  });
});
