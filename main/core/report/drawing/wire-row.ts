import type { Wire, WireEnd } from '../../model';
import { markGlyph } from './glyphs';
import { type DrawingWords, markText, outcomeOf } from './names';
import { type Shape, text } from './shapes';
import { fitEnd, fitMiddle, textWidth } from './text-width';
import { paintOf, wireEnd } from './wire-ends';
import { hidesEnd, wireLine } from './wire-line';

/** The inner edges of the two boxes, and how much text fits into a box. */
export interface Ends {
  left: number;
  right: number;
  inside: number;
}

/** Interface and port beside a symbol, the port nearest to it. */
const endLabel = (wire: Wire, end: WireEnd, x: number, y: number, way: 1 | -1, room: number): Shape[] => {
  const anchor = way === 1 ? 'start' : 'end';
  const port = end.port === null || end.kind === 'plug' ? '' : `:${end.port}`;
  const portWidth = port === '' ? 0 : textWidth(port, 11, true) + 5;
  const shapes: Shape[] =
    port === '' ? [] : [text(wire.id, x, y + 4, port, { anchor, size: 11, mono: true, weight: 400 })];
  if (end.interface === null || room - portWidth < 30) return shapes;
  const name = fitMiddle(end.interface, room - portWidth, 11.5);
  const missing = end.state === 'missing';
  shapes.push(
    text(wire.id, x + portWidth * way, y + 4, name, {
      anchor,
      paint: missing ? 'bad' : 'text2',
      full: name === end.interface ? null : end.interface,
    }),
  );
  return shapes;
};

const over = (wire: Wire, y: number, ends: Ends, words: DrawingWords) => {
  const room = ends.right - ends.left - 32;
  const outcome = outcomeOf(wire, words);
  const long = words.say(`app:drawing.wire.${wire.kind}.long`);
  const short = words.say(`app:drawing.wire.${wire.kind}.short`);
  const fits = textWidth(long, 11.5) + textWidth(outcome, 11.5) + 70 < room;
  const label = fits ? long : fitEnd(short, room * 0.6, 11.5);
  const labelEnd = ends.left + 16 + textWidth(label, 11.5);
  const said = fitEnd(outcome, ends.right - 16 - labelEnd - 14, 11.5);
  const shapes: Shape[] = [
    text(wire.id, ends.left + 16, y - 11, label, { paint: 'text' }),
    text(wire.id, ends.right - 16, y - 11, said, {
      anchor: 'end',
      weight: wire.state === 'broken' ? 600 : 500,
      paint: wire.state === 'unknown' || wire.state === 'not-checked' ? 'text3' : paintOf(wire.state),
      full: said === outcome ? null : outcome,
    }),
  ];
  return { shapes: shapes.filter((shape) => shape.kind !== 'text' || shape.text !== ''), labelEnd };
};

/** Who looked and how far they got, from the right; what does not fit stays in the wire's name. */
const under = (wire: Wire, y: number, ends: Ends, words: DrawingWords): Shape[] => {
  const shapes: Shape[] = [];
  let x = ends.right - 16;
  for (const mark of [...wire.marks].reverse()) {
    const label = markText(mark, words);
    const width = 16 + textWidth(label, 11.5);
    if (x - width < ends.left + 16) break;
    shapes.push(...markGlyph(wire.id, x - 5.5, y + 11, mark.ok));
    shapes.push(text(wire.id, x - 16, y + 15, label, { anchor: 'end', paint: 'text3' }));
    x -= width + 14;
  }
  return shapes;
};

/** One wire of the 1 + 1 drawing with its ends, labels, outcome and marks. */
export const wireRow = (wire: Wire, y: number, ends: Ends, words: DrawingWords): Shape[] => {
  const forward = wire.flow === 'esa-to-sma';
  const [from, to] = forward ? [ends.left, ends.right] : [ends.right, ends.left];
  const way = forward ? 1 : -1;
  const { shapes, labelEnd } = over(wire, y, ends, words);
  const [leftEnd, rightEnd] = forward ? [wire.from, wire.to] : [wire.to, wire.from];
  return [
    ...wireLine(wire, { from: from + 7 * way, to: to - 9 * way, y, labelEnd }),
    ...(hidesEnd(wire, 'from') ? [] : wireEnd(wire, wire.from, from, y)),
    ...(hidesEnd(wire, 'to') ? [] : wireEnd(wire, wire.to, to, y)),
    ...endLabel(wire, leftEnd, ends.left - 13, y, -1, ends.inside - 4),
    ...endLabel(wire, rightEnd, ends.right + 13, y, 1, ends.inside - 4),
    ...shapes,
    ...under(wire, y, ends, words),
  ];
};
