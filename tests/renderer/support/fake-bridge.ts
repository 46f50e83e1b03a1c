import { blankSite, problem } from '../../../main/core/model';
import { planOf } from '../../../main/core/plan';
import type { Bridge, BundlePreview, CaseLine, CaseView, SessionTest, Settings } from '../../../preload/contract';
import { planFor } from './change-plan';
import { freshDrawing } from './drawings';
import { viewOf } from './views';

const SCENARIOS = [
  'application-fault',
  'cluster-interface-missing',
  'cluster-level-override',
  'command-client-fault',
  'enable-button-greyed',
  'esa-not-added-on-sma',
  'esa-replaced-or-removed',
  'feature-version-mismatch',
  'healed-path-refused',
  'healthy',
  'held-in-other-quarantine',
  'left-by-retention',
  'listener-suspended',
  'log-window-missed',
  'machine-not-in-cluster',
  'mail-logs-subscription-missing',
  'message-bounced',
  'migration-incomplete',
  'not-administrator-account',
  'path-refused',
  'path-timeout',
  'quarantine-disk-full',
  'quarantine-full-behind-tls',
  'quarantine-unclassified',
  'queue-backlog',
  'rescanned-after-release',
  'sma-backup-running',
  'sma-failover',
  'tls-anonymous-cipher',
  'tls-intercepted',
  'uncommitted-changes',
];

export const PREVIEW: BundlePreview = {
  name: 'SR690000123_cpq-doctor_site-4f_20261124T0116Z_pseudonymised.zip',
  files: [
    { path: 'report.html', bytes: 186_000, replaced: 41 },
    { path: 'report.md', bytes: 9_000, replaced: 41 },
    { path: 'diagnosis.json', bytes: 41_000, replaced: 64 },
    { path: 'evidence/esa1/queue-1.txt', bytes: 2_100, replaced: 6 },
    { path: 'evidence/esa1/cipher-lists-1.txt', bytes: 3_800, replaced: 1 },
    { path: 'evidence/laptop/tls-offer-1.txt', bytes: 12_400, replaced: 2 },
    { path: 'manifest.json', bytes: 6_000, replaced: 0 },
  ],
  redactions: [
    { kind: 'secret', count: 14 },
    { kind: 'address', count: 361 },
    { kind: 'host', count: 88 },
  ],
};

export interface FakeWorld {
  settings: Settings;
  cases: CaseLine[];
  views: CaseView[];
  scenarios?: string[];
  sessionTest?: SessionTest;
  preview?: BundlePreview | 'fails' | 'waits';
}

export interface Fake {
  bridge: Bridge;
  /** Every call as `group.verb` with its argument, in order. */
  calls: { verb: string; argument: unknown }[];
  tellProgress(id: string, events: Parameters<Parameters<Bridge['run']['progress']>[0]>[0]['events']): void;
  tellChanged(view: CaseView): void;
}

const FINGERPRINT = 'SHA256:h4QmZr0c7Lx2Vn8pYd1sWk5tJb3eUa9gXo6fRi2wNq7';

export const UNKNOWN_KEY: SessionTest = {
  ok: false,
  failure: 'host-key-unknown',
  fingerprint: FINGERPRINT,
  expected: null,
  keyType: 'ED25519',
  version: null,
  durationMs: 41,
};

export const CHANGED_KEY: SessionTest = {
  ...UNKNOWN_KEY,
  failure: 'host-key-changed',
  fingerprint: 'SHA256:Tz8vBc1nKf6yPq3mHs0dLw9xGj4rEo7uAi5kCb2tMv1',
  expected: FINGERPRINT,
};

export const ACCEPTED: SessionTest = {
  ...UNKNOWN_KEY,
  ok: true,
  failure: null,
  version: '15.0.0-104',
};

