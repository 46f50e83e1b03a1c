import type { WatchEvent, WatchStory } from '../../core/model';
import { explainedLine } from '../../core/report';
import { titleOf, type Words } from '../../core/texts';

const withSays = (event: WatchEvent, words: Words): WatchEvent => ({
  ...event,
  says: event.event === 'line' && event.text !== null ? explainedLine(event.text, words).says : null,
  story: event.story && {
    ...event.story,
    lines: event.story.lines.map((one) => ({ ...one, says: explainedLine(one.text, words).says })),
  },
});

const reasonIn = ({ reason, text }: WatchEvent, words: Words): string => {
  const key = [`checks:reason.${reason}`, `cli:watch.why.${reason}`].find((one) => words.has(one));
  return [key === undefined ? (reason ?? '') : words.say(key), text ?? ''].filter((part) => part !== '').join(' · ');
};

const storyLines = ({ lines, causes }: WatchStory, words: Words): string[] => [
  ...lines.flatMap((one) => [`  ${one.appliance}  ${one.text}`, `      ${one.says ?? ''}`]),
  ...causes.map((code) => words.say('cli:watch.cause', { cause: titleOf(code, words) })),
];

/** One event for people; on standard output. Events about an appliance only are for standard error. */
const linesOf = (event: WatchEvent, words: Words): string[] => {
  const { appliance, connection, before, outcome, story } = event;
  const of = {
    appliance: appliance ?? '',
    kind: connection?.kind ?? '',
    id: connection?.id ?? 0,
    outcome: outcome ?? '',
  };
  switch (event.event) {
    case 'line':
      return [`${appliance}  ${event.text}`, `    ${event.says ?? ''}`];
    case 'failed':
    case 'delivered':
      return [words.say(`cli:watch.${event.event}${before ? 'Before' : ''}`, of)];
    case 'ended':
      return ['', words.say(`cli:watch.ended.${event.reason}`), ...(story === null ? [] : storyLines(story, words))];
    default:
      return [];
  }
};

/** What is said of one event: `out` is for standard output, `aside` for standard error. */
export const watchLines = (
  bare: WatchEvent,
  json: boolean,
  words: Words,
): { readonly out: readonly string[]; readonly aside: readonly string[] } => {
  const event = withSays(bare, words);
  const isAside = ['following', 'unreached', 'dropped'].includes(event.event);
  const about = { appliance: event.appliance ?? '', reason: reasonIn(event, words) };
  const aside = isAside ? [words.say(`cli:watch.${event.event}`, about)] : [];
  return { out: json ? [JSON.stringify(event)] : linesOf(event, words), aside };
};
