import { afterEach, describe, expect, it } from 'vitest';
import { problem } from '../../main/core/model';
import type { CaseView } from '../../preload/contract';
import { type Stop, useUi } from '../../renderer/stores/ui';
import { CHANGED_KEY, type FakeWorld, UNKNOWN_KEY } from './support/fake-bridge';
import { AT, observation } from './support/findings';
import { type Shown, showPage } from './support/page';
import { lineOf, VIEWS } from './support/views';

let page: Shown | null = null;
const show = async (view: CaseView | null, stop: Stop = 'site', more: Partial<FakeWorld> = {}): Promise<Shown> => {
  page = await showPage(view, stop, more);
  return page;
};
const asked = (shown: Shown, verb: string) =>
  shown.fake.calls.filter((call) => call.verb === verb).map((call) => call.argument);

afterEach(() => {
  page?.close();
  page = null;
});

describe('the first run', () => {
  it('names scenarios by symptom and never by cause', async () => {
    const shown = await show(null);
    expect(shown.text()).toContain('Messages pile up on the ESA');
    expect(shown.text()).not.toMatch(/tls-anonymous|anonymous cipher|path-refused|listener-suspended/i);
  });

  it('calls a scenario without words of its own a surprise', async () => {
    const shown = await show(null, 'site', { scenarios: ['brand-new-cause'] });
    expect(shown.text()).toContain('Surprise 1');
    expect(shown.text()).not.toContain('brand-new-cause');
  });

  it('starts a practice and opens its case', async () => {
    const shown = await show(null);
    await shown.choose(/Messages pile up/);
    await shown.press(/Start practice/);
    expect(asked(shown, 'lab.practise')).toEqual([
      { scenario: 'tls-anonymous-cipher', name: 'Messages pile up on the ESA' },
    ]);
    expect(shown.text()).not.toContain('tls-anonymous-cipher');
    expect(useUi.getState().place).toEqual({ kind: 'case', id: 'case-lab', stop: 'site' });
  });
});

describe('cases', () => {
  it('takes a deletion back', async () => {
    const line = lineOf(VIEWS.anonymous(), new Date().toISOString());
    const shown = await show(null, 'site', { cases: [line, { ...line, id: 'other', name: 'Other' }] });
    await shown.press(/^Delete/);
    expect(shown.text()).toContain('“Example Bank, Lyon” deleted');
    await shown.press(/^Undo/);
    expect(asked(shown, 'cases.restore')).toEqual([{ id: 'case-anonymous' }]);
  });
});

describe('before and after', () => {
  it('says the worst first, then each cause with both states, and why one could not be compared', async () => {
    const shown = await show(VIEWS.again(), 'findings');
    expect(shown.text()).toContain('Something new.');
    expect(shown.text()).toContain('1 fixed, 1 new, 0 as before.');
    expect(shown.text()).toContain('Not compared: another fault hides it now.');
  });

  it('is not there for a case that was asked once', async () => {
    const shown = await show(VIEWS.anonymous(), 'findings');
    expect(shown.text()).not.toContain('as before.');
  });
});

describe('quick and full', () => {
  it('stand side by side with what each takes; the choice is an answer of the case', async () => {
    const shown = await show(VIEWS.anonymous(), 'plan');
    expect(shown.text()).toContain('9 checks, at most 00:25, 2 connections');
    expect(shown.text()).toContain('29 checks, at most 03:10, 6 connections');
    await shown.choose(/^Quick/);
    expect(asked(shown, 'answers.save')).toEqual([
      { id: 'case-anonymous', answers: expect.objectContaining({ quick: true }) },
    ]);
  });
});

describe('the change plan', () => {
  it('is reached from the findings, and saved as text', async () => {
    const shown = await show(VIEWS.anonymous(), 'findings');
    await shown.press(/^Change plan/);
    expect(asked(shown, 'changePlan.read')).toEqual([{ id: 'case-anonymous', causes: [] }]);
    expect(shown.text()).toContain('Before any change');
    expect(shown.text()).toContain('Way back');
    await shown.press(/^Save as text/);
    expect(asked(shown, 'changePlan.save')).toEqual([{ id: 'case-anonymous', causes: [] }]);
    expect(shown.text()).toContain('Saved: change-plan-case-anonymous.md');
  });

  it('of a healthy site says that nothing is to be changed', async () => {
    const shown = await show(VIEWS.healthy(), 'change-plan');
    expect(shown.text()).toContain('Nothing to change');
  });
});

