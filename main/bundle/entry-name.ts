/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const isPlainPart = (part: string): boolean =>
  part !== '' &&
  part !== '.' &&
  part !== '..' &&
  part.length <= 200 &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
  !/[\u0000-\u001f\u007f<>:"|?*\\]|[. ]$/.test(part) &&
  !DEVICE.test(part);

/** Whether a name inside an archive stays below the folder it is unpacked into, on every system. */
export const isSafeName = (name: string): boolean =>
  name.length <= 500 && name.split('/').length <= 12 && name.split('/').every(isPlainPart);
