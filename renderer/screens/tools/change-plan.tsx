import type { ChangePlanDocument } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { Button } from '../../parts/button/button';
import { Empty } from '../../parts/feedback/empty';
import { Loading } from '../../parts/feedback/loading';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { BottomBar } from '../../parts/layout/bottom-bar';
import { CaseLayout, Screen, ScreenHead } from '../../parts/layout/case-layout';
import { goToStop } from '../../stores/ui';
import { useWords } from '../../texts/use-words';
import { PlanList, PlanPart } from './plan-part';
import { useChangePlan, useSaving } from './use-change-plan';
import './change-plan.css';

const Body = ({ plan }: { plan: ChangePlanDocument }) => {
  const words = useWords();
  return (
    <>
      <PlanList title={words.say('changePlan.opening')} lines={plan.opening} />
      {plan.parts.map((part, index) => (
        <PlanPart key={`${part.code} ${part.direction} ${part.pairs.join()}`} part={part} number={index + 1} />
      ))}
      {plan.parts.length < 2 ? null : <PlanList title={words.say('changePlan.together')} lines={plan.whatIf} />}
      <PlanList title={words.say('changePlan.closing')} lines={plan.closing} />
      <PlanList title={words.say('changePlan.rollback')} lines={plan.rollback} />
    </>
  );
};

const Nothing = ({ plan, onSuspected }: { plan: ChangePlanDocument; onSuspected: () => void }) => {
  const words = useWords();
  const count = plan.suspected.length;
  return (
    <Empty
      title={words.say('changePlan.none')}
      text={words.say(count === 0 ? 'changePlan.noneText' : 'changePlan.onlySuspected', { count })}
    >
      {count === 0 ? (
        <Button kind="primary" onPress={() => goToStop('findings')}>
          {words.say('rail.findings')}
        </Button>
      ) : (
        <Button kind="primary" onPress={onSuspected}>
          {words.say('changePlan.planSuspected')}
        </Button>
      )}
    </Empty>
  );
};

/** The remedies as a method of procedure that a change board accepts. Shown and saved, never carried out. */
export const ChangePlanScreen = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const { plan, problem, causes, choose } = useChangePlan(view);
  const saving = useSaving(view.id, causes);
  const empty = plan !== null && plan.parts.length === 0;
  const bar = (
    <BottomBar stop="change-plan" hint={words.say('findings.neverSent')}>
      <Button icon="back" onPress={() => goToStop('findings')}>
        {words.say('rail.findings')}
      </Button>
      <Button kind="primary" icon="drop" busy={saving.busy} disabled={plan === null || empty} onPress={saving.save}>
        {words.say('changePlan.save')}
      </Button>
    </BottomBar>
  );
  return (
    <CaseLayout view={view} bar={bar}>
      <Screen>
        {empty ? null : <ScreenHead title={words.say('changePlan.title')} lead={words.say('changePlan.lead')} />}
        <ProblemLine problem={problem ?? saving.problem} />
        <p className="text2 plan-saved" role="status">
          {saving.said}
        </p>
        {plan === null && problem === null ? <Loading text={words.say('changePlan.making')} /> : null}
        {empty ? <Nothing plan={plan} onSuspected={() => choose(plan.suspected)} /> : null}
        {plan === null || empty ? null : <Body plan={plan} />}
      </Screen>
    </CaseLayout>
  );
};
