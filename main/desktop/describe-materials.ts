import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CaseView } from '../../preload/contract';
import { type CaseRecord, problem } from '../core/model';

type Line = CaseView['materials'][number];
interface Place {
  readonly path: string;
  readonly kind: string;
  readonly appliance: string | null;
}

const placesIn = ({ site }: CaseRecord): Place[] => [
  ...site.appliances.flatMap(({ name: appliance, materials }) => [
    ...materials.logs.map((path) => ({ path, kind: 'log', appliance })),
    ...(materials.config === null ? [] : [{ path: materials.config, kind: 'config', appliance }]),
    ...materials.cli.map(({ command, file }) => ({ path: file, kind: command, appliance })),
    ...materials.transcripts.map((path) => ({ path, kind: 'transcript', appliance })),
    ...materials.captures.map((path) => ({ path, kind: 'capture', appliance })),
  ]),
  ...site.materials.map((path) => ({ path, kind: 'unsorted', appliance: null })),
];

const describe = async ({ path, kind, appliance }: Place, index: number): Promise<Line> => {
  const found = await stat(path).catch(() => null);
  return {
    id: `m${index + 1}`,
    name: basename(path),
    kind,
    appliance,
    bytes: found?.size ?? 0,
    problem: found === null ? problem('file-missing', path) : null,
  };
};

/** The files that belong to a case, one line each; a file that is gone says so. */
export const describeMaterials = (record: CaseRecord): Promise<CaseView['materials']> =>
  Promise.all(placesIn(record).map(describe));
