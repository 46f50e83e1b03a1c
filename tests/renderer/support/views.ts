import {
  type Answers,
  blankSite,
  type Observation,
  openAnswers,
  problem,
  type Site,
  TlsReport,
} from '../../../main/core/model';
import { collect, planOf } from '../../../main/core/plan';
import type { CaseLine, CaseView } from '../../../preload/contract';
import {
  anonymousDrawing,
  clusterDrawing,
  freshDrawing,
  healthyDrawing,
  runningDrawing,
  suspectedDrawing,
} from './drawings';
import {
  AT,
  anonymousDiagnosis,
  clusterDiagnosis,
  healthyDiagnosis,
  inconclusiveDiagnosis,
  observation,
  twoCauses,
} from './findings';
import { clusterSite, pairSite, wideSite } from './site';

/** Cases as main would show them, for the page's tests and its gallery. */
export const viewOf = (id: string, site: Site, more: Partial<CaseView> = {}): CaseView => {
  const answers: Answers = more.answers ?? { ...openAnswers(), direction: site.direction, cluster: site.cluster };
  return {
    serial: 1,
    id,
    name: 'Example Bank, Lyon',
    site,
    answers,
    plan: planOf(site, answers),
    ways: {
      quick: { checks: 9, limitMs: 25_000, connections: 2 },
      full: { checks: 29, limitMs: 190_000, connections: 6 },
    },
    run: { state: 'not-started', startedAt: null, endedAt: null, asking: [] },
    observations: [],
    footprint: [],
    diagnosis: { verdict: 'inconclusive', primary: [], findings: [] },
    since: null,
    drawing: freshDrawing(site),
    notes: '',
    lab: null,
    savedAt: '2026-11-24T02:16:20.000Z',
    troubles: { unsaved: null, unkept: null, recovered: null },
    secretsHeld: ['sma1'],
    materials: [],
    bundles: [],
    collections: collect(site, answers).map((one) => ({
      ...one,
      commands: [...one.commands],
      block: [...one.block],
      leftOut: [...one.leftOut],
    })),
    ...more,
  };
};

const LONG_NAME = 'quarantine-central-management-01.dmz.paris.mail.bank.example';

const QUOTES: Readonly<Record<string, string>> = {
  'ssh-session': 'AsyncOS 15.0.0 for Cisco C300V build 104',
  version: 'Version: 15.0.0-104',
  'system-status': 'System status: Online',
  queue: '1* the.cpq.host  1284  0  3',
  'cipher-lists': 'Outbound SMTP ciphers: HIGH:MEDIUM',
  'tls-offer': 'ServerHello TLSv1.2 ADH-AES256-GCM-SHA384',
  interfaces: '1. Management (192.0.2.10/24: esa1.mail.example.com)',
  reach: '220 sma1.mail.example.com ESMTP',
  'mail-logs': 'Info: DCID 48213 TLS failed: verify error: no certificate from server',
};

const CERTIFICATE = {
  subject: 'O=Example Bank Group Informatique, CN=quarantine-central-management-01.mail.example.com',
  issuer: 'O=Example Bank, CN=Example Bank Internal TLS Inspection CA 2',
  sha256: 'c0ffee'.repeat(11).slice(0, 64),
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2027-01-01T00:00:00Z',
  keyType: 'RSA',
  keyBits: 2048,
  signature: 'sha256WithRSAEncryption',
};
const PROBED = TlsReport.parse({
  schema: 'cpq-doctor/tls/1',
  target: '198.51.100.20:7025',
  vantage: 'laptop',
  banner: '220 quarantine-central-management-01.mail.example.com ESMTP',
  ehlo: ['8BITMIME', 'STARTTLS'],
  starttls: true,
  negotiated: { protocol: 'TLSv1.2', cipher: 'ADH-AES256-GCM-SHA384', anonymous: true },
  anonymousAcceptedIfForced: true,
  certificate: CERTIFICATE,
  chain: [CERTIFICATE, CERTIFICATE],
  chainOrder: 'in-order',
  inventory: null,
  partial: null,
  failure: null,
  offered: 'HIGH:MEDIUM',
  authenticatedAccepted: true,
  connections: 2,
  durationMs: 41,
});
const MORE: Readonly<Record<string, Partial<Observation>>> = {
  'managed-appliances': { outcome: 'could-not-tell', reason: 'not-understood' },
  'tls-offer': { data: PROBED },
};

const seen = (view: CaseView, count: number): Observation[] =>
  view.plan.steps
    .filter((step) => step.skip === null)
    .slice(0, count)
    .map((step, index) => observation(step, index, QUOTES[step.check] ?? '', MORE[step.check] ?? {}));

/** The fixtures' evidence names its file; the observation that made it is found by that. */
const linked = (view: CaseView, observations: readonly Observation[]): CaseView['diagnosis'] => ({
  ...view.diagnosis,
  findings: view.diagnosis.findings.map((one) => ({
    ...one,
    evidence: one.evidence.map((piece) => {
      const check = piece.source.startsWith('log:') ? 'mail-logs' : (/([a-z-]+)-1\.txt/.exec(piece.source)?.[1] ?? '');
      const made = observations.find((seenOne) => seenOne.check === check && seenOne.vantage === piece.vantage);
      return { ...piece, observation: made?.id ?? piece.observation };
    }),
  })),
});

