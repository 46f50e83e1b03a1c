import type { ChangePlanDocument, ToldStep } from '../../../main/core/model';
import { CommandBlock } from '../../parts/command/command-block';
import { EffectTag } from '../../parts/command/effect-tag';
import { useWords } from '../../texts/use-words';

type Part = ChangePlanDocument['parts'][number];

/** A heading with plain sentences under it; nothing where there are none. */
export const PlanList = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <section className="plan-list">
      <h2>{title}</h2>
      <ul className="text2">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );

const Fact = ({ name, value }: { name: string; value: string | null }) =>
  value === null ? null : (
    <div className="plan-fact">
      <dt className="text3">{name}</dt>
      <dd className="wrap">{value}</dd>
    </div>
  );

const Step = ({ step }: { step: ToldStep }) => {
  const words = useWords();
  const where = [step.at, step.where].filter((one) => one !== null).join(', ');
  return (
    <li className="repair-step">
      <span className="repair-number figures" aria-hidden="true">
        {step.number}
      </span>
      <div className="repair-words">
        <p>
          <span className="repair-text">{step.text}</span> <span className="text2">{where}</span>{' '}
          {step.command === null ? <EffectTag effect={step.effect} /> : null}
        </p>
        {step.command === null ? null : <CommandBlock command={step.command} effect={step.effect} />}
        <dl className="plan-facts small">
          <Fact name={words.say('changePlan.who')} value={step.who} />
          <Fact
            name={words.say('changePlan.risk')}
            value={step.effect === 'reads' ? null : words.say(`changePlan.risk_${step.risk}`)}
          />
          <Fact name={words.say('changePlan.takesEffect')} value={step.takesEffect} />
          <Fact name={words.say('changePlan.cluster')} value={step.cluster} />
          <Fact name={words.say('changePlan.expected')} value={step.expected} />
          <Fact name={words.say('changePlan.wayBack')} value={step.wayBack} />
        </dl>
      </div>
    </li>
  );
};

const Steps = ({ title, steps }: { title: string; steps: readonly ToldStep[] }) =>
  steps.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ol className="repair-steps" start={steps[0]?.number}>
        {steps.map((step) => (
          <Step key={step.number} step={step} />
        ))}
      </ol>
    </>
  );

const pathOf = ({ direction }: Part, pair: readonly string[]): string =>
  (direction === 'esa-to-sma' ? pair : [...pair].reverse()).join(' → ');

/** One cause: what is read before, what is changed, what shows that it worked, and what it would do on paper. */
export const PlanPart = ({ part, number }: { part: Part; number: number }) => {
  const words = useWords();
  return (
    <section className="plan-part">
      <h2>
        {number}. {part.title}
      </h2>
      <p className="text2">
        {words.say(`status.${part.status}`)} · {part.pairs.map((pair) => pathOf(part, pair)).join(', ')}
      </p>
      {part.because === '' ? null : <p>{words.say('findings.becauseSentence', { text: part.because })}</p>}
      <Steps title={words.say('changePlan.before')} steps={part.before} />
      <Steps title={words.say('changePlan.changes')} steps={part.changes} />
      <Steps title={words.say('changePlan.after')} steps={part.after} />
      <PlanList title={words.say('changePlan.onPaper')} lines={part.whatIf} />
    </section>
  );
};