describe('one paste', () => {
  it('shows the block of each appliance, with its empty lines, and what no block can ask', async () => {
    const shown = await show(VIEWS.described(), 'logs');
    const block = document.querySelector('.collect-block');
    const lines = [...(block?.querySelectorAll('li') ?? [])].map((one) => one.textContent ?? '');
    expect([lines[0], lines[1], lines.at(-1)]).toEqual(['version', '⏎ empty line', 'version']);
    expect(shown.text()).toContain('checks are not in the block');
  });

  it('takes the window back and says which commands were read', async () => {
    const view = VIEWS.described();
    const shown = await show(view, 'logs');
    const appliance = view.collections[0]?.appliance ?? '';
    await shown.type(/Paste the whole window here/, 'esa1> version\nesa1> status\n');
    await shown.press(/^Keep and read/);
    expect(asked(shown, 'material.offer')).toMatchObject([{ appliance, text: 'esa1> version\nesa1> status\n' }]);
    expect(shown.text()).toContain('The closing version is missing');
  });
});

describe('the questions', () => {
  it('save an answer by its number and show what it took out of the plan', async () => {
    const shown = await show(VIEWS.described(), 'direction');
    await shown.key('1');
    expect(asked(shown, 'answers.save')).toMatchObject([{ answers: { direction: 'esa-to-sma' } }]);
    expect(shown.radio(/Messages stay on the ESA/).checked).toBe(true);
    expect(shown.text()).toContain('taken out:');
  });

  it.each(['direction', 'cluster', 'tls', 'logs'] as const)('offer not sure on %s, last', async (stop) => {
    const shown = await show(VIEWS.described(), stop);
    const radios = [...document.querySelectorAll('main input[type=radio]')];
    expect(radios.at(-1)?.closest('label')?.textContent).toMatch(/^Not sure/);
    expect(shown.radio(/Not sure/)).toBeDefined();
  });

  it('keep the customer’s words, one a line', async () => {
    const shown = await show(VIEWS.described(), 'direction');
    await shown.type(/customer’s words/, 'nothing arrives\n\n  since Sunday ');
    expect(asked(shown, 'answers.save')).toMatchObject([
      { answers: { symptoms: ['nothing arrives', 'since Sunday'] } },
    ]);
  });

  it('let the engineer go anywhere', async () => {
    const shown = await show(VIEWS.described(), 'tls');
    await shown.press(/^Bundle/);
    expect(useUi.getState().place).toMatchObject({ stop: 'bundle' });
  });
});

