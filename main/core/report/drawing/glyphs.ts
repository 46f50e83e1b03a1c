import { box, circle, line, type Paint, path, type Shape } from './shapes';

type Of = string | null;

/** Small disc of a vantage mark: filled with × where it failed, outlined with a tick where it passed. */
export const markGlyph = (of: Of, x: number, y: number, ok: boolean): Shape[] =>
  ok
    ? [
        circle(of, x, y, 5, null, line('ok', 1.3)),
        path(of, `M${x - 2.2} ${y + 0.2} l1.6 1.7 l3 -3.6`, line('ok', 1.3, [], true)),
      ]
    : [circle(of, x, y, 5.5, 'bad', null), path(of, cross(x, y, 2), line('surface', 1.5, [], true))];

const cross = (x: number, y: number, arm: number): string =>
  `M${x - arm} ${y - arm} L${x + arm} ${y + arm} M${x + arm} ${y - arm} L${x - arm} ${y + arm}`;

/** Red disc with ×: the fault sits in a socket or a plug. */
export const crossGlyph = (of: Of, x: number, y: number): Shape[] => [
  circle(of, x, y, 8.5, 'bad', line('surface', 2)),
  path(of, cross(x, y, 2.9), line('surface', 1.8, [], true)),
];

/** Open lock in a disc: the handshake failed. */
export const lockGlyph = (of: Of, x: number, y: number): Shape[] => [
  circle(of, x, y, 10, 'bad-bg', line('bad', 1.8)),
  box(of, { x: x - 4, y: y - 0.5, width: 8, height: 5.5, radius: 1.2, fill: 'bad', stroke: null }),
  path(of, `M${x - 2.4} ${y - 0.5} v-1.9 a2.4 2.4 0 0 1 4.7 -0.7`, line('bad', 1.4, [], true)),
];

/** Brick wall: something between the two ends. */
export const wallGlyph = (of: Of, x: number, y: number): Shape[] => [
  box(of, { x: x - 8, y: y - 14, width: 16, height: 28, radius: 2, fill: 'bad-bg', stroke: line('bad', 1.6) }),
  path(
    of,
    `M${x - 8} ${y - 7} h16 M${x - 8} ${y} h16 M${x - 8} ${y + 7} h16 M${x} ${y - 14} v7 M${x - 4} ${y - 7} v7 M${x + 4} ${y - 7} v7 M${x} ${y} v7 M${x - 4} ${y + 7} v7 M${x + 4} ${y + 7} v7`,
    line('bad', 1.2),
  ),
];

/** Triangle in the middle of a wire that is suspected or degraded. */
export const warnGlyph = (of: Of, x: number, y: number): Shape[] => [
  path(of, `M${x} ${y - 8.5} L${x + 9} ${y + 6.5} H${x - 9} Z`, line('warn', 1.5, [], true), { fill: 'surface' }),
  path(of, `M${x} ${y - 3} v4 M${x} ${y + 3.8} v0.2`, line('warn', 1.5, [], true)),
];

/** Where a connection starts. */
export const plug = (of: Of, x: number, y: number, paint: Paint, dashed: boolean): Shape =>
  box(of, {
    x: x - 5,
    y: y - 5,
    width: 10,
    height: 10,
    radius: 2.5,
    fill: 'surface',
    stroke: line(paint, 1.8, dashed ? [2.4, 2] : []),
  });

/** Where one listens; the dot says that it is known to listen. */
export const socket = (of: Of, x: number, y: number, paint: Paint, dashed: boolean, dot: boolean): Shape[] => [
  circle(of, x, y, 6, 'surface', line(paint, 1.8, dashed ? [2.4, 2] : [])),
  ...(dot ? [circle(of, x, y, 2.4, paint, null)] : []),
];

/** An interface that does not exist: dashed red socket with ×. */
export const missingSocket = (of: Of, x: number, y: number): Shape[] => [
  circle(of, x, y, 7, 'surface', line('bad', 1.8, [2.4, 2])),
  path(of, cross(x, y, 2.6), line('bad', 1.8, [], true)),
];

/** Open chevron at the end that listens; `way` is 1 to the right, -1 to the left. */
export const arrowHead = (of: Of, x: number, y: number, way: 1 | -1, paint: Paint): Shape =>
  path(of, `M${x - 7 * way} ${y - 4.5} L${x} ${y} L${x - 7 * way} ${y + 4.5}`, line(paint, 2, [], true));
