import type { CaseView } from '../../../preload/contract';
import { changeAnswers } from '../../actions/answers';
import { startRun } from '../../actions/run';
import { type Question, questionsOf, ruledOutOf, stillPossibleOf } from '../../derive/conclusion';
import { useDoing } from '../../hooks/use-doing';
import { Button } from '../../parts/button/button';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { Glyph } from '../../parts/status/glyph';
import { LOOKS } from '../../parts/status/looks';
import { Status } from '../../parts/status/status';
import { goToStop } from '../../stores/ui';
import { checkReason, checkTitle, findingTitle } from '../../texts/codes';
import { cost } from '../../texts/figures';
import { useWords } from '../../texts/use-words';

const CARDS = 3;

/** Takes the check back in, then runs: a left-out check cannot answer. */
const askIt = async (view: CaseView, check: string) => {
  const leftOut = view.answers.leftOut.filter((id) => id !== check && !id.startsWith(`${check}@`));
  const only = view.answers.only.length === 0 ? [] : [...new Set([...view.answers.only, check])];
  return (await changeAnswers({ leftOut, only })) ?? startRun(view.id);
};

const Card = ({ view, question, number }: { view: CaseView; question: Question; number: number }) => {
  const words = useWords();
  const doing = useDoing();
  const steps = view.plan.steps.filter((step) => step.check === question.check);
  const impossible = steps.length > 0 && steps.every((step) => step.skip !== null && step.skip !== 'left-out');
  return (
    <li className="card">
      <div className="card-head">
        <span className="repair-number figures" aria-hidden="true">
          {number}
        </span>
        <h2>{checkTitle(question.check, words)}</h2>
        {question.seconds === 0 ? null : (
          <span className="text2 figures">{cost(question.seconds, words.language)}</span>
        )}
      </div>
      <p className="text2">{checkReason(question.check, words)}</p>
      <ul className="decides">
        {question.decides.slice(0, 4).map((finding) => (
          <li key={finding.code}>
            <Glyph name={LOOKS[finding.status].glyph} tone={LOOKS[finding.status].tone} />
            {findingTitle(finding, words)}
          </li>
        ))}
        {question.decides.length > 4 ? (
          <li className="text2">{words.say('more', { count: question.decides.length - 4 })}</li>
        ) : null}
      </ul>
      <div className="actions">
        <Button
          kind={number === 1 && impossible ? 'primary' : 'secondary'}
          icon="file"
          onPress={() => goToStop('logs')}
        >
          {words.say('findings.pasteAnswer')}
        </Button>
        {impossible ? null : (
          <Button
            kind={number === 1 ? 'primary' : 'secondary'}
            icon="play"
            busy={doing.busy}
            disabled={view.run.state === 'running'}
            onPress={() => void doing.run(() => askIt(view, question.check))}
          >
            {words.say('findings.addAndRun')}
          </Button>
        )}
      </div>
      <ProblemLine problem={doing.problem} />
    </li>
  );
};

/** Not decided: the answers that would settle it as cards, cheapest first, each with what it would tell apart. */
export const InconclusiveVerdict = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const questions = questionsOf(view.diagnosis, view.plan).slice(0, CARDS);
  const possible = stillPossibleOf(view.diagnosis);
  return (
    <section>
      <p className="verdict-line">
        <Status status="inconclusive" />
        <span className="text2">
          {words.say('findings.still', {
            possible: possible.length,
            ruledOut: ruledOutOf(view.diagnosis).length,
          })}
        </span>
      </p>
      <h1 className="verdict">
        <span className="tone-warn">{words.say('findings.inconclusiveTitle')}</span>{' '}
        {words.say('findings.inconclusiveRest', { count: questions.length })}
      </h1>
      <ol className="cards">
        {questions.map((question, index) => (
          <Card key={question.check} view={view} question={question} number={index + 1} />
        ))}
      </ol>
    </section>
  );
};
