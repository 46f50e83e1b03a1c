import type { ReactNode } from 'react';
import './status.css';

/** Every state has a shape of its own, so that colour is never the only sign. */
export type GlyphName =
  | 'octagon'
  | 'half-diamond'
  | 'slashed'
  | 'dashed'
  | 'clock'
  | 'arc'
  | 'tick'
  | 'cross'
  | 'ask-diamond'
  | 'skip'
  | 'square'
  | 'triangle'
  | 'info'
  | 'ring'
  | 'dot-ring'
  | 'filled-tick'
  | 'ask-ring';

const SHAPES: Record<GlyphName, ReactNode> = {
  octagon: (
    <>
      <path className="solid" d="M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5z" />
      <path className="cut" d="M8 4.6v4M8 11.2v.1" />
    </>
  ),
  'half-diamond': (
    <>
      <path d="M8 1.6 14.4 8 8 14.4 1.6 8z" />
      <path className="solid" d="M8 1.6 14.4 8 8 14.4z" />
    </>
  ),
  slashed: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM4 12 12 4" />,
  dashed: <path className="dashes" d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z" />,
  clock: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2 1.6" />,
  arc: (
    <>
      <path className="faint" d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z" />
      <path className="turning" d="M8 2a6 6 0 0 1 6 6" />
    </>
  ),
  tick: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.2 8.2l2 2 3.6-4.3" />,
  cross: (
    <>
      <circle className="solid" cx="8" cy="8" r="6.6" />
      <path className="cut" d="M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6" />
    </>
  ),
  'ask-diamond': (
    <>
      <path d="M8 1.4 14.6 8 8 14.6 1.4 8z" />
      <path d="M6.6 6.8c0-2 2.9-1.8 2.8 0 0 1-1.4 1-1.4 2.1M8 10.8v.1" />
    </>
  ),
  skip: <path d="M4 4.5v7L9 8zM11.5 4.5v7" />,
  square: <path d="M4 4h8v8H4z" />,
  triangle: <path d="M8 2.4 14.4 13H1.6zM8 6.4v3M8 11.3v.1" />,
  info: <path d="M8 7.2v4.6M8 4.2v.1" />,
  ring: <circle cx="8" cy="8" r="5" />,
  'dot-ring': (
    <>
      <circle cx="8" cy="8" r="5.4" />
      <circle className="solid" cx="8" cy="8" r="2.4" />
    </>
  ),
  'filled-tick': (
    <>
      <circle className="solid" cx="8" cy="8" r="5.8" />
      <path className="cut" d="M5.4 8.2l1.8 1.8 3.4-4" />
    </>
  ),
  'ask-ring': (
    <>
      <path className="dashes" d="M8 13.4A5.4 5.4 0 1 0 8 2.6a5.4 5.4 0 0 0 0 10.8z" />
      <path d="M6.6 6.9c0-2 2.9-1.8 2.8 0 0 1-1.4 1-1.4 1.9M8 10.6v.1" />
    </>
  ),
};

export type Tone = 'ok' | 'bad' | 'warn' | 'act' | 'mute' | 'text3';

export const Glyph = ({ name, tone, size = 15 }: { name: GlyphName; tone: Tone; size?: number }) => (
  <svg
    className={`glyph tone-${tone}`}
    viewBox="0 0 16 16"
    width={size}
    height={size}
    aria-hidden="true"
    focusable="false"
  >
    {SHAPES[name]}
  </svg>
);
