import type { CaseView } from '../../../preload/contract';
import { startRun } from '../../actions/run';
import { causesOf } from '../../derive/conclusion';
import { useDoing } from '../../hooks/use-doing';
import { useKeys } from '../../hooks/use-keys';
import { Button } from '../../parts/button/button';
import { Empty } from '../../parts/feedback/empty';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { BottomBar } from '../../parts/layout/bottom-bar';
import { CaseLayout, Screen } from '../../parts/layout/case-layout';
import { findingKey, selectedFinding } from '../../stores/selection';
import { choose, goToStop, useUi } from '../../stores/ui';
import { useWords } from '../../texts/use-words';
import { BeforeAfter } from './before-after';
import { EvidenceInspector } from './evidence-inspector';
import { FaultVerdict } from './fault';
import { HealthyVerdict } from './healthy';
import { InconclusiveVerdict } from './inconclusive';
import { History, NothingElse } from './nothing-else';
import './findings.css';

const Nothing = ({ view }: { view: CaseView }) => {
  const words = useWords();
  return (
    <CaseLayout view={view} strip bar={<BottomBar stop="findings" />}>
      <Screen>
        <Empty title={words.say('findings.none')} text={words.say('findings.noneText')}>
          <Button kind="primary" onPress={() => goToStop('plan')}>
            {words.say('run.toPlan')}
          </Button>
        </Empty>
      </Screen>
    </CaseLayout>
  );
};

const Verdict = ({ view }: { view: CaseView }) => {
  if (view.diagnosis.verdict === 'fault') return <FaultVerdict view={view} />;
  return view.diagnosis.verdict === 'healthy' ? <HealthyVerdict view={view} /> : <InconclusiveVerdict view={view} />;
};

/** One sentence that concludes, then the repair, then why nothing else; the proof at the right. */
export const FindingsScreen = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const doing = useDoing();
  const chosen = useUi((ui) => ui.chosen.finding) ?? null;
  const causes = causesOf(view.diagnosis);
  const selected = selectedFinding(view.diagnosis, chosen);
  const running = view.run.state === 'running';
  const again = () => {
    if (!running) void doing.run(() => startRun(view.id));
  };
  const step = (by: 1 | -1) => {
    const index = causes.findIndex((cause) => cause.code === selected?.code);
    const next = causes[Math.min(causes.length - 1, Math.max(0, index + by))];
    if (next !== undefined) choose('finding', findingKey(next.findings[0]));
  };
  useKeys({ r: again, p: () => goToStop('change-plan'), j: () => step(1), k: () => step(-1) });
  if (view.observations.length === 0 && view.diagnosis.primary.length === 0) return <Nothing view={view} />;
  const bar = (
    <BottomBar stop="findings" hint={running ? words.say('findings.incomplete') : ''}>
      <Button icon="repeat" keys="R" disabled={running} busy={doing.busy} onPress={again}>
        {words.say('findings.runAgain')}
      </Button>
      <Button icon="list" keys="P" onPress={() => goToStop('change-plan')}>
        {words.say('rail.change-plan')}
      </Button>
      <Button kind="primary" after="forward" onPress={() => goToStop('bundle')}>
        {words.say('rail.bundle')}
      </Button>
    </BottomBar>
  );
  return (
    <CaseLayout view={view} strip inspector={<EvidenceInspector view={view} finding={selected} />} bar={bar}>
      <Screen>
        <ProblemLine problem={doing.problem} />
        <BeforeAfter view={view} />
        <Verdict view={view} />
        <NothingElse view={view} />
        <History view={view} />
      </Screen>
    </CaseLayout>
  );
};
