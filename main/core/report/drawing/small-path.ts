import type { Drawing, WireState } from '../../model';
import { CONNECTIONS, wiresOf } from './connections';
import { type DrawingWords, drawingName, worstOf } from './names';
import { box, type DrawingLayout, line, path, type Shape, type Stroke } from './shapes';
import { paintOf } from './wire-ends';

const WIDTH = 74;
const HEIGHT = 30;

const DASH: Record<WireState, readonly number[]> = {
  unknown: [3, 2.4],
  checking: [4, 2],
  ok: [],
  broken: [],
  degraded: [6, 1.6, 1.6, 1.6],
  'not-checked': [1.2, 2.6],
};

const bar = (x: number): Shape =>
  box(null, { x, y: 1, width: 5, height: HEIGHT - 2, radius: 1.5, fill: 'mute', stroke: null });

const head = (x: number, y: number, way: 1 | -1, stroke: Stroke): Shape =>
  path(null, `M${x - 3.5 * way} ${y - 2.5} L${x} ${y} L${x - 3.5 * way} ${y + 2.5}`, { ...stroke, dash: [] });

const row = (state: WireState, y: number, way: 1 | -1): Shape[] => {
  const [from, to] = way === 1 ? [8, WIDTH - 8] : [WIDTH - 8, 8];
  const stroke = line(paintOf(state), 1.6, DASH[state]);
  if (state !== 'broken') return [path(null, `M${from} ${y} H${to}`, stroke), head(to, y, way, stroke)];
  const x = from + way * 26;
  const rest = line('mute', 1.4, DASH['not-checked']);
  return [
    path(null, `M${from} ${y} H${x}`, stroke),
    path(null, `M${x} ${y} H${to}`, rest),
    head(to, y, way, rest),
    path(null, `M${x - 2.6} ${y - 2.6} l5.2 5.2 M${x + 2.6} ${y - 2.6} l-5.2 5.2`, line('bad', 1.7, [], true)),
  ];
};

/** The three connections in 74 × 30, each in the state of its worst wire: the title bar's and the list's copy. */
export const layoutSmallPath = (drawing: Drawing, words: DrawingWords): DrawingLayout => ({
  width: WIDTH,
  height: HEIGHT,
  name: drawingName(drawing, words),
  shapes: [
    bar(1),
    bar(WIDTH - 6),
    ...CONNECTIONS.flatMap((connection, index) =>
      row(worstOf(wiresOf(drawing, connection))?.state ?? 'unknown', 6 + index * 9, index === 0 ? 1 : -1),
    ),
  ],
  spots: [],
  ghosts: [],
});
