import type { BreakPlace, Wire } from '../../model';
import { arrowHead, crossGlyph, lockGlyph, wallGlyph, warnGlyph } from './glyphs';
import { line, path, type Shape, type Stroke } from './shapes';
import { paintOf } from './wire-ends';

/** From the plug to the socket, after the gaps that the two symbols need. */
export interface Span {
  from: number;
  to: number;
  y: number;
  /** Where the label over the wire ends: a break glyph stays clear of it. */
  labelEnd: number;
}

const PLACE: Record<BreakPlace, number> = {
  'near-socket': 0,
  'near-handshake': 0.4,
  middle: 0.5,
  'far-handshake': 0.62,
  'far-socket': 1,
};

const strokeOf = (wire: Wire): Stroke => {
  const paint = paintOf(wire.state);
  if (wire.state === 'checking') return line(paint, 2, [7, 5]);
  if (wire.state === 'degraded') return line(paint, 2, [14, 3, 3, 3]);
  if (wire.state === 'unknown') return line(paint, 1.5, [5, 5]);
  if (wire.state === 'not-checked') return line(paint, 1.5, [1.5, 4.5], true);
  return line(paint, 2);
};

const horizontal = (of: string, from: number, to: number, y: number, stroke: Stroke, moving = false): Shape =>
  path(of, `M${from} ${y} H${to}`, stroke, { moving });

const whole = (wire: Wire, span: Span, way: 1 | -1): Shape[] => [
  horizontal(wire.id, span.from, span.to, span.y, strokeOf(wire), wire.state === 'checking'),
  arrowHead(wire.id, span.to, span.y, way, paintOf(wire.state)),
  ...(wire.state === 'degraded' ? warnGlyph(wire.id, (span.from + span.to) / 2, span.y) : []),
];

const glyphAt = (wire: Wire, x: number, y: number): Shape[] => {
  if (wire.break?.glyph === 'wall') return wallGlyph(wire.id, x, y);
  return wire.break?.glyph === 'lock' ? lockGlyph(wire.id, x, y) : crossGlyph(wire.id, x, y);
};

const breakX = (wire: Wire, place: BreakPlace, span: Span, way: 1 | -1): number => {
  if (place === 'near-socket') return span.from - 7 * way;
  if (place === 'far-socket') return span.to + 9 * way;
  const room = wire.break?.glyph === 'wall' ? 8 : 10;
  return Math.max(span.from + PLACE[place] * (span.to - span.from), span.labelEnd + 8 + room);
};

const DOTTED = line('mute', 1.5, [1.5, 4.5]);

/** An interface that does not exist has a symbol of its own, which says more than the break's. */
const isMissing = (wire: Wire, place: BreakPlace): boolean =>
  (place === 'near-socket' && wire.from.state === 'missing') || (place === 'far-socket' && wire.to.state === 'missing');

/** A broken wire: red up to where it breaks, dotted beyond, the glyph on top. */
const broken = (wire: Wire, place: BreakPlace, span: Span, way: 1 | -1): Shape[] => {
  const x = breakX(wire, place, span, way);
  const shapes: Shape[] = [];
  if (place !== 'near-socket') shapes.push(horizontal(wire.id, span.from, x, span.y, line('bad', 2.4)));
  if (place !== 'far-socket') {
    shapes.push(horizontal(wire.id, x, span.to, span.y, DOTTED), arrowHead(wire.id, span.to, span.y, way, 'mute'));
  }
  return isMissing(wire, place) ? shapes : [...shapes, ...glyphAt(wire, x, span.y)];
};

/** The line of a wire with its head, and its break where it has one. */
export const wireLine = (wire: Wire, span: Span): Shape[] => {
  const way = span.to > span.from ? 1 : -1;
  if (wire.state === 'broken') return broken(wire, wire.break?.place ?? 'middle', span, way);
  return whole(wire, span, way);
};

/** Whether the break glyph itself stands where an end's symbol would be drawn. */
export const hidesEnd = (wire: Wire, end: 'from' | 'to'): boolean =>
  wire.state === 'broken' &&
  wire[end].state !== 'missing' &&
  wire.break?.place === (end === 'from' ? 'near-socket' : 'far-socket');
