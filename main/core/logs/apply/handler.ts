import type { LogLine } from '../lines';
import type { Here, Source } from '../state';

export type LineOf<Kind extends LogLine['kind']> = Extract<LogLine, { readonly kind: Kind }>;

/** What lines of some kinds change in what is known of their appliance. */
export type Handlers = {
  readonly [Kind in LogLine['kind']]?: (line: LineOf<Kind>, source: Source, here: Here) => void;
};
