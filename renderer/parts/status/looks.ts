import type { Severity } from '../../../main/core/model';
import type { GlyphName, Tone } from './glyph';

export interface Look {
  glyph: GlyphName;
  tone: Tone;
}

/** One look for each status word of the interface's description, section 4. */
export const LOOKS = {
  confirmed: { glyph: 'octagon', tone: 'bad' },
  suspected: { glyph: 'half-diamond', tone: 'warn' },
  'ruled-out': { glyph: 'slashed', tone: 'ok' },
  'not-checked': { glyph: 'dashed', tone: 'mute' },
  waiting: { glyph: 'clock', tone: 'mute' },
  running: { glyph: 'arc', tone: 'act' },
  passed: { glyph: 'tick', tone: 'ok' },
  failed: { glyph: 'cross', tone: 'bad' },
  'could-not-tell': { glyph: 'ask-diamond', tone: 'warn' },
  skipped: { glyph: 'skip', tone: 'mute' },
  cancelled: { glyph: 'square', tone: 'mute' },
  error: { glyph: 'octagon', tone: 'bad' },
  warning: { glyph: 'triangle', tone: 'warn' },
  info: { glyph: 'info', tone: 'text3' },
  fault: { glyph: 'octagon', tone: 'bad' },
  healthy: { glyph: 'tick', tone: 'ok' },
  inconclusive: { glyph: 'half-diamond', tone: 'warn' },
} as const satisfies Record<string, Look>;
export type StatusName = keyof typeof LOOKS;

/** A confirmed finding takes the colour of its severity, and keeps its octagon only where it is an error. */
export const confirmedLook = (severity: Severity): Look => (severity === 'error' ? LOOKS.confirmed : LOOKS[severity]);
