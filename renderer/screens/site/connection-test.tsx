import type { Appliance } from '../../../main/core/model';
import type { CaseView, SessionTest } from '../../../preload/contract';
import { testSession } from '../../actions/site';
import { isLive } from '../../derive/facts';
import { useDoing } from '../../hooks/use-doing';
import { useKeys } from '../../hooks/use-keys';
import { Button } from '../../parts/button/button';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { Glyph } from '../../parts/status/glyph';
import { useMirror } from '../../stores/mirror';
import { useWords } from '../../texts/use-words';
import { SecondFactor } from './second-factor';

const Result = ({ appliance, test }: { appliance: Appliance; test: SessionTest }) => {
  const words = useWords();
  if (test.ok) {
    const version = test.version === null ? '' : words.say('site.version', { version: test.version });
    return (
      <p className="test-result">
        <Glyph name="tick" tone="ok" />{' '}
        <span>{words.say('site.ready', { name: appliance.name, ms: Math.round(test.durationMs), version })}</span>
      </p>
    );
  }
  const failure = test.failure ?? 'our-mistake';
  const host = test.jump ?? appliance.host ?? appliance.name;
  return (
    <p className="test-result">
      <Glyph
        name={failure === 'host-key-unknown' ? 'ask-diamond' : 'cross'}
        tone={failure === 'host-key-unknown' ? 'warn' : 'bad'}
      />{' '}
      <span className="wrap">{words.first([`session.${failure}`], { host }, failure)}</span>
    </p>
  );
};

/** What follows from a failed test beside its sentence: why there was no credential, a code to type, one more try. */
const NextStep = ({ view, appliance, test, onAgain }: Props & { test: SessionTest; onAgain: () => void }) => {
  const words = useWords();
  if (test.problem) return <ProblemLine problem={test.problem} />;
  if (test.failure === 'second-factor') return <SecondFactor view={view} appliance={appliance} test={test} />;
  const typed = appliance.auth?.kind === 'password' && 'given' in appliance.auth.password;
  if (test.failure !== 'credential-withheld' || typed) return null;
  return (
    <Button small icon="play" onPress={onAgain}>
      {words.say('site.offerAgain')}
    </Button>
  );
};

interface Props {
  view: CaseView;
  appliance: Appliance;
}

/** Logs in once, and says in place how it went. A refused password is not tried again. */
export const ConnectionTest = ({ view, appliance }: Props) => {
  const words = useWords();
  const doing = useDoing();
  const test = useMirror((mirror) => mirror.sessionTests[appliance.name]);
  const ready = isLive(appliance) && !doing.busy;
  const start = () => void doing.run(() => testSession(view.id, appliance.name));
  const again = () => void doing.run(() => testSession(view.id, appliance.name, true));
  useKeys(ready ? { t: start } : {});
  return (
    <div className="test">
      <Button icon="play" keys="T" disabled={!isLive(appliance)} busy={doing.busy} onPress={start}>
        {words.say('site.test')}
      </Button>
      <div role="status">
        {doing.busy ? (
          <p className="test-result tone-act">
            <Glyph name="arc" tone="act" /> {words.say('site.testing', { name: appliance.name })}
          </p>
        ) : test === undefined || test.problem ? null : (
          <Result appliance={appliance} test={test} />
        )}
      </div>
      {doing.busy || test === undefined || test.ok ? null : (
        <NextStep view={view} appliance={appliance} test={test} onAgain={again} />
      )}
      <ProblemLine problem={doing.problem} />
    </div>
  );
};
