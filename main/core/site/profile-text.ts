import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type YAMLMap,
} from 'yaml';
import { type Problem, problem } from '../model';
import { suggestion } from './nearest';

/** A value of the profile and its place: `appliances[1].sshPort` and the line it stands on. */
export interface Spot {
  readonly where: string;
  readonly node: Node | null;
  readonly line: number;
}
type Kind = 'text' | 'number' | 'truth' | 'list' | 'map' | 'nothing';
export type Keys = ReadonlyMap<string, Spot>;

const SHOWN = 80;
const CONTROL = /\p{Cc}/u;

/** Values go into messages, shortened; those that may be secret never do. */
const shown = (value: string): string => (value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);

/** Reads values out of a YAML document one by one and keeps every problem with its place and line. */
export class ProfileText {
  readonly problems: Problem[] = [];
  readonly warnings: Problem[] = [];

  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {}

  root(): Spot {
    return this.spot('', this.document.contents, 1);
  }

  private spot(where: string, node: unknown, line: number): Spot {
    const plain = isAlias(node) ? this.aliased(where, node) : node;
    const known = plain !== null && typeof plain === 'object' && 'range' in plain ? (plain as Node) : null;
    const start = known?.range?.[0];
    return { where, node: known, line: start === undefined ? line : this.lines.linePos(start).line };
  }

  /** An alias whose anchor does not exist would otherwise read as nothing. */
  private aliased(where: string, alias: Alias): Node | null {
    const target = alias.resolve(this.document);
    if (target !== undefined) return target;
    const { line, col: column } = this.lines.linePos(alias.range?.[0] ?? 0);
    this.problems.push(problem('profile-not-yaml', where.slice(0, 900), { line, column, reason: 'unresolved alias' }));
    return null;
  }

  refuse(code: string, spot: Spot, params: Record<string, string | number> = {}): null {
    this.problems.push(
      problem(code, spot.where === '' ? null : spot.where.slice(0, 900), { line: spot.line, ...params }),
    );
    return null;
  }

  /** A value that cannot be: `expected` is a word of the texts, `choices` fills it. */
  impossible(spot: Spot, expected: string, value: string, choices: readonly string[] = []): null {
    return this.refuse('profile-impossible-value', spot, {
      value: shown(value),
      expected,
      choices: choices.length > 0 ? suggestion(value, choices) : '',
    });
  }

  kind(spot: Spot): Kind {
    const { node } = spot;
    if (isMap(node)) return 'map';
    if (isSeq(node)) return 'list';
    const value = isScalar(node) ? node.value : null;
    if (typeof value === 'string') return 'text';
    if (typeof value === 'number' || typeof value === 'bigint') return 'number';
    return typeof value === 'boolean' ? 'truth' : 'nothing';
  }

  private wrong(spot: Spot, expected: Kind): null {
    return this.refuse('profile-wrong-type', spot, { expected, got: this.kind(spot) });
  }

  /**
   * The values of a map by key; a key outside `known` is a problem of its own, with the nearest one that exists. Where
   * secrets stand (`hidden`) it may be one that was misplaced, so its map is named instead.
   */
  map(spot: Spot, known: readonly string[], hidden = false): Keys | null {
    const { node } = spot;
    if (!isMap(node)) return this.wrong(spot, 'map');
    const found = new Map<string, Spot>();
    for (const { key, value } of (node as YAMLMap).items) {
      const name = isScalar(key) ? String(key.value) : '';
      const at = this.spot(spot.where === '' ? name : `${spot.where}.${name}`, key, spot.line);
      if (known.includes(name)) found.set(name, { ...this.spot(at.where, value, at.line), line: at.line });
      else if (hidden)
        this.refuse('profile-unknown-auth-key', { ...spot, line: at.line }, { suggestion: known.join(', ') });
      else this.refuse('profile-unknown-key', at, { key: shown(name), suggestion: suggestion(name, known) });
    }
    return found;
  }

  list(spot: Spot | undefined, most: number): readonly Spot[] {
    if (spot === undefined || this.kind(spot) === 'nothing') return [];
    const { node } = spot;
    if (!isSeq(node)) {
      this.wrong(spot, 'list');
      return [];
    }
    if (node.items.length > most) this.refuse('profile-too-many', spot, { most });
    return node.items.slice(0, most).map((item, index) => this.spot(`${spot.where}[${index}]`, item, spot.line));
  }

  /** A text of 1 to `most` characters; null with a problem for anything else, null without one where nothing stands. */
  text(spot: Spot | undefined, most: number): string | null {
    if (spot === undefined || this.kind(spot) === 'nothing') return null;
    const value = isScalar(spot.node) ? spot.node.value : null;
    if (typeof value !== 'string') return this.wrong(spot, 'text');
    if (value === '' || value.length > most || CONTROL.test(value)) return this.impossible(spot, 'length', '');
    return value;
  }

  /** A text that may be written as a number, such as a service request: taken as it stands in the file. */
  digits(spot: Spot | undefined, most: number): string | null {
    if (spot === undefined || this.kind(spot) !== 'number' || !isScalar(spot.node)) return this.text(spot, most);
    return (spot.node.source ?? String(spot.node.value)).slice(0, most);
  }

  choice<T extends string>(spot: Spot | undefined, choices: readonly T[]): T | null {
    const value = this.text(spot, 64);
    if (spot === undefined || value === null) return null;
    return choices.find((one) => one === value) ?? this.impossible(spot, 'choice', value, choices);
  }

  port(spot: Spot | undefined): number | null {
    if (spot === undefined || this.kind(spot) === 'nothing') return null;
    const value = isScalar(spot.node) ? spot.node.value : null;
    if (typeof value !== 'number') return this.wrong(spot, 'number');
    if (!Number.isInteger(value) || value < 1 || value > 65_535) return this.impossible(spot, 'port', String(value));
    return value;
  }

  truth(spot: Spot): boolean | null {
    const value = isScalar(spot.node) ? spot.node.value : null;
    return typeof value === 'boolean' ? value : this.wrong(spot, 'truth');
  }

  /** The value of a key that must be there. */
  required(map: Keys, key: string, above: Spot): Spot | null {
    const found = map.get(key);
    if (found !== undefined && this.kind(found) !== 'nothing') return found;
    return this.refuse('profile-missing-key', { ...above, where: join(above.where, key) }, { key });
  }
}

export const join = (where: string, key: string): string => (where === '' ? key : `${where}.${key}`);
