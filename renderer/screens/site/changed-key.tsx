import type { Appliance } from '../../../main/core/model';
import type { CaseView, SessionTest } from '../../../preload/contract';
import { acceptHostKey, saveSite } from '../../actions/site';
import { useDoing } from '../../hooks/use-doing';
import { Button } from '../../parts/button/button';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { InspectorPart } from '../../parts/inspector/inspector';
import { Status } from '../../parts/status/status';
import { takeSessionTest } from '../../stores/mirror';
import { useWords } from '../../texts/use-words';
import { Fingerprint } from './fingerprint';

interface Props {
  view: CaseView;
  appliance: Appliance;
  test: SessionTest;
}

/** The key is not the one from before: old and new, the difference marked; nothing was sent. */
export const ChangedKey = ({ view, appliance, test }: Props) => {
  const words = useWords();
  const doing = useDoing();
  const now = test.fingerprint ?? '';
  const without = async () => {
    const appliances = view.site.appliances.map((one) => (one.name === appliance.name ? { ...one, auth: null } : one));
    const problem = await saveSite(view.id, { ...view.site, appliances });
    if (problem === null) takeSessionTest(appliance.name, null);
    return problem;
  };
  return (
    <InspectorPart>
      <div role="alert" className="changed-key">
        <Status status="failed" word={words.say('key.changedHead')} />
        <h2>{words.say('key.changed', { name: test.jump ?? appliance.name })}</h2>
        <p className="text2">{words.say('key.changedText')}</p>
      </div>
      {test.expected === null ? null : (
        <>
          <h3>{words.say('key.before')}</h3>
          <Fingerprint value={test.expected} label={words.say('key.before')} />
        </>
      )}
      <h3>{words.say('key.now')}</h3>
      <Fingerprint value={now} label={words.say('key.now')} unlike={test.expected ?? undefined} />
      <div className="actions">
        <Button kind="primary" busy={doing.busy} onPress={() => void doing.run(without)}>
          {words.say('key.without', { name: appliance.name })}
        </Button>
        <Button onPress={() => void doing.run(() => acceptHostKey(view.id, appliance.name, now))}>
          {words.say('key.accept')}
        </Button>
      </div>
      <ProblemLine problem={doing.problem} />
    </InspectorPart>
  );
};
