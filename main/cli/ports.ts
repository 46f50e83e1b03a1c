/** Whether a word of the command line is a TCP port. */
export const isPort = (text: string): boolean =>
  Number.isInteger(Number(text)) && Number(text) > 0 && Number(text) < 65_536;
