import type { Device, Wire } from '../../model';
import { arrowHead, crossGlyph } from './glyphs';
import { type DrawingWords, outcomeOf, wireName } from './names';
import { box, circle, line, path, type Shape, type Spot, type Stroke, text } from './shapes';
import { fitEnd, fitMiddle, textWidth } from './text-width';
import { paintOf, wireEnd } from './wire-ends';

export const HEAD = 34;
export const ROW = 25;

/** Where the machines' box ends, and where the SMA's plug or socket stands. */
export interface Rail {
  x: number;
  smaX: number;
  smaY: number;
}

/** C (x ± k): the curve of section 3 of the interface's description. */
const curve = (fromX: number, fromY: number, toX: number, toY: number): string => {
  const k = 0.55 * Math.abs(fromX - toX) * Math.sign(toX - fromX);
  return `M${fromX} ${fromY} C${fromX + k} ${fromY} ${toX - k} ${toY} ${toX} ${toY}`;
};

const STROKES: Record<Wire['state'], Stroke> = {
  unknown: line('mute', 1.4, [5, 5]),
  'not-checked': line('mute', 1.4, [1.5, 4.5], true),
  checking: line('act', 2, [7, 5]),
  ok: line('ok', 1.4),
  degraded: line('warn', 2, [14, 3, 3, 3]),
  broken: line('bad', 2.6),
};

const curveOf = (wire: Wire, y: number, rail: Rail): Shape[] => {
  const forward = wire.flow === 'esa-to-sma';
  const d = forward ? curve(rail.x + 7, y, rail.smaX - 9, rail.smaY) : curve(rail.smaX - 7, rail.smaY, rail.x + 9, y);
  const [headX, headY] = forward ? [rail.smaX - 9, rail.smaY] : [rail.x + 9, y];
  return [
    path(wire.id, d, STROKES[wire.state], { moving: wire.state === 'checking', faint: wire.state === 'ok' }),
    arrowHead(wire.id, headX, headY, forward ? 1 : -1, paintOf(wire.state)),
  ];
};

const rightText = (wire: Wire, y: number, rail: Rail, room: number, words: DrawingWords): Shape[] => {
  const end = wire.flow === 'esa-to-sma' ? wire.from : wire.to;
  if (wire.state === 'broken' || wire.state === 'degraded') {
    const full = outcomeOf(wire, words);
    const said = fitEnd(full, room, 11.5);
    const paint = paintOf(wire.state);
    return [
      text(wire.id, rail.x - 16, y + 4, said, { anchor: 'end', weight: 600, paint, full: said === full ? null : full }),
    ];
  }
  const port = end.port === null || end.kind === 'plug' ? '' : ` :${end.port}`;
  const label = `${end.interface ?? ''}${port}`.trim();
  const fitted = fitMiddle(label, room, 11, true);
  return label === ''
    ? []
    : [text(wire.id, rail.x - 16, y + 4, fitted, { anchor: 'end', size: 11, mono: true, weight: 400 })];
};

/** One machine: the ground under its row, its curve, and the text and symbol in front. */
export const fanRow = (device: Device, wire: Wire | null, top: number, rail: Rail, words: DrawingWords) => {
  const y = top + ROW / 2;
  const bad = wire?.state === 'broken';
  const ground: Shape[] = bad
    ? [
        box(device.name, {
          x: 6,
          y: top + 1,
          width: rail.x - 13,
          height: ROW - 2,
          radius: 4,
          fill: 'bad-bg',
          stroke: null,
        }),
      ]
    : [];
  const name = fitMiddle(device.name, Math.min(rail.x * 0.4, 120), 12);
  const full = name === device.name ? null : device.name;
  const front: Shape[] = [text(device.name, 14, y + 4, name, { size: 12, weight: 600, paint: 'text', full })];
  let used = 14 + textWidth(name, 12) + 10;
  if (device.address !== null && rail.x - used - 96 > textWidth(device.address, 11, true)) {
    const x = Math.max(used, 62);
    front.push(text(device.name, x, y + 4, device.address, { size: 11, mono: true, weight: 400 }));
    used = x + textWidth(device.address, 11, true) + 8;
  }
  if (wire === null) return { ground, curve: [], front };
  front.push(...rightText(wire, y, rail, rail.x - 16 - used, words));
  const end = wire.flow === 'esa-to-sma' ? wire.from : wire.to;
  const here = wire.flow === 'esa-to-sma' ? 'near-socket' : 'far-socket';
  const crossed = bad && wire.break?.place === here && end.state !== 'missing';
  front.push(...(crossed ? crossGlyph(wire.id, rail.x, y) : wireEnd(wire, end, rail.x, y)));
  return { ground, curve: [{ loud: bad ? 1 : 0, shapes: curveOf(wire, y, rail) }], front };
};

export const spotOf = (wire: Wire, top: number, rail: Rail, words: DrawingWords): Spot => ({
  id: wire.id,
  name: wireName(wire, words),
  x: 6,
  y: top,
  width: rail.x + 4,
  height: ROW,
});

/** The machines that need no row of their own: a bead each, and one wire of three strands. */
export const foldedRow = (
  folded: readonly { device: Device; wire: Wire | null }[],
  top: number,
  rail: Rail,
  words: DrawingWords,
): Shape[] => {
  const passed = folded.every(({ wire }) => wire?.state === 'ok');
  const label = words.say(passed ? 'app:drawing.folded.passed' : 'app:drawing.folded.unknown', {
    count: folded.length,
  });
  const y = top + 31;
  const paint = passed ? 'ok' : 'mute';
  const gap = Math.min(13, (rail.x - 40) / folded.length);
  const beads = folded.map(({ device, wire }, index) =>
    circle(
      device.name,
      19 + index * gap,
      top + 40,
      Math.min(4, gap / 2.6),
      null,
      line(paintOf(wire?.state ?? 'unknown'), 1.4),
    ),
  );
  const dash = passed ? [] : [5, 5];
  const strands = [-3, 0, 3].map((shift) =>
    path(null, curve(rail.x + 9, y + shift, rail.smaX - 9, rail.smaY + shift / 3), line(paint, 1.2, dash), {
      faint: true,
    }),
  );
  const count = text(null, rail.x + 24, y - 9, `× ${folded.length}`, { paint: 'text3' });
  return [
    text(null, 14, top + 20, fitEnd(label, rail.x - 28, 12), { size: 12, paint: 'text' }),
    ...beads,
    ...strands,
    circle(null, rail.x, y, 6, 'surface', line(paint, 1.8, passed ? [] : [2.4, 2])),
    ...(passed ? [circle(null, rail.x, y, 2.4, paint, null)] : []),
    count,
  ];
};
