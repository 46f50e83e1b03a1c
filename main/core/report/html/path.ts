import type { Drawing, WireState } from '../../model';
import type { Words } from '../../texts';
import {
  CONNECTIONS,
  drawingToSvg,
  layoutDrawing,
  lightPalette,
  type Palette,
  printPalette,
  wiresOf,
} from '../drawing';
import { html, type Markup, raw } from './markup';

const WIDTH = 814;
const SPEAKS: readonly WireState[] = ['broken', 'degraded', 'ok'];

/** Several ESAs are a fan of one connection at a time, so each connection that is known gets its own. */
const drawings = (drawing: Drawing, words: Words, palette: Palette): Markup[] => {
  const say = { say: (key: string, params?: Record<string, string | number>) => words.say(key, params) };
  const connections =
    drawing.esas.length > 1
      ? CONNECTIONS.filter((one) => wiresOf(drawing, one).some((wire) => SPEAKS.includes(wire.state)))
      : [];
  const layouts =
    connections.length === 0
      ? [layoutDrawing(drawing, { width: WIDTH, words: say })]
      : connections.map((connection) => layoutDrawing(drawing, { width: WIDTH, words: say, connection }));
  return layouts.map((layout) => html`<div class="drawing">${raw(drawingToSvg(layout, palette))}</div>`);
};

const sample = (shape: string): Markup =>
  raw(
    `<svg width="34" height="14" viewBox="0 0 34 14" aria-hidden="true" fill="none" stroke="currentColor">${shape}</svg>`,
  );

const LEGEND: readonly (readonly [string, Markup])[] = [
  ['works', sample('<path d="M1 7H33" stroke-width="2"/>')],
  [
    'breaks',
    sample('<path d="M1 7H15" stroke-width="2.6"/><path d="M18 7H33" stroke-width="1.5" stroke-dasharray="1.5 4"/>'),
  ],
  ['unknown', sample('<path d="M1 7H33" stroke-width="1.5" stroke-dasharray="5 5"/>')],
  ['connects', sample('<rect x="12" y="2" width="10" height="10" rx="2.5" stroke-width="1.8"/>')],
  [
    'listens',
    sample(
      '<circle cx="17" cy="7" r="5.5" stroke-width="1.8"/><circle cx="17" cy="7" r="2.2" fill="currentColor" stroke="none"/>',
    ),
  ],
];

/** The path as it was known, once in colours and once in black for paper, with its legend. */
export const pathHtml = (drawing: Drawing, words: Words): Markup => html`
<div class="screen-only">${drawings(drawing, words, lightPalette)}</div>
<div class="print-only">${drawings(drawing, words, printPalette)}</div>
<ul class="legend">${LEGEND.map(([key, shape]) => html`<li>${shape}${words.say(`report:legend.${key}`)}</li>`)}
<li>${words.say('report:legend.marks')}</li></ul>`;
