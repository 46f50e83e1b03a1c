import type { Answers, Site } from '../../core/model';
import type { DiagnoseOptions } from './options';

/** The answers that a profile and the command line give; everything not said is "not sure". */
export const answersOf = (site: Site, { only, skip, quick, add }: DiagnoseOptions): Answers => ({
  direction: site.direction,
  cluster: site.cluster,
  tls: 'unknown',
  logs: 'unknown',
  symptoms: site.symptoms,
  only: [...(only ?? [])],
  leftOut: [...(skip ?? [])],
  ...(quick ? { quick } : {}),
  ...(add ? { added: [...add] } : {}),
});
