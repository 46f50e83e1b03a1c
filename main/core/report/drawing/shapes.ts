/** Colour roles of the interface tokens; whoever draws chooses the colours. */
export type Paint =
  | 'text'
  | 'text2'
  | 'text3'
  | 'act'
  | 'ok'
  | 'bad'
  | 'warn'
  | 'mute'
  | 'line-strong'
  | 'bg'
  | 'surface'
  | 'bad-bg';

export interface Stroke {
  paint: Paint;
  width: number;
  dash: readonly number[];
  round: boolean;
}

/** `of` names the wire or the device the shape belongs to. */
interface Belongs {
  of: string | null;
}

export interface BoxShape extends Belongs {
  kind: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
  fill: Paint | null;
  stroke: Stroke | null;
}
export interface CircleShape extends Belongs {
  kind: 'circle';
  x: number;
  y: number;
  radius: number;
  fill: Paint | null;
  stroke: Stroke | null;
}
export interface PathShape extends Belongs {
  kind: 'path';
  d: string;
  fill: Paint | null;
  stroke: Stroke | null;
  /** A wire being checked moves on screen, unless motion is reduced. */
  moving: boolean;
  faint: boolean;
}
export interface TextShape extends Belongs {
  kind: 'text';
  x: number;
  y: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
  size: number;
  weight: 400 | 500 | 600;
  mono: boolean;
  paint: Paint;
  /** The whole text where `text` is shortened. */
  full: string | null;
}
export type Shape = BoxShape | CircleShape | PathShape | TextShape;

/** A place one can point at or walk to: a wire, or a machine's row. */
export interface Spot {
  id: string;
  /** The sentence that says everything the shapes show. */
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The box of a device that the site does not have yet. */
export interface Ghost {
  role: 'esa' | 'sma';
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface DrawingLayout {
  width: number;
  height: number;
  /** The sentence of the worst wire: the name of the whole drawing. */
  name: string;
  shapes: Shape[];
  spots: Spot[];
  /** Where a device is missing: the page offers to add it there. */
  ghosts: Ghost[];
}

export const line = (paint: Paint, width: number, dash: readonly number[] = [], round = false): Stroke => ({
  paint,
  width,
  dash,
  round,
});

export const box = (of: string | null, shape: Omit<BoxShape, 'kind' | 'of'>): BoxShape => ({
  kind: 'box',
  of,
  ...shape,
});

export const circle = (
  of: string | null,
  x: number,
  y: number,
  radius: number,
  fill: Paint | null,
  stroke: Stroke | null,
): CircleShape => ({ kind: 'circle', of, x, y, radius, fill, stroke });

export const path = (
  of: string | null,
  d: string,
  stroke: Stroke | null,
  more: Partial<PathShape> = {},
): PathShape => ({
  kind: 'path',
  of,
  d,
  fill: null,
  stroke,
  moving: false,
  faint: false,
  ...more,
});

export const text = (
  of: string | null,
  x: number,
  y: number,
  words: string,
  more: Partial<TextShape> = {},
): TextShape => ({
  kind: 'text',
  of,
  x,
  y,
  text: words,
  anchor: 'start',
  size: 11.5,
  weight: 500,
  mono: false,
  paint: 'text2',
  full: null,
  ...more,
});
