import type { CaseView } from '../../../preload/contract';
import { startRun } from '../../actions/run';
import { askedOf, groupsOf } from '../../derive/plan-groups';
import { useDoing } from '../../hooks/use-doing';
import { useKeys } from '../../hooks/use-keys';
import { Button } from '../../parts/button/button';
import { Empty } from '../../parts/feedback/empty';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { BottomBar } from '../../parts/layout/bottom-bar';
import { CaseLayout, Screen, ScreenHead } from '../../parts/layout/case-layout';
import { goToStop } from '../../stores/ui';
import { minutes } from '../../texts/figures';
import { useWords, type Words } from '../../texts/use-words';
import { PlanGroupRows } from './plan-group';
import { Ways } from './ways';
import './plan.css';

const titleOf = ({ plan }: CaseView, words: Words): string => {
  const { lines } = plan.cost;
  return words.say('plan.titleText', {
    checks: words.say('plan.checks', { count: askedOf(plan.steps).length }),
    time: minutes(plan.limitMs),
    lines: lines === 0 ? words.say('plan.linesNone') : words.say('plan.linesStay', { count: lines }),
  });
};

const COLUMNS = ['use', 'check', 'why', 'from', 'time', 'connections', 'lines'] as const;

/** What will be asked of whom, why, and what it costs; nothing is sent before it is started. */
export const PlanScreen = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const doing = useDoing();
  const asked = askedOf(view.plan.steps).length;
  const running = view.run.state === 'running';
  const start = () => {
    if (asked > 0 && !running) void doing.run(() => startRun(view.id));
  };
  useKeys({ 'Ctrl+Enter': start });
  const checks = words.say('plan.checks', { count: asked });
  const bar = (
    <BottomBar stop="plan" hint={words.say('plan.hint')} enter={false}>
      <Button
        kind="primary"
        icon="play"
        keys="Ctrl Enter"
        disabled={asked === 0 || running}
        busy={doing.busy}
        onPress={start}
      >
        {words.say(view.run.state === 'not-started' ? 'plan.run' : 'plan.again', { checks })}
      </Button>
    </BottomBar>
  );
  if (view.plan.steps.length === 0)
    return (
      <CaseLayout view={view} bar={<BottomBar stop="plan" />}>
        <Screen>
          <Empty title={words.say('plan.empty')} text={words.say('plan.emptyText')}>
            <Button onPress={() => goToStop('site')}>{words.say('plan.toSite')}</Button>
          </Empty>
        </Screen>
      </CaseLayout>
    );
  return (
    <CaseLayout view={view} bar={bar}>
      <Screen>
        <ScreenHead title={titleOf(view, words)} />
        <ProblemLine problem={doing.problem} />
        <Ways view={view} onChange={(change) => void doing.run(change)} />
        <table className="plan">
          <caption className="only-heard">{words.say('plan.table')}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={`plan-${column}`}>
                  {words.say(`plan.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          {groupsOf(view.plan).map((group) => (
            <PlanGroupRows key={group.name} group={group} view={view} onChange={(change) => void doing.run(change)} />
          ))}
        </table>
      </Screen>
    </CaseLayout>
  );
};
