import type { Device, Drawing, Wire } from '../../model';
import { type Connection, esaOf, wiresOf } from './connections';
import { fanRow, foldedRow, HEAD, type Rail, ROW, spotOf } from './fan-row';
import { type DrawingWords, drawingName, noteOf } from './names';
import { box, type DrawingLayout, line, type Shape, type Spot, text } from './shapes';
import { fitEnd, fitMiddle, shortenMiddle, textWidth } from './text-width';
import { wireEnd } from './wire-ends';

const SMA_WIDTH = 170;
const SMA_HEIGHT = 118;
const FOLDED = 62;
const FOLD_FROM = 13;
const SHOWN = 6;

/** Machines as rows, worst on top once they are folded; the rest of a large site in one row. */
const rowsOf = (drawing: Drawing, wires: readonly Wire[]) => {
  const pairs = drawing.esas.map((device) => ({
    device,
    wire: wires.find((wire) => esaOf(wire) === device.name) ?? null,
  }));
  if (pairs.length < FOLD_FROM) return { rows: pairs, folded: [] };
  const speaks = (wire: Wire | null) => wire !== null && ['broken', 'degraded', 'checking'].includes(wire.state);
  const order = ['broken', 'degraded', 'checking'];
  const rank = (wire: Wire | null) => order.indexOf(wire?.state ?? '');
  const loud = pairs.filter(({ wire }) => speaks(wire)).sort((a, b) => rank(a.wire) - rank(b.wire));
  const rows = loud.slice(0, SHOWN);
  return { rows, folded: pairs.filter((pair) => !rows.includes(pair)) };
};

const clusterBox = (drawing: Drawing, rail: Rail, height: number, words: DrawingWords): Shape[] => {
  const { cluster } = drawing;
  const title = cluster?.name ?? words.say('app:drawing.machines', { count: drawing.esas.length });
  const name = fitMiddle(title, rail.x * 0.5, 13);
  const frame = box(null, {
    x: 0.6,
    y: 0.6,
    width: rail.x - 1.2,
    height: height - 1.2,
    radius: 8,
    fill: 'bg',
    stroke: cluster === null ? line('line-strong', 1.2) : line('line-strong', 1.2, [5, 4]),
  });
  const head = text(null, 14, 22, name, { size: 13, weight: 600, paint: 'text', full: name === title ? null : title });
  if (cluster === null) return [frame, head];
  const set =
    cluster.interface === null
      ? words.say('app:drawing.cluster')
      : words.say('app:drawing.cluster-interface', { interface: cluster.interface });
  const room = rail.x - 44 - textWidth(name, 13);
  return [frame, head, text(null, rail.x - 16, 22, fitEnd(set, room, 11.5), { anchor: 'end', paint: 'text3' })];
};

const smaBox = (sma: Device | null, x: number, middle: number, words: DrawingWords): Shape[] => {
  const of = sma?.name ?? null;
  const y = middle - SMA_HEIGHT / 2;
  const stroke = line('line-strong', 1.2, sma === null ? [5, 4] : []);
  const shapes: Shape[] = [
    box(of, { x, y, width: SMA_WIDTH - 0.6, height: SMA_HEIGHT, radius: 8, fill: 'bg', stroke }),
  ];
  if (sma === null) return [...shapes, text(null, x + 16, y + 34, 'SMA', { paint: 'text3' })];
  const name = fitMiddle(shortenMiddle(sma.name, 22), SMA_WIDTH - 30, 13);
  const full = name === sma.name ? null : sma.name;
  shapes.push(text(of, x + 16, y + 34, name, { size: 13, weight: 600, paint: 'text', full }));
  shapes.push(text(of, x + 16, y + 51, 'SMA', { paint: 'text3' }));
  if (sma.address !== null) {
    shapes.push(text(of, x + 16, y + 74, fitMiddle(sma.address, SMA_WIDTH - 30, 11, true), { size: 11, mono: true }));
  }
  if (sma.note !== null) {
    const full = noteOf(sma.note, words);
    shapes.push(text(of, x + 16, y + 97, fitEnd(full, SMA_WIDTH - 30, 11.5), { paint: 'warn', full }));
  }
  return shapes;
};

const smaEnd = (wires: readonly Wire[], x: number, y: number): Shape[] => {
  const state = wires.every((wire) => wire.state === wires[0]?.state) ? wires[0] : undefined;
  const wire = wires.find((one) => one.state === 'ok') ?? state ?? wires[0];
  if (wire === undefined) return [];
  return wireEnd({ ...wire, id: 'sma-end' }, wire.flow === 'esa-to-sma' ? wire.to : wire.from, x, y);
};

/** Two ESAs and more: one connection at a time, as a fan of curves to the SMA. */
export const layoutFan = (
  drawing: Drawing,
  width: number,
  connection: Connection,
  words: DrawingWords,
): DrawingLayout => {
  const wires = wiresOf(drawing, connection);
  const { rows, folded } = rowsOf(drawing, wires);
  const narrow = width < 560;
  const rail: Rail = { x: narrow ? Math.round(width * 0.46) : folded.length > 0 ? 316 : 260, smaX: 0, smaY: 0 };
  const height = Math.max(HEAD + rows.length * ROW + (folded.length > 0 ? FOLDED : 0) + 10, SMA_HEIGHT + 4);
  rail.smaX = width - SMA_WIDTH;
  rail.smaY = height / 2;
  const drawn = rows.map(({ device, wire }, index) => fanRow(device, wire, HEAD + index * ROW, rail, words));
  const foldY = HEAD + rows.length * ROW;
  const rest = folded.length === 0 ? [] : foldedRow(folded, foldY, rail, words);
  const spots: Spot[] = rows.flatMap(({ wire }, index) =>
    wire === null ? [] : [spotOf(wire, HEAD + index * ROW, rail, words)],
  );
  const lines = drawn.flatMap((row) => row.curve).sort((a, b) => a.loud - b.loud);
  return {
    width,
    height,
    name: drawingName({ ...drawing, wires: [...wires] }, words),
    shapes: [
      ...clusterBox(drawing, rail, height, words),
      ...drawn.flatMap((row) => row.ground),
      ...rest,
      ...lines.flatMap((one) => one.shapes),
      ...drawn.flatMap((row) => row.front),
      ...smaBox(drawing.sma, rail.smaX, rail.smaY, words),
      ...smaEnd(wires, rail.smaX, rail.smaY),
    ],
    spots,
    ghosts:
      drawing.sma === null
        ? [{ role: 'sma', x: rail.smaX, y: rail.smaY - SMA_HEIGHT / 2, width: SMA_WIDTH, height: SMA_HEIGHT }]
        : [],
  };
};
