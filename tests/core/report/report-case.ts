import { diagnose } from '../../../main/core/diagnosis';
import {
  type Answers,
  blankAppliance,
  blankSite,
  type CaseRecord,
  type Observation,
  openAnswers,
  type Site,
} from '../../../main/core/model';
import type { ReportInput } from '../../../main/core/report';
import { drawingOf } from '../../../main/core/report/drawing/from-case';

export const site: Site = {
  ...blankSite(),
  case: '690000123',
  direction: 'esa-to-sma',
  appliances: [
    { ...blankAppliance('esa1', 'esa'), host: '192.0.2.10', user: 'admin' },
    { ...blankAppliance('sma1', 'sma'), host: '192.0.2.20', user: 'admin' },
  ],
};

export const answers: Answers = { ...openAnswers(), direction: 'esa-to-sma', cluster: 'standalone' };

const BASE: Observation = {
  id: 'o1',
  step: 'system-status@esa1',
  check: 'system-status',
  vantage: 'esa1',
  subject: 'esa1',
  peer: null,
  flow: null,
  how: 'live',
  outcome: 'failed',
  reason: 'fault-seen',
  startedAt: '2026-11-24T20:40:00.000Z',
  durationMs: 10,
  data: null,
  quotes: [],
  evidence: null,
};

export const EVIDENCE = 'evidence/20261124T204000Z/esa1/system-status-1.txt';
export const QUOTE = 'System status:                 Delivery Suspended';

/** Delivery is suspended on esa1, and its status says so. */
export const observations: readonly Observation[] = [
  {
    ...BASE,
    data: {
      asOf: null,
      upSince: null,
      system: 'delivery-suspended',
      activeRecipients: 134,
      workQueue: 0,
      oldestMessage: null,
    },
    quotes: [{ source: `cli:${EVIDENCE}:2`, line: 2, quote: QUOTE, sha256: 'a'.repeat(64), at: null }],
    evidence: EVIDENCE,
  },
];

export const reportInput = (over: Partial<CaseRecord> = {}, more: Partial<ReportInput> = {}): ReportInput => {
  const seen = over.observations ?? observations;
  const diagnosis = diagnose(over.site ?? site, over.answers ?? answers, seen);
  const shown = { site: over.site ?? site, answers: over.answers ?? answers, diagnosis, observations: seen };
  return {
    ...shown,
    footprint: over.footprint ?? [],
    durationMs: 10,
    caseName: over.name ?? 'Example Bank',
    notes: over.notes ?? '',
    toolVersion: '1.2.3',
    at: '2026-11-24T20:41:00.000Z',
    zone: 'Europe/Paris',
    drawing: drawingOf({ ...shown, asking: [] }),
    pseudonyms: null,
    ...more,
  };
};
