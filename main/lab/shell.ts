import type { Duplex } from 'node:stream';
import { breakOut, goOn, interrupt, type Reply, type Session } from './command-line';
import { CALM, type Mood } from './moods';
import { enterIn } from './odd-question';
import { type Key, keyOf, nextPage, print, type Window } from './terminal';
import { Wire } from './wire';

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
  /** Cuts the line below the login. */
  readonly onCut?: () => void;
  readonly mood?: Mood;
}

/** A login's screen and keyboard: the line editor, the pager and the command line behind them. */
export class Shell {
  private session: Session;
  private typed = '';
  private held: readonly string[] = [];
  private before = 0;
  private timer: NodeJS.Timeout | null = null;
  private idle: NodeJS.Timeout | undefined;
  private missed = 0;
  private readonly mood: Mood;
  private readonly wire: Wire;

  constructor(private readonly options: ShellOptions) {
    this.mood = options.mood ?? CALM;
    this.wire = new Wire(options.stream, this.mood, () => options.onCut?.());
    this.session = options.opening.session;
    this.show(options.opening);
    options.stream.on('data', (chunk: Buffer) => this.take(chunk));
    options.stream.once('close', () => this.stop());
    this.stayAwake();
  }

  private take(chunk: Buffer): void {
    this.stayAwake();
    for (const byte of chunk) {
      this.press(byte);
      this.before = byte;
    }
  }

  private stayAwake(): void {
    clearTimeout(this.idle);
    if (this.mood.idleMs !== undefined) this.idle = setTimeout(() => this.close(), this.mood.idleMs);
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
    this.wire.write(text);
  }

  private erase(): void {
    if (this.typed === '') return;
    this.typed = this.typed.slice(0, -1);
    this.wire.write('\b \b');
  }

  private submit(): void {
    const line = this.typed;
    this.typed = '';
    this.wire.typed();
    this.wire.write('\r\n');
    const brackets = this.session.asked ? (this.session.asked.prompt.match(/\S*> $/)?.[0] ?? '| ') : '';
    if (brackets !== '' || line.trim() !== '') this.options.onLine(`${brackets}${line}`);
    this.show(enterIn(this.mood, this.session, line, this.options.now()));
  }

  private cancel(): void {
    this.options.onLine('^C');
    if (this.misses()) return;
    this.typed = '';
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.show(interrupt(this.session));
  }

  private misses(): boolean {
    if (this.missed >= (this.mood.missedInterrupts ?? 0)) return false;
    this.missed += 1;
    return true;
  }

  private turnPage(byte: number): void {
    const screen = byte === 0x03 ? null : nextPage(this.held, this.options.window());
    this.held = screen?.held ?? [];
    this.wire.write(screen?.bytes ?? '\r\n');
    if (!screen) this.cancel();
  }

  private show({ session, text, changes, unpaged }: Reply): void {
    this.session = session;
    if (changes !== undefined) this.options.onChange(changes);
    const window = this.options.window();
    const screen = print(text, unpaged ? { ...window, rows: Number.MAX_SAFE_INTEGER } : window);
    this.held = screen.held;
    this.wire.write(screen.bytes);
    if (session.closed) this.close();
    else if (session.later) this.timer = setTimeout(() => this.resume(), session.later.ms);
  }

  private resume(): void {
    this.timer = null;
    this.show(goOn(this.session));
  }

  private close(): void {
    this.stop();
    this.wire.late(this.options.onClose);
  }

  private stop(): void {
    clearTimeout(this.idle);
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}
