import { LAPTOP } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { cancelAll, cancelStep, continueRun, startRun } from '../../actions/run';
import { proofsOf } from '../../derive/facts';
import { lanesOf } from '../../derive/lanes';
import { useDoing } from '../../hooks/use-doing';
import { useKeys } from '../../hooks/use-keys';
import { useNow } from '../../hooks/use-now';
import { Button } from '../../parts/button/button';
import { Empty } from '../../parts/feedback/empty';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { BottomBar } from '../../parts/layout/bottom-bar';
import { CaseLayout, Screen } from '../../parts/layout/case-layout';
import { choose, goToStop, useUi } from '../../stores/ui';
import { causeTitle } from '../../texts/codes';
import { useWords } from '../../texts/use-words';
import { LaneColumn } from './lane';
import { LiveTranscript } from './live-transcript';
import { RunBar } from './run-bar';
import './run.css';

const Already = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const { primary } = view.diagnosis;
  const ended = view.run.state !== 'running';
  if (primary.length === 0 && !ended) return null;
  const causes = primary.map((code) => causeTitle(code, words)).join(', ');
  return (
    <p className="run-already" role="status">
      {primary.length === 0 ? null : <span>{words.say(ended ? 'run.found' : 'run.already', { causes })} </span>}
      <button type="button" className="link" onClick={() => goToStop('findings')}>
        {words.say(ended ? 'run.seeFindings' : 'run.see')}
      </button>
    </p>
  );
};

/** What is being asked of an appliance shows more than what the laptop asks. */
const spokenOf = ({ run, plan }: CaseView): string | null => {
  const lane = (id: string) => plan.steps.find((step) => step.id === id)?.lane ?? LAPTOP;
  return (run.asking.find((one) => lane(one.step) !== LAPTOP) ?? run.asking[0])?.step ?? null;
};

/** The checks as they are put, a lane for each vantage point, and what is being said right now. */
export const RunScreen = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const doing = useDoing();
  const running = view.run.state === 'running';
  const now = useNow(running);
  const lanes = lanesOf(view);
  const proofs = proofsOf(view.diagnosis);
  const selected = useUi((ui) => ui.chosen.check) ?? spokenOf(view);
  const cancel = () => void doing.run(() => cancelAll(view.id));
  useKeys({
    ...(running ? { 'Ctrl+.': cancel } : {}),
    ...(running && selected !== null ? { Escape: () => void doing.run(() => cancelStep(view.id, selected)) } : {}),
  });
  if (view.run.state === 'not-started' && view.observations.length === 0)
    return (
      <CaseLayout view={view} strip bar={<BottomBar stop="run" />}>
        <Screen>
          <Empty title={words.say('run.notStarted')} text={words.say('run.notStartedText')}>
            <Button kind="primary" onPress={() => goToStop('plan')}>
              {words.say('run.toPlan')}
            </Button>
          </Empty>
        </Screen>
      </CaseLayout>
    );
  const shown = view.plan.steps.find((step) => step.id === selected) ?? null;
  return (
    <CaseLayout view={view} strip bar={<BottomBar stop="run" />}>
      <RunBar view={view} now={now}>
        {running ? (
          <Button small icon="stop" keys="Ctrl ." busy={doing.busy} onPress={cancel}>
            {words.say('run.cancelAll')}
          </Button>
        ) : (
          <>
            {view.run.state === 'interrupted' ? (
              <Button small icon="play" busy={doing.busy} onPress={() => void doing.run(() => continueRun(view.id))}>
                {words.say('run.continue')}
              </Button>
            ) : null}
            <Button small icon="repeat" busy={doing.busy} onPress={() => void doing.run(() => startRun(view.id))}>
              {words.say('run.runAgain')}
            </Button>
          </>
        )}
      </RunBar>
      <Screen>
        <ProblemLine problem={doing.problem} />
        <Already view={view} />
        <div className={`lanes ${lanes.length > 4 ? 'many' : ''}`}>
          {lanes.map((lane) => (
            <LaneColumn
              key={lane.name}
              lane={lane}
              appliance={view.site.appliances.find((one) => one.name === lane.name) ?? null}
              proofs={proofs}
              now={now}
              selected={selected}
              onSelect={(step) => choose('check', step)}
              onCancel={(step) => void doing.run(() => cancelStep(view.id, step))}
            />
          ))}
        </div>
      </Screen>
      {shown === null ? null : <LiveTranscript view={view} step={shown} />}
    </CaseLayout>
  );
};
