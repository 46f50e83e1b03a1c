import type { Observation } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { passedOf } from '../../derive/conclusion';
import { factOf } from '../../derive/facts';
import { Icon } from '../../parts/icon/icon';
import { Glyph } from '../../parts/status/glyph';
import { Status } from '../../parts/status/status';
import { selectObservation } from '../../stores/selection';
import { checkTitle } from '../../texts/codes';
import { clock } from '../../texts/figures';
import { useWords } from '../../texts/use-words';
import { vantageName } from '../plan/vantage';

const GROUPS = ['esa-to-sma', 'sma-to-esa', 'ends'] as const;

const Passed = ({ observation }: { observation: Observation }) => {
  const words = useWords();
  return (
    <li className="passed-row">
      <Glyph name="tick" tone="ok" />
      <button type="button" className="else-title" onClick={() => selectObservation(observation)}>
        {checkTitle(observation.check, words)}
      </button>
      <code className="text2 wrap">{factOf(observation) ?? observation.subject}</code>
      <span className="text2 passed-from">
        <Icon name={observation.vantage === 'laptop' ? 'laptop' : 'server'} size={13} />
        <span className="wrap">{vantageName(observation.vantage, words)}</span>
      </span>
      <span className="text3 figures">{clock(observation.startedAt, words.language, false)}</span>
    </li>
  );
};

/** Healthy, and what it rests on: check, what was seen, from where, when; and what this does not say. */
export const HealthyVerdict = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const passed = passedOf(view.observations);
  return (
    <section>
      <p className="verdict-line">
        <Status status="healthy" />
        {view.run.endedAt === null ? null : (
          <span className="text2 figures">{clock(view.run.endedAt, words.language, false)}</span>
        )}
      </p>
      <h1 className="verdict">
        <span className="tone-ok">{words.say('findings.healthyTitle')}</span>{' '}
        {words.say('findings.healthyRest', { count: passed.length })}
      </h1>
      {GROUPS.map((name) => {
        const rows = passed.filter((one) => (one.flow ?? 'ends') === name);
        return rows.length === 0 ? null : (
          <section key={name} className="passed">
            <h2 className="passed-head">
              {words.say(`plan.group_${name}`)}{' '}
              <span className="text2">{words.say('plan.checks', { count: rows.length })}</span>
            </h2>
            <ul>
              {rows.map((observation) => (
                <Passed key={observation.id} observation={observation} />
              ))}
            </ul>
          </section>
        );
      })}
      <p className="healthy-says text2">
        <Glyph name="info" tone="text3" /> <span>{words.say('findings.healthySays')}</span>
      </p>
    </section>
  );
};
