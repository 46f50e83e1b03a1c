import { bad, good, problem, type Result } from '../core/model';

export const EVIDENCE = 'evidence';

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const isPlain = (part: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
  part.length > 0 && part.length <= 120 && !/[\u0000-\u001f\u007f<>:"|?*\\]|^\.|[. ]$/.test(part) && !DEVICE.test(part);

/**
 * The parts of an evidence path below `evidence/`; that first part may be written or left out. Refused: absolute paths,
 * `..`, hidden names, and whatever one of the three systems cannot store (`evidence-path-refused`).
 */
export const evidenceParts = (path: string): Result<readonly string[]> => {
  const parts = path.split('/');
  const below = parts[0] === EVIDENCE && parts.length > 1 ? parts.slice(1) : parts;
  return below.length <= 8 && below.every(isPlain)
    ? good(below)
    : bad(problem('evidence-path-refused', path.slice(0, 200)));
};

/** `tophosts.txt` → `tophosts-2.txt`: the name beside a taken one. */
export const numbered = (parts: readonly string[], number: number): readonly string[] => {
  const name = parts.at(-1) ?? '';
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  return [...parts.slice(0, -1), number === 1 ? name : `${stem}-${number}${ending}`];
};
