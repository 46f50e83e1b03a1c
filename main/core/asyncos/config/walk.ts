import { SaxesParser } from 'saxes';
import { bad, good, problem, type Result } from '../../model';
import { type Level, levelKind, levelOf } from './levels';
import type { ConfigText } from './repair';

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
export interface Walked {
  /** The first comment: product, model, version, serial number. */
  readonly header: string;
  readonly blocks: readonly Block[];
  readonly levels: readonly Level[];
  /** The line on which a file ended too early, or null. */
  readonly cutOff: number | null;
}

const QUARANTINE = /cpq|pvo|centrali[sz]ed.*quarantine|policy_quarantine|quarantine/i;
/** The spam quarantine is another service with parallel names. */
const SPAM = /^(?:euq|isq|slbl)|spam/i;
const LONGEST_TEXT = 65_536;
/** The first child of a level that names it. */
const NAME = /^(?:\w*_)?(?:host)?name$/i;

const blockKind = (open: readonly Open[]): BlockKind | null => {
  const name = open.at(-1)?.name ?? '';
  const parent = open.at(-2)?.name ?? '';
  if (name === 'interface' && parent === 'interfaces') return 'interface';
  if (name === 'listener' && parent === 'listeners') return 'listener';
  if (parent === 'log_subscriptions' && name.startsWith('log_')) return 'log';
  if (name === 'ssl') return 'ssl';
  return QUARANTINE.test(name) && !open.some((one) => SPAM.test(one.name)) ? 'quarantine' : null;
};

interface Open {
  readonly name: string;
  readonly line: number;
  readonly level: boolean;
  text: string;
  leaf: boolean;
}

/** Keeps the path, the level stack and the block that is open while elements go by. */
class Walk {
  readonly blocks: Block[] = [];
  readonly levels: Level[] = [];
  private readonly open: Open[] = [];
  private readonly stack: Level[] = [];
  /** The machine that everything outside any level belongs to. */
  private root = this.add(levelOf('machine', null, null, 1));
  private block: { depth: number; block: Block & { fields: Field[] } } | null = null;

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
    const kind = this.block === null ? levelKind(name) : null;
    if (kind !== null) this.stack.push(this.add(levelOf(kind, attribute, this.stack.at(-1) ?? null, line)));
    this.open.push({ name, line, level: kind !== null, text: '', leaf: true });
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

  text(text: string): void {
    const top = this.open.at(-1);
    if (top && top.text.length < LONGEST_TEXT) top.text += text.slice(0, LONGEST_TEXT);
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

/** Leaves the parser at the first thing that makes reading on pointless or unsafe. */
class Stop extends Error {
  constructor(
    readonly code: string,
    readonly line: number,
    readonly detail: string,
  ) {
    super(code);
  }
}

/** The line on which the internal subset of the DOCTYPE begins. */
const subsetLine = (xml: string): number => {
  const bracket = xml.indexOf('[', Math.max(0, xml.indexOf('<!DOCTYPE')));
  return xml.slice(0, bracket).split('\n').length;
};

const parserFor = (walk: Walk, { xml, lineOf }: ConfigText, seen: { header: string; done: boolean }) => {
  const parser = new SaxesParser({ fragment: false, xmlns: false });
  let line = 1;
  const here = () => lineOf(parser.line);
  // Entities stay off: saxes knows the five of XML and nothing else, and nothing is ever fetched for a DOCTYPE.
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Stop('config-internal-subset', lineOf(subsetLine(xml)), '');
  });
  parser.on('comment', (comment) => {
    if (seen.header === '' && /^\s*(?:Product|Model Number|Version):/m.test(comment)) seen.header = comment;
  });
  parser.on('opentagstart', () => {
    line = here();
  });
  parser.on('opentag', (tag) => walk.begin(tag.name, tag.attributes.name ?? null, line));
  parser.on('text', (text) => walk.text(text));
  parser.on('cdata', (text) => walk.text(text));
  parser.on('closetag', (tag) => {
    walk.end();
    if (tag.name === 'config') seen.done = true;
  });
  parser.on('error', (error) => {
    if (!seen.done) throw new Stop('config-not-xml', here(), error.message.replace(/^\d+:\d+: /, ''));
  });
  return parser;
};

/**
 * Streams the XML and keeps what the diagnosis reads. Fails with `config-not-xml` or `config-internal-subset` and the
 * line; a file that ends too early is read as far as it goes.
 */
export const walkConfig = (text: ConfigText): Result<Walked> => {
  const walk = new Walk();
  const seen = { header: '', done: false };
  const parser = parserFor(walk, text, seen);
  let cutOff: number | null = null;
  let ended = false;
  try {
    parser.write(text.xml);
    ended = true;
    parser.close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    if (!ended || walk.levels.length === 0)
      return bad(problem(error.code, `line ${error.line}`, { text: error.detail }));
    cutOff = error.line;
  }
  walk.finish();
  return good({ header: seen.header, blocks: walk.blocks, levels: walk.levels, cutOff });
};