describe('the site', () => {
  it('adds an appliance with what was typed', async () => {
    const shown = await show(VIEWS.new(), 'site');
    await shown.type(/^Host name or address/, '192.0.2.10');
    await shown.press(/^Add$/);
    expect(asked(shown, 'site.addAppliance')).toMatchObject([
      { appliance: { name: 'esa1', role: 'esa', host: '192.0.2.10', sshPort: 22 } },
    ]);
  });

  it.each([
    ['laptop', 'No : @ > /'],
    ['a:b', 'No : @ > /'],
    ['SMA1', 'SMA1 is already in the site.'],
    ['', 'A name is needed.'],
  ])('refuses the name “%s” in place', async (name, text) => {
    const shown = await show(VIEWS.anonymous(), 'site');
    await shown.type(/^Name/, name);
    expect(shown.text()).toContain(text);
    expect(asked(shown, 'site.save')).toEqual([]);
  });

  it('hands a password over and keeps no trace of it', async () => {
    const view = VIEWS.anonymous();
    const shown = await show({ ...view, secretsHeld: [] }, 'site');
    await shown.press(/^sma1 SMA/);
    await shown.type(/^Password, for this run/, 'ironport-secret');
    await shown.press(/^Hold for this run/);
    expect(asked(shown, 'secrets.hold')).toEqual([{ id: view.id, appliance: 'sma1', secret: 'ironport-secret' }]);
    expect(document.body.innerHTML).not.toContain('ironport-secret');
    expect(localStorage.getItem('cpq-doctor/ui/1')).not.toContain('ironport-secret');
    expect(shown.text()).toContain('A secret is held for this run.');
  });

  it('offers no field for a place on this laptop', async () => {
    const view = VIEWS.anonymous();
    const login = () => document.querySelector<HTMLSelectElement>('select');
    const shown = await show(view, 'site');
    expect([...(login()?.options ?? [])].map((one) => one.value)).toEqual(['password', 'agent', 'none']);
    expect(shown.text()).toContain('A private key comes from a profile file, or through the SSH agent.');
  });

  it('shows the key file that a profile named, and can leave it', async () => {
    const view = VIEWS.anonymous();
    const auth = { kind: 'key' as const, key: '/home/me/key', passphrase: null };
    const appliances = view.site.appliances.map((one) => ({ ...one, auth }));
    const shown = await show({ ...view, site: { ...view.site, appliances } }, 'site');
    expect(shown.text()).toContain('with the private key /home/me/key, named by the profile');
    expect(document.querySelector('select')?.value).toBe('key');
  });

  it('refuses a port that is none, in place', async () => {
    const shown = await show(VIEWS.anonymous(), 'site');
    await shown.type(/^SSH port/, '70000');
    expect(shown.text()).toContain('A port lies between 1 and 65535.');
    expect(asked(shown, 'site.save')).toEqual([]);
  });

  it('asks to compare a new host key, and accepts it only when told', async () => {
    const shown = await show(VIEWS.anonymous(), 'site', { sessionTest: UNKNOWN_KEY });
    await shown.press(/^Test connection/);
    expect(shown.text()).toContain('First contact with esa1');
    expect(shown.text()).toContain('h4QmZr0c7Lx2');
    await shown.press(/^It does not match/);
    expect(asked(shown, 'site.acceptHostKey')).toEqual([]);
    await shown.press(/^It matches/);
    expect(asked(shown, 'site.acceptHostKey')).toMatchObject([
      { appliance: 'esa1', fingerprint: UNKNOWN_KEY.fingerprint },
    ]);
    expect(shown.text()).toContain('esa1 answers in 41 ms, AsyncOS 15.0.0-104.');
  });

  it('stops at a changed host key with old and new beside each other', async () => {
    const shown = await show(VIEWS.anonymous(), 'site', { sessionTest: CHANGED_KEY });
    await shown.press(/^Test connection/);
    expect(shown.text()).toContain('Stopped before the password was sent');
    // It came into view and holds the focus, and the focus is on no answer: Enter must not accept a key.
    expect(document.activeElement?.getAttribute('aria-label')).toBe('esa1 shows another host key than before.');
    expect(document.activeElement?.tagName).toBe('SECTION');
    expect(document.querySelectorAll('.fingerprint mark').length).toBeGreaterThan(5);
  });
});

describe('plan and run', () => {
  it('leaves a check out and takes it back in', async () => {
    const view = VIEWS.anonymous();
    const shown = await show(view, 'plan');
    const [first] = document.querySelectorAll<HTMLInputElement>('input[role=switch]');
    await shown.tell(() => first?.click());
    const [saved] = asked(shown, 'answers.save');
    expect(saved).toMatchObject({ answers: { leftOut: [expect.stringContaining('@')] } });
    await shown.tell(() => document.querySelector<HTMLInputElement>('input[role=switch]:not(:checked)')?.click());
    expect(asked(shown, 'answers.save').at(-1)).toMatchObject({ answers: { leftOut: [] } });
  });

  it('runs with Ctrl Enter and cancels with Ctrl and full stop', async () => {
    const shown = await show(VIEWS.described(), 'plan');
    await shown.key('Enter', { ctrlKey: true });
    expect(asked(shown, 'run.start')).toEqual([{ id: 'case-described', goesOn: false }]);
    expect(useUi.getState().place).toMatchObject({ stop: 'run' });
    await shown.key('.', { ctrlKey: true });
    expect(asked(shown, 'run.cancel')).toEqual([{ id: 'case-described', step: null }]);
  });

  it('shows a check as it is asked and answered, from events alone', async () => {
    const view = VIEWS.running();
    const shown = await show(view, 'run');
    const step = view.plan.steps.find(
      (one) => one.skip === null && !view.observations.some((seen) => seen.step === one.id),
    );
    if (step === undefined) throw new Error('a step that waits is needed');
    const seen = observation(step, 40, 'seen in this very window');
    await shown.tell(() => shown.fake.tellProgress(view.id, [{ kind: 'observed', at: AT, observation: seen }]));
    expect(shown.text()).toContain('seen in this very window');
    expect(shown.text()).toContain('8 of ');
  });
});

