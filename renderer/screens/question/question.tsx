import type { ReactNode } from 'react';
import type { Answers } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { changeAnswers } from '../../actions/answers';
import { useDoing } from '../../hooks/use-doing';
import { useKeys } from '../../hooks/use-keys';
import { ChoiceList } from '../../parts/choice/choice-list';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { BottomBar } from '../../parts/layout/bottom-bar';
import { CaseLayout, Screen, ScreenHead } from '../../parts/layout/case-layout';
import { useWords } from '../../texts/use-words';
import { PlanInspector } from './plan-inspector';

type Asked = 'cluster' | 'tls' | 'logs';

interface Props<Q extends Asked> {
  view: CaseView;
  question: Q;
  options: readonly Answers[Q][];
  /** Between the sentence and the answers. */
  drawing?: ReactNode;
  /** Below the answers. */
  children?: ReactNode;
}

/** One question, one sentence of why, three to five answers; "not sure" is always one of them, and the last. */
export const QuestionScreen = <Q extends Asked>({ view, question, options, drawing, children }: Props<Q>) => {
  const words = useWords();
  const doing = useDoing();
  const choose = (value: Answers[Q]) => void doing.run(() => changeAnswers({ [question]: value }));
  useKeys(Object.fromEntries(options.map((option, index) => [String(index + 1), () => choose(option)])));
  const title = words.say(`${question}.title`);
  const inspector = (
    <PlanInspector
      plan={view.plan}
      sentence={words.say(`${question}.sentence`)}
      wrong={words.say(`${question}.wrong`)}
    />
  );
  const bar = <BottomBar stop={question} hint={words.say('question.hint', { count: options.length })} />;
  return (
    <CaseLayout view={view} strip inspector={inspector} bar={bar}>
      <Screen>
        <ScreenHead title={title} lead={words.say(`${question}.lead`)} />
        {drawing}
        <ProblemLine problem={doing.problem} />
        <ChoiceList<Answers[Q]>
          label={title}
          value={view.answers[question]}
          choices={options.map((value) => ({
            value,
            title: words.say(`${question}.${value}.title`),
            text: words.say(`${question}.${value}.text`),
          }))}
          onChoose={choose}
        />
        {children}
      </Screen>
    </CaseLayout>
  );
};
