import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lightPalette } from '../../main/core/report/drawing';

const css = readFileSync('renderer/theme/tokens.css', 'utf8');

type Tokens = Readonly<Record<string, string>>;

const tokensOf = (block: string | undefined): Tokens =>
  Object.fromEntries(
    [...(block ?? '').matchAll(/--cpq-([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((found) => [
      found[1] ?? '',
      found[2] ?? '',
    ]),
  );

const [light, dark, system] = css
  .split(/:root[^{]*\{/)
  .slice(1)
  .map(tokensOf);
if (light === undefined || dark === undefined || system === undefined)
  throw new Error('three blocks of tokens expected');

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

/** Relative luminance, WCAG 2. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

const GROUNDS = ['surface', 'bg', 'inset', 'hover', 'code', 'act-bg'];
const TINTS: Readonly<Record<string, string>> = { ok: 'ok-bg', bad: 'bad-bg', warn: 'warn-bg' };

const worst = (tokens: Tokens, role: string): number => {
  const grounds = [...GROUNDS, ...(TINTS[role] === undefined ? [] : [TINTS[role]])];
  return Math.min(...grounds.map((ground) => contrast(tokens[role] ?? '', tokens[ground] ?? '')));
};

describe.each([
  ['light', light],
  ['dark', dark],
])('tokens, %s', (_, tokens) => {
  it.each(['text', 'text2', 'text3', 'act', 'ok', 'bad', 'warn'])('%s is readable on every ground (AA)', (role) => {
    expect(worst(tokens, role)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['mute', 'line-strong'])('%s is visible on every ground', (role) => {
    expect(worst(tokens, role)).toBeGreaterThanOrEqual(3);
  });

  it('text stays readable on marked words', () => {
    expect(contrast(tokens.text2 ?? '', tokens.mark ?? '')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens.text2 ?? '', tokens['mark-bad'] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it('ink carries its own text', () => {
    expect(contrast(tokens['on-ink'] ?? '', tokens.ink ?? '')).toBeGreaterThanOrEqual(15);
  });
});

describe('one set of tokens', () => {
  it('is the same whether the system or the engineer chose dark', () => {
    expect(system).toEqual(dark);
  });

  it('is the same in the report', () => {
    const drawn = Object.fromEntries(Object.keys(lightPalette).map((role) => [role, light[role]?.toUpperCase()]));
    expect(drawn).toEqual(lightPalette);
  });
});
