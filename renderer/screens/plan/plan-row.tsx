import type { Problem, Step } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { changeAnswers } from '../../actions/answers';
import { Button } from '../../parts/button/button';
import { Switch } from '../../parts/field/switch';
import { Icon } from '../../parts/icon/icon';
import { Glyph } from '../../parts/status/glyph';
import { choose, goToStop } from '../../stores/ui';
import { checkReason, checkTitle } from '../../texts/codes';
import { cost, count } from '../../texts/figures';
import { useWords, type Words } from '../../texts/use-words';
import { skipText } from './skip';
import { vantageName } from './vantage';

interface Props {
  step: Step;
  view: CaseView;
  onChange: (change: () => Promise<Problem | null>) => void;
}

/** Impossible as it stands: the row says why, and offers the way that is left. */
const impossible = (step: Step) => step.skip === 'no-material' || step.skip === 'no-credential';

const subjectOf = (step: Step, words: Words): string =>
  step.subject === step.vantage ? '' : words.say('plan.of', { subject: step.subject });

const fileName = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

const whyOf = (step: Step, words: Words): string => skipText(step, words) ?? checkReason(step.check, words);

/** What is seen from elsewhere and set against it; said once, in the laptop's row. */
const besideOf = (step: Step, { plan }: CaseView, words: Words): string | null => {
  const others = plan.steps.filter((one) => step.beside.includes(one.id));
  if (step.vantage !== 'laptop' || others.length === 0) return null;
  const checks = others.map((one) => checkTitle(one.check, words)).join(', ');
  return words.say('plan.beside', { checks, vantage: vantageName(others[0]?.vantage ?? '', words) });
};

/** What each of its connections or logins leaves in the appliance's log. */
const leavesOf = (step: Step, words: Words): string | null =>
  step.cost.lines === 0 ? null : words.first([`checks:check.${step.check}.leaves`], {}, '') || null;

const figure = (value: number, words: Words): string => (value === 0 ? '–' : count(value, words.language));

const WayOut = ({ step }: { step: Step }) => {
  const words = useWords();
  const secret = step.skip === 'no-credential' && step.check !== 'configuration';
  const go = () => {
    choose('appliance', step.vantage);
    goToStop('site');
  };
  return (
    <Button small icon={secret ? 'key' : 'copy'} onPress={go}>
      {words.say(secret ? 'plan.giveSecret' : step.check === 'configuration' ? 'plan.giveExport' : 'plan.paste')}
    </Button>
  );
};

/** One check: whether it is used, why it is asked, from where, and what it costs. */
export const PlanRow = ({ step, view, onChange }: Props) => {
  const words = useWords();
  const title = checkTitle(step.check, words);
  const subject = subjectOf(step, words);
  const out = step.skip !== null;
  const set = (on: boolean) => {
    const others = view.answers.leftOut.filter((id) => id !== step.id && id !== step.check);
    onChange(() => changeAnswers({ leftOut: on ? others : [...others, step.id] }));
  };
  return (
    <tr className={out ? 'plan-row out' : 'plan-row'}>
      <td className="plan-use">
        {impossible(step) ? (
          <Glyph name="dashed" tone="mute" />
        ) : (
          <Switch
            label={words.say('plan.useIt', { check: `${title} ${subject}` })}
            hideLabel
            on={!out}
            onChange={set}
          />
        )}
      </td>
      <th scope="row" className="plan-check">
        {title} <span className="text3 wrap">{subject}</span>
      </th>
      <td className="plan-why text2">
        {whyOf(step, words)}
        {step.material === null ? null : (
          <span className="text3 wrap"> {words.say('plan.material', { name: fileName(step.material) })}</span>
        )}
        {[besideOf(step, view, words), out ? null : leavesOf(step, words)].map((line) =>
          line === null ? null : (
            <span key={line} className="plan-note text3">
              {line}
            </span>
          ),
        )}
      </td>
      <td className="plan-from">
        <span className="plan-vantage">
          <Icon name={step.vantage === 'laptop' ? 'laptop' : 'server'} size={13} />
          <span className="wrap">{vantageName(step.vantage, words)}</span>
        </span>
      </td>
      {impossible(step) ? (
        <td colSpan={3} className="plan-lines">
          <WayOut step={step} />
        </td>
      ) : (
        <>
          <td className="plan-time figures">{cost(step.cost.seconds, words.language)}</td>
          <td className="plan-connections figures">{figure(step.cost.connections, words)}</td>
          <td className="plan-lines figures">{figure(step.cost.lines, words)}</td>
        </>
      )}
    </tr>
  );
};
