import { useState } from 'react';
import type { Plan, Step } from '../../../main/core/model';
import { askedOf, changeOf } from '../../derive/plan-groups';
import { Icon } from '../../parts/icon/icon';
import { Inspector, InspectorPart } from '../../parts/inspector/inspector';
import { checkTitle } from '../../texts/codes';
import { cost, count, minutes } from '../../texts/figures';
import { useWords } from '../../texts/use-words';
import { vantageName } from '../plan/vantage';
import './question.css';

const SHOWN = 12;

const ChangeRow = ({ step, kind }: { step: Step; kind: 'added' | 'removed' }) => {
  const words = useWords();
  return (
    <li className={`plan-change ${kind}`}>
      <Icon name={kind === 'added' ? 'plus' : 'minus'} size={13} />
      <span>
        <span className="change-name">
          <span className="only-heard">{words.say(`question.${kind}`)}: </span>
          {checkTitle(step.check, words)}
        </span>
        <span className="text2 small change-from">
          <Icon name={step.vantage === 'laptop' ? 'laptop' : 'server'} size={13} /> {vantageName(step.vantage, words)}
        </span>
      </span>
      <span className="text3 small figures">{cost(step.cost.seconds, words.language)}</span>
    </li>
  );
};

const Totals = ({ plan }: { plan: Plan }) => {
  const words = useWords();
  const { language } = words;
  return (
    <dl className="pairs wide">
      <dt>{words.say('question.soFar')}</dt>
      <dd>{words.say('plan.checks', { count: askedOf(plan.steps).length })}</dd>
      <dt>{words.say('question.longest')}</dt>
      <dd className="figures">{minutes(plan.limitMs)}</dd>
      <dt>{words.say('question.connections')}</dt>
      <dd className="figures">{count(plan.cost.connections, language)}</dd>
      <dt>{words.say('question.lines')}</dt>
      <dd>
        {plan.cost.lines === 0
          ? words.say('question.none')
          : words.say('question.about', { count: count(plan.cost.lines, language) })}
      </dd>
    </dl>
  );
};

/** How the plan changed since this question was opened, its totals, and what a wrong answer costs. */
export const PlanInspector = ({ plan, sentence, wrong }: { plan: Plan; sentence: string; wrong: string }) => {
  const words = useWords();
  const [before] = useState(plan);
  const { added, removed } = changeOf(before, plan);
  const same = added.length + removed.length === 0;
  return (
    <Inspector title={words.say('question.planTitle')}>
      <InspectorPart>
        {same ? <p className="text2">{words.say('question.same')}</p> : null}
        <ul className="plan-changes" aria-live="polite">
          {added.slice(0, SHOWN).map((step) => (
            <ChangeRow key={step.id} step={step} kind="added" />
          ))}
          {removed.slice(0, SHOWN).map((step) => (
            <ChangeRow key={step.id} step={step} kind="removed" />
          ))}
        </ul>
      </InspectorPart>
      <InspectorPart>
        <Totals plan={plan} />
      </InspectorPart>
      <InspectorPart title={words.say('question.inOneSentence')}>
        <p>{sentence}</p>
      </InspectorPart>
      <InspectorPart title={words.say('question.ifWrong')}>
        <p>{wrong}</p>
      </InspectorPart>
    </Inspector>
  );
};
