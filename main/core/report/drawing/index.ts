export { CONNECTIONS, type Connection, connectionOf, esaOf, only, wiresOf, worstConnection } from './connections';
export { layoutDrawing } from './layout';
export { badness, type DrawingWords, wireName, worstOf } from './names';
export { lightPalette, type Palette, printPalette } from './palette';
export type { DrawingLayout, Ghost, Paint, Shape, Spot, Stroke } from './shapes';
export { layoutSmallPath } from './small-path';
export { drawingToSvg } from './svg';
