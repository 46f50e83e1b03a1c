import { LAPTOP } from './words';

/** Letters that part the names of steps and places, and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
const PARTS = /[:@>/\\\u0000-\u001f\u007f]/;
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Whether an appliance may be called so: freely, but `laptop` is the vantage point of this machine, some letters part
 * names, and its evidence lies in a folder of that name, which each of the three systems must be able to hold.
 */
export const isApplianceName = (name: string): boolean =>
  name !== '' &&
  name.length <= 64 &&
  name.toLowerCase() !== LAPTOP &&
  !PARTS.test(name) &&
  !/^[. ]|[. ]$/.test(name) &&
  !DEVICE.test(name);
