import { practise } from '../../actions/cases';
import { useDoing } from '../../hooks/use-doing';
import { Button } from '../../parts/button/button';
import { Loading } from '../../parts/feedback/loading';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { Icon } from '../../parts/icon/icon';
import { useMirror } from '../../stores/mirror';
import { useUi } from '../../stores/ui';
import { useWords, type Words } from '../../texts/use-words';

/** By symptom, never by cause: a scenario without words of its own is a surprise with a number. */
const wordsOf = (scenario: string, index: number, words: Words) => {
  const key = words.has(`lab.scenario.${scenario}.title`) ? scenario : 'other';
  const of = (part: string) => words.say(`lab.scenario.${key}.${part}`, { number: index + 1 });
  return { title: of('title'), site: of('site'), says: of('words') };
};

const Scenario = ({ name, index, chosen }: { name: string; index: number; chosen: boolean }) => {
  const words = useWords();
  const { title, site } = wordsOf(name, index, words);
  return (
    <li>
      <label className="scenario selectable">
        <input
          type="radio"
          className="only-heard"
          name="scenario"
          checked={chosen}
          onChange={() => useUi.setState({ scenario: name })}
        />
        <Icon name="flask" />
        <span className="scenario-words">
          <strong>{title}</strong> <span className="text2">{site}</span>
        </span>
      </label>
    </li>
  );
};

const Chosen = ({ name, index }: { name: string; index: number }) => {
  const words = useWords();
  const doing = useDoing();
  const { title, site, says } = wordsOf(name, index, words);
  return (
    <section className="scenario-more" aria-label={title}>
      <h2>{title}</h2>
      <p className="text2">{words.say('lab.says', { words: says })}</p>
      <ul className="text2 scenario-facts">
        <li>
          <Icon name="server" size={13} /> {site}
        </li>
        <li>
          <Icon name="play" size={13} /> {words.say('lab.facts.questions')}
        </li>
        <li>
          <Icon name="lock" size={13} /> {words.say('lab.facts.real')}
        </li>
      </ul>
      <div className="actions">
        <Button
          kind="primary"
          icon="play"
          busy={doing.busy}
          onPress={() => void doing.run(() => practise(name, title))}
        >
          {words.say(doing.busy ? 'lab.starting' : 'lab.start')}
        </Button>
      </div>
      <ProblemLine problem={doing.problem} />
    </section>
  );
};

/** The practice lab: simulated appliances on this laptop. */
export const Lab = () => {
  const words = useWords();
  const scenarios = useMirror((mirror) => mirror.scenarios);
  const wanted = useUi((ui) => ui.scenario);
  if (scenarios === null) return <Loading text={words.say('cases.lab')} />;
  const chosen = scenarios.find((name) => name === wanted) ?? scenarios[0];
  return (
    <div className="lab">
      <section aria-label={words.say('cases.lab')}>
        <p className="lab-head">
          <span className="lab-title">{words.say('cases.lab')}</span>{' '}
          <span className="text2">{words.say('lab.lead')}</span>
        </p>
        {chosen === undefined ? (
          <p className="text2">{words.say('lab.none')}</p>
        ) : (
          <ul className="scenarios">
            {scenarios.map((name, index) => (
              <Scenario key={name} name={name} index={index} chosen={name === chosen} />
            ))}
          </ul>
        )}
      </section>
      {chosen === undefined ? null : <Chosen key={chosen} name={chosen} index={scenarios.indexOf(chosen)} />}
    </div>
  );
};
