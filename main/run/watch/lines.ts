/** A longer piece without a line feed is no line of a log that anybody reads. */
const MOST = 65_536;

/** Cuts text that comes in pieces into lines, without their ends; a line that is too long is let go. */
export const lineCutter = (onLine: (line: string) => void): ((text: string) => void) => {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, MOST);
    for (const line of lines) onLine(line.slice(0, MOST));
  };
};
