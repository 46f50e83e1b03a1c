import type { FindingEvidence } from '../../main/core/model';
import { bridge } from '../bridge';
import { answered } from './reply';

/** The lines around a quote, from the raw evidence of the case. */
export const linesAround = (
  id: string,
  { observation, source }: Pick<FindingEvidence, 'observation' | 'source'>,
  line: number,
  around: number,
) => answered(bridge().evidence.lines({ id, observation, source, line, around }));
