import type { Paint, Shape, Stroke } from '../../../main/core/report/drawing';

const colour = (paint: Paint | null): string => (paint === null ? 'none' : `var(--cpq-${paint})`);

const strokeProps = (stroke: Stroke | null) =>
  stroke === null
    ? {}
    : {
        stroke: colour(stroke.paint),
        strokeWidth: stroke.width,
        strokeDasharray: stroke.dash.length === 0 ? undefined : stroke.dash.join(' '),
        strokeLinecap: stroke.round ? ('round' as const) : undefined,
        strokeLinejoin: stroke.round ? ('round' as const) : undefined,
      };

const classOf = (shape: Extract<Shape, { kind: 'path' }>) =>
  [shape.moving ? 'moving' : '', shape.faint ? 'faint' : ''].filter(Boolean).join(' ') || undefined;

/** One shape of the drawing, in the colours of the page. */
export const DrawnShape = ({ shape }: { shape: Shape }) => {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, radius } = shape;
      return (
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          rx={radius}
          fill={colour(shape.fill)}
          {...strokeProps(shape.stroke)}
        />
      );
    }
    case 'circle':
      return (
        <circle cx={shape.x} cy={shape.y} r={shape.radius} fill={colour(shape.fill)} {...strokeProps(shape.stroke)} />
      );
    case 'path':
      return <path d={shape.d} className={classOf(shape)} fill={colour(shape.fill)} {...strokeProps(shape.stroke)} />;
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          className={shape.mono ? 'drawn-mono' : undefined}
          textAnchor={shape.anchor}
          fontSize={shape.size}
          fontWeight={shape.weight}
          fill={colour(shape.paint)}
        >
          {shape.full === null ? null : <title>{shape.full}</title>}
          {shape.text}
        </text>
      );
  }
};