const ran = (view: CaseView): CaseView => ({
  ...view,
  diagnosis: linked(view, seen(view, 999)),
  observations: seen(view, 999),
  run: { state: 'ended', startedAt: AT, endedAt: '2026-11-24T02:14:48.000Z', asking: [] },
});

const running = (view: CaseView): CaseView => {
  const asked = view.plan.steps.filter((step) => step.skip === null);
  const asking = [...new Set(asked.slice(7).map((step) => step.lane))].flatMap((lane) => {
    const step = asked.slice(7).find((one) => one.lane === lane);
    return step === undefined ? [] : [{ step: step.id, at: new Date().toISOString(), limitMs: step.limitMs }];
  });
  return {
    ...view,
    observations: seen(view, 7),
    run: { state: 'running', startedAt: new Date(Date.now() - 12_000).toISOString(), endedAt: null, asking },
  };
};

const answered = (): Answers => ({ ...openAnswers(), direction: 'both', cluster: 'standalone', logs: 'appliances' });

export const VIEWS = {
  new: () => viewOf('case-new', blankSite(), { name: '', secretsHeld: [] }),
  described: () =>
    viewOf('case-described', wideSite(), {
      answers: answered(),
      materials: [
        { id: 'm1', name: 'download (3)', kind: 'log', appliance: 'esa2', bytes: 388_000_000, problem: null },
      ],
    }),
  ghost: () => viewOf('case-ghost', { ...pairSite(), appliances: pairSite().appliances.slice(0, 1) }, { name: '' }),
  running: () => {
    const site = pairSite();
    return running(viewOf('case-running', site, { answers: answered(), drawing: runningDrawing(site) }));
  },
  anonymous: () => {
    const site = pairSite();
    return ran(
      viewOf('case-anonymous', site, {
        answers: answered(),
        drawing: anonymousDrawing(site),
        diagnosis: anonymousDiagnosis(),
      }),
    );
  },
  /** The disk refused, gave back what is old, and the run was cut off. */
  troubled: (): CaseView => {
    const view = VIEWS.anonymous();
    return {
      ...view,
      id: 'case-troubled',
      run: { ...view.run, state: 'interrupted', endedAt: null },
      troubles: {
        unsaved: problem('disk-full', '/cases/case.json'),
        unkept: problem('disk-full', 'evidence/esa1/queue-1.txt'),
        recovered: problem('case-recovered', '/cases'),
      },
    };
  },
  two: () => {
    const site = pairSite();
    return ran(
      viewOf('case-two', site, { answers: answered(), drawing: anonymousDrawing(site), diagnosis: twoCauses() }),
    );
  },
  cluster: () => {
    const site = clusterSite(8);
    return ran(
      viewOf('case-cluster', site, {
        name: 'Example Logistics, Antwerp',
        drawing: clusterDrawing(site, ['esa6']),
        diagnosis: clusterDiagnosis('esa6'),
      }),
    );
  },
  twenty: () => {
    const site = clusterSite(20);
    return ran(
      viewOf('case-twenty', site, {
        name: 'Example Logistics, Antwerp',
        drawing: clusterDrawing(site, ['esa6', 'esa14']),
        diagnosis: clusterDiagnosis('esa6'),
      }),
    );
  },
  healthy: () => {
    const site = pairSite();
    return ran(
      viewOf('case-healthy', site, {
        name: 'City of Example',
        answers: { ...answered(), tls: 'fine' },
        drawing: healthyDrawing(site),
        diagnosis: healthyDiagnosis(),
      }),
    );
  },
  /** Asked again after the repair: one cause gone, one new on another wire, one that cannot be compared. */
  again: (): CaseView => {
    const rows = (
      code: string,
      before: 'confirmed' | 'ruled-out',
      after: 'confirmed' | 'ruled-out' | 'not-checked',
    ) => ({
      ...{ code, direction: 'esa-to-sma' as const, appliances: ['esa1', 'sma1'], before, after, consequenceOf: null },
      why: after === 'not-checked' ? ('hidden-after' as const) : null,
    });
    const comparison = {
      fixed: [rows('tls-anonymous-cipher', 'confirmed', 'ruled-out')],
      new: [rows('path-refused', 'ruled-out', 'confirmed')],
      same: [],
      notCompared: [{ ...rows('queue-backlog', 'confirmed', 'not-checked'), appliances: [LONG_NAME, 'sma1'] }],
      unchecked: 3,
      related: true,
    };
    return {
      ...VIEWS.anonymous(),
      id: 'case-again',
      since: { startedAt: '2026-11-24T02:14:00.000Z', verdict: 'fault', comparison },
    };
  },
  inconclusive: () => {
    const site = pairSite();
    return ran(
      viewOf('case-inconclusive', site, {
        name: 'Example Ferries',
        answers: answered(),
        drawing: suspectedDrawing(site),
        diagnosis: inconclusiveDiagnosis(),
      }),
    );
  },
} as const satisfies Record<string, () => CaseView>;
export type ViewName = keyof typeof VIEWS;

export const lineOf = (view: CaseView, changedAt: string): CaseLine => ({
  id: view.id,
  name: view.name,
  serviceRequest: view.site.case,
  changedAt,
  verdict: view.run.state === 'ended' ? view.diagnosis.verdict : null,
  primary: view.diagnosis.primary,
  appliances: view.site.appliances.length,
  lab: view.lab,
  problem: null,
});
