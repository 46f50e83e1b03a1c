import type { Duplex } from 'node:stream';
import { breakOut, enter, goOn, interrupt, type Reply, type Session } from './command-line';
import { type Key, keyOf, nextPage, print, type Window } from './terminal';

/** What a person can type in one line; more is dropped. */
const LONGEST_LINE = 4096;

export interface ShellOptions {
  readonly stream: Duplex;
  readonly opening: Reply;
  readonly window: () => Window;
  readonly now: () => number;
  /** Told every line that was entered; answers begin with their question's brackets, as `[1]> 3`. */
  readonly onLine: (line: string) => void;
  /** Told what a real appliance would have begun to change. */
  readonly onChange: (what: string) => void;
  readonly onClose: () => void;
}

/** A login's screen and keyboard: the line editor, the pager and the command line behind them. */
export class Shell {
  private session: Session;
  private typed = '';
  private held: readonly string[] = [];
  private before = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: ShellOptions) {
    this.session = options.opening.session;
    this.show(options.opening);
    options.stream.on('data', (chunk: Buffer) => this.take(chunk));
    options.stream.once('close', () => this.stop());
  }

  private take(chunk: Buffer): void {
    for (const byte of chunk) {
      this.press(byte);
      this.before = byte;
    }
  }

  private press(byte: number): void {
    const key = keyOf(byte, this.before);
    if (this.held.length > 0) this.turnPage(byte);
    else if (key.kind === 'interrupt') this.cancel();
    // While the appliance takes its time nothing else is read, as on the real one.
    else if (!this.session.later) this.type(key);
  }

  private type(key: Key): void {
    if (key.kind === 'text') this.echo(key.text);
    else if (key.kind === 'erase') this.erase();
    else if (key.kind === 'enter') this.submit();
    else if (key.kind === 'escape') this.show(breakOut(this.session));
    else if (key.kind === 'end' && this.typed === '' && !this.session.asked) this.close();
  }

  private echo(text: string): void {
    if (this.typed.length >= LONGEST_LINE) return;
    this.typed += text;
    this.options.stream.write(text);
  }

  private erase(): void {
    if (this.typed === '') return;
    this.typed = this.typed.slice(0, -1);
    this.options.stream.write('\b \b');
  }

  private submit(): void {
    const line = this.typed;
    this.typed = '';
    this.options.stream.write('\r\n');
    const brackets = this.session.asked ? (this.session.asked.prompt.match(/\S*> $/)?.[0] ?? '| ') : '';
    if (brackets !== '' || line.trim() !== '') this.options.onLine(`${brackets}${line}`);
    this.show(enter(this.session, line, this.options.now()));
  }

  private cancel(): void {
    this.typed = '';
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.options.onLine('^C');
    this.show(interrupt(this.session));
  }

  private turnPage(byte: number): void {
    const screen = byte === 0x03 ? null : nextPage(this.held, this.options.window());
    this.held = screen?.held ?? [];
    this.options.stream.write(screen?.bytes ?? '\r\n');
    if (!screen) this.cancel();
  }

  private show({ session, text, changes, unpaged }: Reply): void {
    this.session = session;
    if (changes !== undefined) this.options.onChange(changes);
    const window = this.options.window();
    const screen = print(text, unpaged ? { ...window, rows: Number.MAX_SAFE_INTEGER } : window);
    this.held = screen.held;
    this.options.stream.write(Buffer.from(screen.bytes, 'latin1'));
    if (session.closed) this.close();
    else if (session.later) this.timer = setTimeout(() => this.resume(), session.later.ms);
  }

  private resume(): void {
    this.timer = null;
    this.show(goOn(this.session));
  }

  private close(): void {
    this.stop();
    this.options.onClose();
  }

  private stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}
