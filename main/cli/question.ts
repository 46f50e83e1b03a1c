import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Where an engineer types, and where he reads what is asked. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Control-C, which does not become a signal while a line is edited. */
  interrupt(): void;
}

export interface QuestionOptions {
  /** Whether what is typed may be seen. */
  readonly echo: boolean;
  /** Aborted once the answer is of no use any more. */
  readonly signal: AbortSignal;
}

/** The terminal of this process; null where questions could not be read or answered: then nobody is asked. */
export const terminalOf = (interrupt: () => void): Terminal | null =>
  process.stdin.isTTY && process.stderr.isTTY ? { input: process.stdin, output: process.stderr, interrupt } : null;

/** Asks one question on a terminal. Answers the line, or null where Control-C, Control-D or the signal ended it. */
export const question = (text: string, options: QuestionOptions, terminal: Terminal): Promise<string | null> =>
  new Promise((resolve) => {
    if (options.signal.aborted) return resolve(null);
    const output = new Writable({
      write(chunk, _encoding, done) {
        if (options.echo) terminal.output.write(chunk);
        done();
      },
    });
    // No history: an answer is to be forgotten.
    const lines = createInterface({ input: terminal.input, output, terminal: true, historySize: 0 });
    let left = false;
    const leave = (answer: string | null) => {
      if (left) return;
      left = true;
      options.signal.removeEventListener('abort', cancel);
      lines.close();
      if (!options.echo || answer === null) terminal.output.write('\n');
      resolve(answer);
    };
    const cancel = () => leave(null);
    options.signal.addEventListener('abort', cancel, { once: true });
    lines.once('close', cancel);
    lines.once('SIGINT', () => {
      leave(null);
      terminal.interrupt();
    });
    lines.question(options.echo ? text : '', leave);
    // The line's editor writes nothing where nothing may be seen, its prompt neither.
    if (!options.echo) terminal.output.write(text);
  });
