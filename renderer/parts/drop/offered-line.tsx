import type { Recognised } from '../../../preload/contract';
import type { Offered } from '../../actions/material';
import { useWords, type Words } from '../../texts/use-words';
import { ProblemLine } from '../feedback/problem-line';
import { Glyph } from '../status/glyph';

const saidOf = (recognised: Recognised, words: Words): string => {
  const what = recognised.command ?? recognised.kind;
  const head =
    recognised.appliance === null
      ? words.say('site.recognised', { what })
      : words.say('site.recognisedOf', { what, appliance: recognised.appliance });
  return recognised.unrecognised > 0
    ? `${head}, ${words.say('site.partly', { count: recognised.unrecognised })}`
    : head;
};

/** What became of one dropped or pasted thing. */
export const OfferedLine = ({ offered }: { offered: Offered }) => {
  const words = useWords();
  const { name, recognised, problem } = offered;
  if (problem !== null)
    return problem.code === 'material-too-large' ? (
      <p className="tone-bad">{words.say('site.tooLarge', { name })}</p>
    ) : (
      <ProblemLine problem={problem} />
    );
  if (recognised === 'profile' || recognised === null)
    return (
      <p className="offered-line">
        <Glyph name="tick" tone="ok" /> {words.say('site.profileRead', { name })}
      </p>
    );
  const known = recognised.understood > 0;
  return (
    <p className="offered-line">
      <Glyph name={known ? 'tick' : 'ask-diamond'} tone={known ? 'ok' : 'warn'} /> <code className="wrap">{name}</code>
      <span>{known ? saidOf(recognised, words) : words.say('site.notRecognised')}</span>
    </p>
  );
};