describe('findings', () => {
  it('conclude with the sentence, the proof, the repair and why nothing else', async () => {
    const shown = await show(VIEWS.anonymous(), 'findings');
    const text = shown.text();
    expect(text).toContain('esa1 and sma1 agree on an anonymous cipher.');
    expect(text).toContain('DCID 48213 TLS failed: verify error: no certificate from server');
    expect(text).toContain('HIGH:MEDIUM:-aNULL');
    expect(text).toContain('7 ruled out, 3 not checked');
    expect(text).toContain('consequence, no repair of its own');
  });

  it('warn when a command that changes the appliance is copied', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void copied.push(text) },
      configurable: true,
    });
    const shown = await show(VIEWS.anonymous(), 'findings');
    const button = document.querySelector<HTMLButtonElement>('.command.changes button');
    await shown.tell(() => button?.click());
    expect(copied).toEqual(['HIGH:MEDIUM:-aNULL']);
    expect(shown.text()).toContain('Copied. This one changes the appliance.');
  });

  it('never state a suspicion as a fact', async () => {
    const view = VIEWS.anonymous();
    const findings = view.diagnosis.findings.map((one) =>
      one.code === 'tls-anonymous-cipher' ? { ...one, status: 'suspected' as const } : one,
    );
    const shown = await show({ ...view, diagnosis: { ...view.diagnosis, findings } }, 'findings');
    expect(document.querySelector('h1.verdict')?.textContent).toMatch(/^Suspected: /);
    expect(shown.text()).not.toContain('Confirmed3');
  });

  it('say healthy with what it rests on, and what it does not say', async () => {
    const text = (await show(VIEWS.healthy(), 'findings')).text();
    expect(text).toMatch(/Healthy\. All \d+ decisive checks passed\./);
    expect(text).toContain('Does not say: that every message of the last days arrived.');
  });

  it('name the answers that would settle an open case', async () => {
    const shown = await show(VIEWS.inconclusive(), 'findings');
    expect(shown.text()).toContain('Not decided yet. 3 answers would settle it.');
    await shown.press(/^Ask it/);
    expect(shown.fake.calls.map((call) => call.verb)).toEqual(expect.arrayContaining(['answers.save', 'run.start']));
  });

  it('ask for the lines of the very quote that is shown', async () => {
    const view = VIEWS.anonymous();
    const shown = await show(view, 'findings');
    const [{ observation: id, source } = { observation: '', source: '' }] =
      view.diagnosis.findings.find((one) => one.code === view.diagnosis.primary[0])?.evidence ?? [];
    expect(asked(shown, 'evidence.lines')).toEqual([
      { id: view.id, observation: id, source, line: Number(source.split(':').at(-1)), around: 1 },
    ]);
  });

  it('show text from an appliance as text', async () => {
    const view = VIEWS.anonymous();
    const evil = '<img src=x onerror=alert(1)> https://evil.example';
    const findings = view.diagnosis.findings.map((one) => ({
      ...one,
      evidence: one.evidence.map((piece) => ({ ...piece, quote: evil })),
    }));
    const shown = await show({ ...view, diagnosis: { ...view.diagnosis, findings } }, 'findings');
    expect(shown.text()).toContain(evil);
    expect(document.querySelectorAll('img, a')).toHaveLength(0);
  });
});

describe('the bundle', () => {
  it('shows what goes in and asks again when pseudonyms are switched', async () => {
    const shown = await show(VIEWS.anonymous(), 'bundle');
    expect(shown.text()).toContain('what TAC reads first, 41 replaced');
    await shown.tell(() => document.querySelector<HTMLInputElement>('input[role=switch]')?.click());
    expect(asked(shown, 'bundle.preview').at(-1)).toEqual({ id: 'case-anonymous', pseudonymise: false });
  });

  it('says what was saved and that it was checked', async () => {
    const shown = await show(VIEWS.anonymous(), 'bundle');
    await shown.press(/^Make and check bundle/);
    expect(shown.text()).toContain('3.9 MB, 58 files. Read back and checked.');
  });

  it('says in place why there is no preview', async () => {
    const shown = await show(VIEWS.anonymous(), 'bundle', { preview: 'fails' });
    expect(document.querySelector('[role=alert]')?.textContent).not.toBe('');
    expect(shown.button(/^Make and check bundle/).disabled).toBe(true);
  });
});

