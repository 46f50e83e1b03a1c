import { PassThrough } from 'node:stream';
import type { Terminal } from '../../main/cli/question';

export interface Typist {
  readonly terminal: Terminal;
  /** All that stood on the terminal. */
  screen(): string;
  /** Once this stands there (again), these keys are pressed. */
  on(text: string, keys: string): void;
  readonly interrupts: () => number;
}

/** A terminal without a device behind it, and who sits at it. */
export const typist = (): Typist => {
  const input = new PassThrough();
  const output = new PassThrough();
  let screen = '';
  let interrupts = 0;
  const waiting: { readonly text: string; readonly keys: string }[] = [];
  let read = 0;
  const look = () => {
    const [next] = waiting;
    const at = next === undefined ? -1 : screen.indexOf(next.text, read);
    if (next === undefined || at === -1) return;
    waiting.shift();
    read = at + next.text.length;
    input.write(next.keys);
  };
  output.on('data', (chunk: Buffer) => {
    screen += chunk.toString();
    look();
  });
  const interrupt = () => {
    interrupts += 1;
  };
  return {
    terminal: { input, output, interrupt },
    screen: () => screen,
    on(text, keys) {
      waiting.push({ text, keys });
      look();
    },
    interrupts: () => interrupts,
  };
};
