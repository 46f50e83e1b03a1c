import { SaxesParser } from 'saxes';
import { bad, good, problem, type Result } from '../../model';
import { type Block, Walk } from './elements';
import type { Level } from './levels';
import type { ConfigText } from './repair';

export interface Walked {
  /** The first comment: product, model, version, serial number. */
  readonly header: string;
  readonly blocks: readonly Block[];
  readonly levels: readonly Level[];
  /** The line on which a file ended too early, or null. */
  readonly cutOff: number | null;
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

/** What may stand before the root element: white space, processing instructions, comments, and then a DOCTYPE with `[`. */
const SUBSET = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*<!DOCTYPE(?:[^>[\]"']|"[^"]*"|'[^']*')*\[/;

/** The line on which the internal subset of the DOCTYPE begins; null where there is none. */
const subsetLine = (xml: string): number | null => SUBSET.exec(xml)?.[0].split('\n').length ?? null;

/**
 * Entities stay off: saxes knows the five of XML and nothing else, and nothing is ever fetched for a DOCTYPE. Seven
 * handlers, no more: each is set by a computed name, and with an eighth V8 keeps the parser as a dictionary, which makes
 * it five times slower (measured by bench:config).
 */
const parserFor = (walk: Walk, { lineOf }: ConfigText, seen: { header: string; done: boolean }) => {
  const parser = new SaxesParser({ fragment: false, xmlns: false });
  let line = 1;
  const here = () => lineOf(parser.line);
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
  const subset = subsetLine(text.xml);
  if (subset !== null) return bad(problem('config-internal-subset', `line ${text.lineOf(subset)}`, { text: '' }));
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
