import { type Level, levelKind, levelOf } from './levels';

/** A leaf element with its text. */
export interface Field {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly line: number;
}
export type BlockKind = 'interface' | 'listener' | 'log' | 'ssl' | 'quarantine';
/** An element that the diagnosis reads, with everything below it. */
export interface Block {
  readonly kind: BlockKind;
  readonly path: string;
  readonly level: Level;
  readonly line: number;
  readonly fields: readonly Field[];
}
const QUARANTINE = /cpq|pvo|centrali[sz]ed.*quarantine|policy_quarantine|quarantine/i;
/** The spam quarantine is another service with parallel names. */
const SPAM = /^(?:euq|isq|slbl)|spam/i;
const LONGEST_TEXT = 65_536;
/** The first child of a level that names it. */
const NAME = /^(?:\w*_)?(?:host)?name$/i;

/** What a name alone says of its element. */
interface Meaning {
  readonly level: Level['kind'] | null;
  readonly quarantine: boolean;
  readonly spam: boolean;
}

const blockKind = (open: readonly Open[]): BlockKind | null => {
  const { name, meaning } = open.at(-1) ?? NOWHERE;
  const parent = open.at(-2)?.name ?? '';
  if (name === 'interface' && parent === 'interfaces') return 'interface';
  if (name === 'listener' && parent === 'listeners') return 'listener';
  if (parent === 'log_subscriptions' && name.startsWith('log_')) return 'log';
  if (name === 'ssl') return 'ssl';
  return meaning.quarantine && !open.some((one) => one.meaning.spam) ? 'quarantine' : null;
};

interface Open {
  readonly name: string;
  readonly meaning: Meaning;
  readonly line: number;
  readonly level: boolean;
  text: string;
  leaf: boolean;
}

const NOWHERE = { name: '', meaning: { level: null, quarantine: false, spam: false } } as const;

/** Names repeat a million times in a large export; past this many different ones they are looked at anew. */
const MOST_NAMES = 10_000;

/** Keeps the path, the level stack and the block that is open while elements go by. */
export class Walk {
  readonly blocks: Block[] = [];
  readonly levels: Level[] = [];
  private readonly open: Open[] = [];
  private readonly stack: Level[] = [];
  /** The machine that everything outside any level belongs to. */
  private root = this.add(levelOf('machine', null, null, 1));
  private block: { depth: number; block: Block & { fields: Field[] } } | null = null;

  private readonly meanings = new Map<string, Meaning>();

  private meaningOf(name: string): Meaning {
    const known = this.meanings.get(name);
    if (known) return known;
    const meaning = { level: levelKind(name), quarantine: QUARANTINE.test(name), spam: SPAM.test(name) };
    if (this.meanings.size < MOST_NAMES) this.meanings.set(name, meaning);
    return meaning;
  }

  private add(level: Level): Level {
    this.levels.push(level);
    return level;
  }

  private get level(): Level {
    return this.stack.at(-1) ?? this.root;
  }

  private get path(): string {
    return this.open.map((one) => one.name).join('/');
  }

  begin(name: string, attribute: string | null, line: number): void {
    const above = this.open.at(-1);
    if (above) above.leaf = false;
    const meaning = this.meaningOf(name);
    const kind = this.block === null ? meaning.level : null;
    if (kind !== null) this.stack.push(this.add(levelOf(kind, attribute, this.stack.at(-1) ?? null, line)));
    this.open.push({ name, meaning, line, level: kind !== null, text: '', leaf: true });
    if (this.block === null && kind === null) this.section(name, line);
  }

  private section(name: string, line: number): void {
    if (name === 'interfaces') this.interfaces(line);
    if (name === 'listeners') this.level.hasListeners = true;
    const kind = blockKind(this.open);
    if (kind === null) return;
    const block = { kind, path: this.path, level: this.level, line, fields: [] };
    this.block = { depth: this.open.length, block };
  }

  /** Repeated `<interfaces>` outside any level are several machines. */
  private interfaces(line: number): void {
    if (this.stack.length === 0 && this.root.hasInterfaces) this.root = this.add(levelOf('machine', null, null, line));
    this.level.hasInterfaces = true;
  }

  /** Only a block's fields are kept, and what may name a level or the machine. */
  private get matters(): boolean {
    return this.block !== null || this.open.length <= 2 || (this.open.at(-2)?.level ?? false);
  }

  text(text: string): void {
    const top = this.open.at(-1);
    if (top && this.matters && top.text.length < LONGEST_TEXT) top.text += text.slice(0, LONGEST_TEXT);
  }

  end(): void {
    // Most of a large file is of no interest: only elements inside a block need their whole path.
    const path = this.block === null ? '' : this.path;
    const depth = this.open.length;
    const closed = this.open.pop();
    if (!closed) return;
    if (closed.leaf) this.leaf({ name: closed.name, path, text: closed.text.trim(), line: closed.line });
    if (this.block?.depth === depth) {
      this.blocks.push(this.block.block);
      this.block = null;
    }
    if (closed.level) this.stack.pop();
  }

  /** What a cut-off file left open still counts. */
  finish(): void {
    while (this.open.length > 0) {
      const top = this.open.at(-1);
      if (top) top.leaf = false;
      this.end();
    }
  }

  private leaf(field: Field): void {
    if (this.block) this.block.block.fields.push(field);
    else if (this.stack.length === 0) this.rootName(field);
    else if (this.open.at(-1)?.level && NAME.test(field.name)) this.level.name ??= field.text;
  }

  /** A second `<hostname>` outside any level begins a second machine. */
  private rootName(field: Field): void {
    if (field.name !== 'hostname' || this.open.length > 1) return;
    if (this.root.name !== null) this.root = this.add(levelOf('machine', null, null, field.line));
    this.root.name = field.text;
  }
}
