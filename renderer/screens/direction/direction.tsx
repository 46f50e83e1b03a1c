import { useId } from 'react';
import type { Direction } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { changeAnswers } from '../../actions/answers';
import { useDoing } from '../../hooks/use-doing';
import { useKeys } from '../../hooks/use-keys';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { TextArea } from '../../parts/field/text-area';
import { BottomBar } from '../../parts/layout/bottom-bar';
import { CaseLayout, Screen, ScreenHead } from '../../parts/layout/case-layout';
import { useWords } from '../../texts/use-words';
import { PlanInspector } from '../question/plan-inspector';
import { DirectionAnswer } from './direction-answer';
import './direction.css';

const ON_THE_WIRES: readonly Direction[] = ['esa-to-sma', 'both', 'sma-to-esa', 'enable-disabled'];
const ALL: readonly Direction[] = [...ON_THE_WIRES, 'unknown'];

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 50)
    .map((line) => line.slice(0, 2000));

const names = (view: CaseView, role: 'esa' | 'sma'): string =>
  view.site.appliances
    .filter((one) => one.role === role)
    .map((one) => one.name)
    .slice(0, 2)
    .join(', ') || role.toUpperCase();

/** The path is the question: each answer stands on its wire. */
export const DirectionScreen = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const doing = useDoing();
  const group = useId();
  const answer = view.answers.direction;
  const choose = (direction: Direction) => void doing.run(() => changeAnswers({ direction }));
  useKeys(Object.fromEntries(ALL.map((option, index) => [String(index + 1), () => choose(option)])));
  const title = words.say('direction.title');
  const one = (direction: Direction, index: number) => (
    <DirectionAnswer
      key={direction}
      group={group}
      direction={direction}
      number={index + 1}
      chosen={answer === direction}
      onChoose={choose}
    />
  );
  const inspector = (
    <PlanInspector plan={view.plan} sentence={words.say('direction.sentence')} wrong={words.say('direction.wrong')} />
  );
  const bar = <BottomBar stop="direction" hint={words.say('question.hint', { count: ALL.length })} />;
  return (
    <CaseLayout view={view} inspector={inspector} bar={bar}>
      <Screen>
        <ScreenHead title={title} lead={words.say('direction.lead')} />
        <ProblemLine problem={doing.problem} />
        <fieldset className="direction">
          <legend className="only-heard">{title}</legend>
          <div className="direction-ends" aria-hidden="true">
            <strong>{names(view, 'esa')}</strong>
            <strong>{names(view, 'sma')}</strong>
          </div>
          <div className="direction-wires">{ON_THE_WIRES.map(one)}</div>
          {one('unknown', ALL.length - 1)}
        </fieldset>
        <TextArea
          label={words.say('direction.symptoms')}
          hint={words.say('direction.symptomsHint')}
          value={view.answers.symptoms.join('\n')}
          rows={3}
          onCommit={(text) => void doing.run(() => changeAnswers({ symptoms: linesOf(text) }))}
        />
      </Screen>
    </CaseLayout>
  );
};
