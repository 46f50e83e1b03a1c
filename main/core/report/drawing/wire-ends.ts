import type { Wire, WireEnd, WireState } from '../../model';
import { missingSocket, plug, socket } from './glyphs';
import type { Paint, Shape } from './shapes';

const PAINT: Record<WireState, Paint> = {
  unknown: 'mute',
  checking: 'act',
  ok: 'ok',
  broken: 'bad',
  degraded: 'warn',
  'not-checked': 'mute',
};
export const paintOf = (state: WireState): Paint => PAINT[state];

const reached = (end: WireEnd) => end.state === 'reached' || end.state === 'listening';

/** A broken wire's ends speak for themselves; every other wire colours both of its ends. */
const endLook = (wire: Wire, end: WireEnd): { paint: Paint; dashed: boolean } => {
  if (wire.state === 'broken') return reached(end) ? { paint: 'ok', dashed: false } : { paint: 'mute', dashed: true };
  if (wire.state === 'unknown' || wire.state === 'not-checked') return { paint: 'mute', dashed: !reached(end) };
  return { paint: paintOf(wire.state), dashed: false };
};

/** Plug or socket at (x, y) in the look that the wire's state and the end's own state ask for. */
export const wireEnd = (wire: Wire, end: WireEnd, x: number, y: number): Shape[] => {
  if (end.state === 'missing') return missingSocket(wire.id, x, y);
  const { paint, dashed } = endLook(wire, end);
  if (end.kind === 'plug') return [plug(wire.id, x, y, paint, dashed)];
  const dot = end.state === 'listening' || wire.state === 'ok' || wire.state === 'checking';
  return socket(wire.id, x, y, paint, dashed, dot);
};
