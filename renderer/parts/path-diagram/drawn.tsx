import type { DrawingLayout } from '../../../main/core/report/drawing';
import { DrawnShape } from './shape';
import './path-diagram.css';

interface Props {
  layout: DrawingLayout;
  scale?: number;
}

/** The shapes of a layout, for the eye only: the words stand on the spots over it. */
export const Drawn = ({ layout, scale = 1 }: Props) => (
  <svg
    className="drawn"
    viewBox={`0 0 ${layout.width} ${layout.height}`}
    width={layout.width * scale}
    height={layout.height * scale}
    aria-hidden="true"
    focusable="false"
  >
    {layout.shapes.map((shape, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity but their place in the drawing
      <DrawnShape key={index} shape={shape} />
    ))}
  </svg>
);
