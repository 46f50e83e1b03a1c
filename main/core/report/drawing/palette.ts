import type { Paint } from './shapes';

export type Palette = Readonly<Record<Paint, string>>;

/** The light values of the interface tokens (`renderer/theme/tokens.css` holds the same; a test compares). */
export const lightPalette: Palette = {
  text: '#1D1B18',
  text2: '#524E47',
  text3: '#676258',
  act: '#1F55C4',
  ok: '#176B3A',
  bad: '#B1241C',
  warn: '#855400',
  mute: '#77716A',
  'line-strong': '#847E73',
  bg: '#F5F4F1',
  surface: '#FFFFFF',
  'bad-bg': '#FBEAE8',
};

/** Black on white: states differ by dash, glyph and word alone. */
export const printPalette: Palette = {
  text: '#000000',
  text2: '#000000',
  text3: '#000000',
  act: '#000000',
  ok: '#000000',
  bad: '#000000',
  warn: '#000000',
  mute: '#000000',
  'line-strong': '#000000',
  bg: '#FFFFFF',
  surface: '#FFFFFF',
  'bad-bg': '#FFFFFF',
};
