import type { Drawing } from '../../model';
import { type Connection, worstConnection } from './connections';
import { layoutFan } from './fan';
import type { DrawingWords } from './names';
import { layoutOneAndOne } from './one-and-one';
import type { DrawingLayout } from './shapes';

/** Narrower than this the two boxes meet. */
const NARROWEST = 372;

/**
 * The drawing as shapes with colour roles, for `width` CSS pixels: three wires for one ESA, a fan of one
 * connection (`connection`, else the worst) for several. Never fails; a missing end is drawn as a ghost.
 */
export const layoutDrawing = (
  drawing: Drawing,
  options: { width: number; words: DrawingWords; connection?: Connection },
): DrawingLayout => {
  const width = Math.max(options.width, NARROWEST);
  return drawing.esas.length > 1
    ? layoutFan(drawing, width, options.connection ?? worstConnection(drawing), options.words)
    : layoutOneAndOne(drawing, width, options.words);
};
