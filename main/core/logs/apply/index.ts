import type { LogLine } from '../lines';
import type { Here, Source } from '../state';
import { DELIVERY } from './delivery';
import type { Handlers } from './handler';
import { MESSAGES } from './message';
import { RECEIVING } from './receiving';
import { SERVICES } from './service';

const HANDLERS: Handlers = { ...DELIVERY, ...RECEIVING, ...MESSAGES, ...SERVICES };
type AnyHandler = (line: LogLine, source: Source, here: Here) => void;

/** Lets one understood line change what is known of its appliance. Kinds without a handler tell no story. */
export const applyLine = (line: LogLine, source: Source, here: Here): void => {
  // The handler's argument type follows from its key; TypeScript cannot see that the two go together.
  const handler = HANDLERS[line.kind] as AnyHandler | undefined;
  handler?.(line, source, here);
};