describe('the path', () => {
  const twoBroken = (): CaseView => {
    const view = VIEWS.two();
    const wires = view.drawing.wires.map((one) =>
      one.kind === 'release' ? { ...one, outcome: { key: 'causes:cluster-interface-missing.short', params: {} } } : one,
    );
    return { ...view, drawing: { ...view.drawing, wires } };
  };

  it.each([
    [/^Release, from/, 'cluster-interface-missing sma-to-esa esa1 sma1'],
    [/^Quarantine, from/, 'tls-anonymous-cipher esa-to-sma esa1 sma1'],
  ])('opens the proof of the finding that the wire %s is coloured by', async (wire, finding) => {
    const shown = await show(twoBroken(), 'run');
    await shown.press(wire);
    expect(useUi.getState()).toMatchObject({ place: { stop: 'findings' }, chosen: { finding, evidence: '0' } });
  });
});

describe('an interrupted run', () => {
  const interrupted = (): CaseView => {
    const view = VIEWS.anonymous();
    return { ...view, run: { ...view.run, state: 'interrupted', endedAt: null } };
  };

  it.each([
    [/^Continue/, true],
    [/^Run again/, false],
  ])('is taken up or begun anew, as the engineer decides: %s', async (button, goesOn) => {
    const shown = await show(interrupted(), 'run');
    expect(shown.text()).toContain('keeps of it what is under 30 minutes old');
    await shown.press(button);
    expect(asked(shown, 'run.start')).toEqual([{ id: 'case-anonymous', goesOn }]);
  });

  it('is begun anew from the plan', async () => {
    const shown = await show(interrupted(), 'plan');
    await shown.press(/^Run again/);
    expect(asked(shown, 'run.start')).toEqual([{ id: 'case-anonymous', goesOn: false }]);
  });
});

describe('the foot of the rail', () => {
  const foot = () => document.querySelector('.rail-foot')?.textContent ?? '';

  it('says when the case was saved', async () => {
    await show(VIEWS.anonymous(), 'plan');
    expect(foot()).toContain('Saved ');
  });

  it('says why the newest changes are not, instead of an hour', async () => {
    await show(
      { ...VIEWS.anonymous(), troubles: { unsaved: problem('disk-full', '/cases'), unkept: null, recovered: null } },
      'plan',
    );
    expect(foot()).toContain('Not saved: the disk is full');
    expect(foot()).not.toContain('Saved ');
  });
});

it('says that an older version was opened', async () => {
  const troubles = { unsaved: null, unkept: null, recovered: problem('case-recovered', '/cases/a') };
  const shown = await show({ ...VIEWS.anonymous(), troubles }, 'findings');
  expect(shown.text()).toContain(
    'The case file was damaged; the version saved before it was opened, and the damaged file',
  );
});

it('says on every screen of the case that raw text could not be kept', async () => {
  const troubles = { unsaved: null, unkept: problem('disk-full', 'evidence/esa1/queue-1.txt'), recovered: null };
  const shown = await show({ ...VIEWS.anonymous(), troubles }, 'findings');
  expect(shown.text()).toContain('Raw text of this run could not be kept: the disk is full');
  await shown.press(/^Bundle/);
  expect(shown.text()).toContain('Raw text of this run could not be kept: the disk is full');
});

describe('language and theme', () => {
  it('switch in place', async () => {
    const shown = await show(VIEWS.anonymous(), 'findings');
    await shown.press(/Passer en français/);
    expect(shown.text()).toContain('esa1 et sma1 s’accordent sur un chiffrement anonyme.');
    expect(document.documentElement.lang).toBe('fr');
    await shown.press(/^Thème/);
    expect(document.documentElement.dataset.theme).toBe('dark');
  });
});

describe('a restart', () => {
  it('finds the place it left, and goes to Cases when the case is gone', async () => {
    const shown = await show(VIEWS.anonymous(), 'plan');
    const kept: unknown = JSON.parse(localStorage.getItem('cpq-doctor/ui/1') ?? '{}');
    expect(kept).toMatchObject({ place: { kind: 'case', id: 'case-anonymous', stop: 'plan' } });
    shown.close();
    page = await showPage({ ...VIEWS.anonymous(), id: 'gone' }, 'plan', { views: [] });
    expect(useUi.getState().place).toEqual({ kind: 'cases' });
  });
});
