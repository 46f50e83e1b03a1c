import type { Device, Drawing, Wire } from '../../model';
import { type DrawingWords, drawingName, noteOf, wireName } from './names';
import { box, type DrawingLayout, type Ghost, line, type Shape, type Spot, text } from './shapes';
import { fitEnd, fitMiddle, shortenMiddle, textWidth } from './text-width';
import { type Ends, wireRow } from './wire-row';

const TOP = 22;
const FIRST = 50;
const PITCH = 42;
const BELOW = 23;

const ghost = (id: string, kind: Wire['kind'], esa: string, sma: string): Wire => {
  const forward = kind === 'quarantine';
  const port = kind === 'ssh' ? 22 : null;
  const end = (appliance: string, plugged: boolean) => ({
    appliance,
    interface: null,
    port: plugged ? null : port,
    kind: plugged ? ('plug' as const) : ('socket' as const),
    state: 'unknown' as const,
  });
  return {
    id,
    kind,
    flow: forward ? 'esa-to-sma' : 'sma-to-esa',
    from: end(forward ? esa : sma, true),
    to: end(forward ? sma : esa, false),
    state: 'unknown',
    break: null,
    outcome: { key: '', params: {} },
    marks: [],
  };
};

/** The three connections in their order, those the drawing does not know as unknown ones. */
export const threeWires = (drawing: Drawing, esa: string, sma: string): Wire[] => {
  const of = (kinds: readonly Wire['kind'][]) => drawing.wires.find((wire) => kinds.includes(wire.kind));
  return [
    of(['quarantine', 'readiness']) ?? ghost('ghost-quarantine', 'quarantine', esa, sma),
    of(['release']) ?? ghost('ghost-release', 'release', esa, sma),
    of(['ssh']) ?? ghost('ghost-ssh', 'ssh', esa, sma),
  ];
};

/** Name, address and role above a box; from the outer edge inwards, so the right one is mirrored. */
const heading = (device: Device | null, role: string, edge: number, way: 1 | -1, room: number): Shape[] => {
  const anchor = way === 1 ? 'start' : 'end';
  if (device === null) return [text(null, edge, 14, role, { anchor, paint: 'text3' })];
  const name = shortenMiddle(device.name, 22);
  const fitted = fitMiddle(name, room, 13);
  const of = device.name;
  const full = fitted === device.name ? null : device.name;
  const shapes: Shape[] = [text(of, edge, 14, fitted, { anchor, size: 13, weight: 600, paint: 'text', full })];
  let at = textWidth(fitted, 13) + 8;
  if (device.address !== null && at + textWidth(device.address, 11, true) < room) {
    shapes.push(text(of, edge + at * way, 14, device.address, { anchor, size: 11, mono: true }));
    at += textWidth(device.address, 11, true) + 8;
  }
  if (at + 26 < room && device.name !== role)
    shapes.push(text(of, edge + at * way, 14, role, { anchor, paint: 'text3' }));
  return shapes;
};

const deviceBox = (device: Device | null, x: number, width: number, height: number): Shape =>
  box(device?.name ?? null, {
    x: x + 0.6,
    y: TOP,
    width: width - 1.2,
    height,
    radius: 8,
    fill: 'bg',
    stroke: line('line-strong', 1.2, device === null ? [5, 4] : []),
  });

const deviceNote = (device: Device | null, x: number, anchor: 'start' | 'end', room: number, words: DrawingWords) => {
  if (device === null || device.note === null) return [];
  const full = noteOf(device.note, words);
  const fitted = fitEnd(full, room, 11);
  const shortened = fitted === full ? null : full;
  return [text(device.name, x, FIRST + 24, fitted, { anchor, size: 11, paint: 'warn', full: shortened })];
};

const ghostsOf = (esa: Device | null, sma: Device | null, width: number, room: number, height: number): Ghost[] => [
  ...(esa === null ? [{ role: 'esa' as const, x: 0, y: TOP, width: room - 14, height }] : []),
  ...(sma === null ? [{ role: 'sma' as const, x: width - room + 14, y: TOP, width: room - 14, height }] : []),
];

/** One ESA and one SMA: the three connections under each other. A missing device is a dashed ghost. */
export const layoutOneAndOne = (drawing: Drawing, width: number, words: DrawingWords): DrawingLayout => {
  const esa = drawing.esas[0] ?? null;
  const { sma } = drawing;
  const room = width < 520 ? 66 : 132;
  const wires = threeWires(drawing, esa?.name ?? 'ESA', sma?.name ?? 'SMA');
  const bottom = FIRST + PITCH * (wires.length - 1) + BELOW;
  const ends: Ends = { left: room, right: width - room, inside: room - 14 };
  const rows = wires.map((wire, index) => wireRow(wire, FIRST + PITCH * index, ends, words));
  const spots: Spot[] = wires.map((wire, index) => ({
    id: wire.id,
    name: wireName(wire, words),
    x: room - 10,
    y: FIRST + PITCH * index - 24,
    width: width - 2 * room + 20,
    height: PITCH,
  }));
  return {
    width,
    height: bottom + 1,
    name: drawingName({ ...drawing, wires }, words),
    shapes: [
      ...heading(esa, 'ESA', 0, 1, width / 2 - 12),
      ...heading(sma, 'SMA', width, -1, width / 2 - 12),
      deviceBox(esa, 0, room, bottom - TOP),
      deviceBox(sma, width - room, room, bottom - TOP),
      ...deviceNote(esa, room - 13, 'end', room - 20, words),
      ...deviceNote(sma, width - room + 13, 'start', room - 20, words),
      ...rows.flat(),
    ],
    spots: spots.filter((spot) => !spot.id.startsWith('ghost-')),
    ghosts: ghostsOf(esa, sma, width, room, bottom - TOP),
  };
};
