/** Longer lines are cut: a log line of 10 MB says nothing that its beginning does not say. */
export const LINE_LIMIT = 65_536;
export const CUT_MARK = ' […cut]';

/**
 * A copy that does not hold on to the chunk it was cut from: engines keep a small piece as a view into the large text,
 * so that one kept line would keep its whole chunk in memory.
 */
export const ownCopy = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

const SEQUENCE = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}|[\x80-\xFF]/g;

const decoded = (bytes: string): string | null => {
  if (bytes.length === 1) return null;
  const first = bytes.charCodeAt(0);
  const lead = bytes.length === 2 ? first & 0x1f : bytes.length === 3 ? first & 0x0f : first & 0x07;
  let code = lead;
  for (let at = 1; at < bytes.length; at += 1) code = (code << 6) | (bytes.charCodeAt(at) & 0x3f);
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? null : String.fromCodePoint(code);
};

/** A line read byte by byte (Latin-1) as it stands in the file: UTF-8 where all of it is valid UTF-8, else Latin-1. */
export const asWritten = (line: string): string => {
  if (!/[\x80-\xFF]/.test(line)) return line;
  let valid = true;
  const text = line.replace(SEQUENCE, (bytes) => {
    const letter = decoded(bytes);
    if (letter === null) valid = false;
    return letter ?? bytes;
  });
  return valid ? text : line;
};
