import type { Palette } from './palette';
import type { DrawingLayout, Paint, Shape, Stroke } from './shapes';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text and attribute values alike; characters that XML forbids become the replacement character. */
const escaped = (words: string): string =>
  words
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 section 2.2 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

const attributes = (values: Record<string, string | number | null>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

const fillOf = (paint: Paint | null, palette: Palette) => ({ fill: paint === null ? 'none' : palette[paint] });

const strokeOf = (stroke: Stroke | null, palette: Palette): Record<string, string | number | null> =>
  stroke === null
    ? {}
    : {
        stroke: palette[stroke.paint],
        'stroke-width': stroke.width,
        'stroke-dasharray': stroke.dash.length === 0 ? null : stroke.dash.join(' '),
        'stroke-linecap': stroke.round ? 'round' : null,
        'stroke-linejoin': stroke.round ? 'round' : null,
      };

const element = (shape: Shape, palette: Palette): string => {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, radius } = shape;
      const look = { ...fillOf(shape.fill, palette), ...strokeOf(shape.stroke, palette) };
      return `<rect${attributes({ x, y, width, height, rx: radius, ...look })}/>`;
    }
    case 'circle': {
      const look = { ...fillOf(shape.fill, palette), ...strokeOf(shape.stroke, palette) };
      return `<circle${attributes({ cx: shape.x, cy: shape.y, r: shape.radius, ...look })}/>`;
    }
    case 'path': {
      const look = { ...fillOf(shape.fill, palette), ...strokeOf(shape.stroke, palette) };
      return `<path${attributes({ d: shape.d, opacity: shape.faint ? 0.78 : null, ...look })}/>`;
    }
    case 'text': {
      const font = shape.mono ? "'JetBrains Mono', ui-monospace, monospace" : "Inter, 'Segoe UI', sans-serif";
      const { x, y, anchor, size, weight } = shape;
      const look = { 'text-anchor': anchor, 'font-size': size, 'font-weight': weight, 'font-family': font };
      const title = shape.full === null ? '' : `<title>${escaped(shape.full)}</title>`;
      return `<text${attributes({ x, y, ...look, fill: palette[shape.paint] })}>${title}${escaped(shape.text)}</text>`;
    }
  }
};

/** The layout as one SVG element with a title; every text and value is escaped here, so nothing can break out of it. */
export const drawingToSvg = (layout: DrawingLayout, palette: Palette): string => {
  const { width, height } = layout;
  const head = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
  });
  const shapes = layout.shapes.map((shape) => element(shape, palette)).join('');
  return `<svg${head}><title>${escaped(layout.name)}</title>${shapes}</svg>`;
};
