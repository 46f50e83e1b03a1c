import { type Drawing, LAPTOP, type VantageMark, type Wire, type WireEnd, type WireState } from '../../model';

/** Puts words to keys; `core/texts` and the page's i18next both fit. */
export interface DrawingWords {
  say(key: `${string}:${string}`, params?: Record<string, string | number>): string;
}

/** Worst first: the order in which wires speak for the whole. */
const ORDER: readonly WireState[] = ['broken', 'degraded', 'checking', 'unknown', 'not-checked', 'ok'];
export const badness = (state: WireState): number => ORDER.indexOf(state);

export const worstOf = (wires: readonly Wire[]): Wire | null =>
  wires.reduce<Wire | null>(
    (worst, wire) => (worst === null || badness(wire.state) < badness(worst.state) ? wire : worst),
    null,
  );

const keyed = (key: string): `${string}:${string}` =>
  key.includes(':') ? (key as `${string}:${string}`) : `app:drawing.outcome.${key}`;

/** Keys without a namespace are outcomes of the drawing itself. */
export const outcomeOf = (wire: Wire, words: DrawingWords): string =>
  wire.outcome.key === '' ? '' : words.say(keyed(wire.outcome.key), wire.outcome.params);

export const noteOf = (note: { key: string; params: Record<string, string> }, words: DrawingWords): string =>
  words.say(note.key.includes(':') ? (note.key as `${string}:${string}`) : `app:drawing.note.${note.key}`, note.params);

const who = (vantage: string, words: DrawingWords) => (vantage === LAPTOP ? words.say('app:drawing.laptop') : vantage);

/** `esa1 TLS`, `laptop TCP`; the stage is left out when the whole wire passed. */
export const markText = (mark: VantageMark, words: DrawingWords): string =>
  mark.stage === null
    ? who(mark.vantage, words)
    : words.say('app:drawing.mark', {
        vantage: who(mark.vantage, words),
        stage: words.say(`app:drawing.stage.${mark.stage}`),
      });

const endText = (end: WireEnd, words: DrawingWords): string =>
  [end.appliance, end.interface, end.port === null ? null : words.say('app:drawing.port', { port: end.port })]
    .filter((part) => part !== null)
    .join(' ');

const markSentence = (mark: VantageMark, words: DrawingWords): string =>
  words.say(mark.ok ? 'app:drawing.said.passed' : 'app:drawing.said.failed', { mark: markText(mark, words) });

/** Everything a wire shows, as sentences for those who do not see it. */
export const wireName = (wire: Wire, words: DrawingWords): string => {
  const state =
    wire.state === 'broken' && wire.break !== null
      ? words.say(`app:drawing.said.broken.${wire.break.place}`, { from: wire.from.appliance, to: wire.to.appliance })
      : words.say(`app:drawing.said.state.${wire.state}`);
  const head = words.say('app:drawing.said.wire', {
    wire: words.say(`app:drawing.wire.${wire.kind}.short`),
    from: endText(wire.from, words),
    to: endText(wire.to, words),
    state,
  });
  const outcome = outcomeOf(wire, words);
  return [head, outcome === '' ? '' : `${outcome}.`, ...wire.marks.map((mark) => markSentence(mark, words))]
    .filter((part) => part !== '')
    .join(' ');
};

export const drawingName = (drawing: Drawing, words: DrawingWords): string => {
  const worst = worstOf(drawing.wires);
  return worst === null ? words.say('app:drawing.said.empty') : wireName(worst, words);
};
