import { readFile } from 'node:fs/promises';
import type { BundleInput } from '../../../main/bundle';
import { bad, type CaseRecord, good, problem } from '../../../main/core/model';
import { catalogues, wordsIn } from '../../../main/core/texts';
import { answers, EVIDENCE, observations, site } from '../../core/report/report-case';

export const AT = new Date('2026-11-24T20:41:30.000Z');

export const EVIDENCE_TEXT = `esa1.bank.example> status\r\n${'System status:                 Delivery Suspended'}\r\nesa1.bank.example> `;

/** A small case with one finding that rests on one line of one file. */
export const smallCase = (over: Partial<CaseRecord> = {}): CaseRecord => ({
  schema: 'cpq-doctor/case/1',
  id: 'example-bank',
  name: 'Example Bank, Lyon',
  createdAt: AT.toISOString(),
  changedAt: AT.toISOString(),
  site,
  answers,
  observations: [...observations],
  footprint: [],
  notes: '',
  lab: null,
  run: null,
  ...over,
});

export const inputOf = (
  record: CaseRecord = smallCase(),
  evidence: ReadonlyMap<string, Uint8Array> = new Map([[EVIDENCE, Buffer.from(EVIDENCE_TEXT)]]),
  over: Partial<BundleInput> = {},
): BundleInput => ({
  record,
  words: wordsIn('en', catalogues.en),
  toolVersion: '1.2.3',
  zone: 'Europe/Paris',
  secrets: [],
  pseudonyms: null,
  readEvidence: async (path) => {
    const bytes = evidence.get(path);
    return bytes === undefined ? bad(problem('evidence-missing', path)) : good(bytes);
  },
  ...over,
});

export const bytesOf = (path: string): Promise<Buffer> => readFile(path);