/** A `window.cpq` in memory, with the contract's own types: what main would answer, without main. */
export const fakeBridge = (world: FakeWorld): Fake => {
  const calls: Fake['calls'] = [];
  const progress = new Set<Parameters<Bridge['run']['progress']>[0]>();
  const changed = new Set<Parameters<Bridge['mirror']['changed']>[0]>();
  const views = new Map(world.views.map((view) => [view.id, view]));
  const noted = (verb: string, argument: unknown) => calls.push({ verb, argument });
  const good = async <V>(value: V): Promise<{ ok: true; value: V }> => ({ ok: true, value });
  const missing = async () => ({ ok: false as const, problem: problem('case-missing') });

  const change = (verb: string, argument: { id: string }, next: (view: CaseView) => CaseView) => {
    noted(verb, argument);
    const view = views.get(argument.id);
    if (view === undefined) return missing();
    const changedView = { ...next(view), serial: view.serial + 1 };
    views.set(argument.id, changedView);
    return good(changedView);
  };
  const replanned = (view: CaseView): CaseView => ({ ...view, plan: planOf(view.site, view.answers) });
  const redrawn = (view: CaseView): CaseView => replanned({ ...view, drawing: freshDrawing(view.site) });

  const bridge: Bridge = {
    app: {
      settings: async () => good(world.settings),
      changeSettings: async (settings) => {
        noted('app.changeSettings', settings);
        world.settings = settings;
        return good(settings);
      },
      about: async () => good({ version: '0.1.0', shell: 'fake', dataFolder: '' }),
    },
    cases: {
      list: async () => good(world.cases),
      create: async ({ name }) => {
        noted('cases.create', { name });
        const view = viewOf('case-created', blankSite(), { name, secretsHeld: [] });
        views.set(view.id, view);
        return good(view);
      },
      open: async ({ id }) => {
        noted('cases.open', { id });
        const view = views.get(id);
        return view === undefined ? missing() : good(view);
      },
      rename: async (argument) => change('cases.rename', argument, (view) => ({ ...view, name: argument.name })),
      remove: async ({ id }) => {
        noted('cases.remove', { id });
        world.cases = world.cases.filter((line) => line.id !== id);
        return good(null);
      },
      restore: async ({ id }) => {
        noted('cases.restore', { id });
        return good(null);
      },
    },
    lab: {
      scenarios: async () => good((world.scenarios ?? SCENARIOS).map((name) => ({ name }))),
      practise: async ({ scenario, name }) => {
        noted('lab.practise', { scenario, name });
        const view = viewOf('case-lab', blankSite(), { name, lab: scenario });
        views.set(view.id, view);
        return good(view);
      },
    },
    site: {
      save: async (argument) => change('site.save', argument, (view) => redrawn({ ...view, site: argument.site })),
      importProfile: async (argument) => change('site.importProfile', argument, (view) => view),
      addAppliance: async (argument) =>
        change('site.addAppliance', argument, (view) =>
          redrawn({ ...view, site: { ...view.site, appliances: [...view.site.appliances, argument.appliance] } }),
        ),
      testSession: async (argument) => {
        noted('site.testSession', argument);
        return good(world.sessionTest ?? ACCEPTED);
      },
      acceptHostKey: async (argument) => {
        world.sessionTest = ACCEPTED;
        return change('site.acceptHostKey', argument, (view) => view);
      },
    },
    secrets: {
      hold: async (argument) =>
        change('secrets.hold', argument, (view) => ({
          ...view,
          secretsHeld: [...new Set([...view.secretsHeld, argument.appliance])],
        })),
    },
    answers: {
      save: async (argument) =>
        change('answers.save', argument, (view) => replanned({ ...view, answers: argument.answers })),
    },
    notes: { save: async (argument) => change('notes.save', argument, (view) => ({ ...view, notes: argument.notes })) },
    material: {
      offer: async (argument) => {
        noted('material.offer', argument);
        const typed = [...argument.text.matchAll(/> (\S.*)/g)].map((found) => found[1] ?? '');
        if (typed.length > 1) {
          const parts = typed.map((command) => ({ command, read: command !== 'status' }));
          const { appliance } = argument;
          return good({
            kind: 'transcript',
            command: null,
            appliance,
            understood: parts.length,
            unrecognised: 0,
            parts,
          });
        }
        return good({ kind: 'command', command: 'tophosts', appliance: 'esa1', understood: 12, unrecognised: 2 });
      },
    },
    run: {
      start: async (argument) =>
        change('run.start', argument, (view) => ({
          ...view,
          run: { ...view.run, state: 'running', startedAt: new Date().toISOString() },
        })),
      cancel: async (argument) =>
        change('run.cancel', argument, (view) => ({ ...view, run: { ...view.run, state: 'ended', asking: [] } })),
      progress: (listener) => {
        progress.add(listener);
        return () => progress.delete(listener);
      },
    },
    evidence: {
      lines: async (argument) => {
        noted('evidence.lines', argument);
        const { line } = argument;
        return good([
          {
            line: line - 1,
            text: 'Tue Nov 24 02:14:07 2026 Info: New SMTP DCID 48213 interface 192.0.2.10 address 198.51.100.20 port 7025',
          },
          {
            line,
            text: 'Tue Nov 24 02:14:07 2026 Info: DCID 48213 TLS failed: verify error: no certificate from server',
          },
          {
            line: line + 1,
            text: 'Tue Nov 24 02:14:07 2026 Info: DCID 48213 TLS was required but could not be successfully negotiated',
          },
        ]);
      },
    },
    changePlan: {
      read: async (argument) => {
        noted('changePlan.read', argument);
        if (world.preview === 'waits') return new Promise(() => undefined);
        if (world.preview === 'fails') return { ok: false, problem: problem('case-missing', argument.id, {}) };
        const view = world.views.find((one) => one.id === argument.id);
        return good(planFor(view, argument.causes, world.settings.language));
      },
      save: async (argument) => {
        noted('changePlan.save', argument);
        return good({ name: 'change-plan-case-anonymous.md' });
      },
    },
    bundle: {
      preview: async (argument) => {
        noted('bundle.preview', argument);
        if (world.preview === 'waits') return new Promise(() => undefined);
        if (world.preview === 'fails') return { ok: false, problem: problem('disk-full', 'D:', {}) };
        return good(world.preview ?? PREVIEW);
      },
      make: async (argument) => {
        noted('bundle.make', argument);
        return good({ name: PREVIEW.name, bytes: 3_900_000, files: 58 });
      },
    },
    mirror: {
      changed: (listener) => {
        changed.add(listener);
        return () => changed.delete(listener);
      },
    },
  };
  return {
    bridge,
    calls,
    tellProgress: (id, events) => {
      for (const listener of progress) listener({ id, events });
    },
    tellChanged: (view) => {
      views.set(view.id, view);
      for (const listener of changed) listener(view);
    },
  };
};
