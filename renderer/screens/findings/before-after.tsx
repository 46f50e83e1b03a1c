import type { ComparedFinding } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { changeSince } from '../../derive/since';
import { Glyph } from '../../parts/status/glyph';
import { LOOKS } from '../../parts/status/looks';
import { causeTitle } from '../../texts/codes';
import { clock } from '../../texts/figures';
import { useWords } from '../../texts/use-words';

type State = ComparedFinding['before'];

const lookOf = (state: State) => LOOKS[state === null || state === 'over' ? 'not-checked' : state];

const StateMark = ({ state }: { state: State }) => {
  const words = useWords();
  const look = lookOf(state);
  return (
    <span className="since-state">
      <Glyph name={look.glyph} tone={look.tone} />
      <span className="text2">{words.say(state === null ? 'since.unasked' : `since.state_${state}`)}</span>
    </span>
  );
};

const Row = ({ row }: { row: ComparedFinding }) => {
  const words = useWords();
  return (
    <tr>
      <th scope="row">
        {causeTitle(row.code, words)} <span className="text3">{row.appliances.join(', ')}</span>
        {row.why === null ? null : <span className="text2 small since-why">{words.say(`since.why_${row.why}`)}</span>}
      </th>
      <td>
        <StateMark state={row.before} />
      </td>
      <td>
        <StateMark state={row.after} />
      </td>
    </tr>
  );
};

/** What changed since the run before: one sentence, then the causes that changed; what could not be compared says why. */
export const BeforeAfter = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const { since } = view;
  if (since === null) return null;
  const { comparison, startedAt } = since;
  const change = changeSince(since, view.diagnosis.verdict);
  const rows = [...comparison.new, ...comparison.fixed, ...comparison.same, ...comparison.notCompared];
  return (
    <section className="since" aria-label={words.say('since.title')}>
      <h2>
        <span className={`tone-${change.tone}`}>{words.say(`since.${change.key}`)}</span>{' '}
        <span className="text2">
          {words.say('since.counts', {
            fixed: comparison.fixed.length,
            new: comparison.new.length,
            same: comparison.same.length,
            time: clock(startedAt, words.language, false),
          })}
        </span>
      </h2>
      {rows.length === 0 ? null : (
        <table className="since-table">
          <thead>
            <tr>
              <th scope="col">{words.say('since.cause')}</th>
              <th scope="col">{words.say('since.before')}</th>
              <th scope="col">{words.say('since.after')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={`${row.code} ${row.direction} ${row.appliances.join(' ')}`} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
