import type { Appliance } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { saveSite } from '../../actions/site';
import { useDoing } from '../../hooks/use-doing';
import { Arrival } from '../../parts/arrival/arrival';
import { Button } from '../../parts/button/button';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { Inspector, InspectorPart } from '../../parts/inspector/inspector';
import { useMirror } from '../../stores/mirror';
import { useWords } from '../../texts/use-words';
import { ChangedKey } from './changed-key';
import { ConnectionTest } from './connection-test';
import { ApplianceFields, QuarantineFields } from './fields';
import { FirstContact } from './first-contact';
import { LoginFields } from './login-fields';

/** Details of the chosen appliance; a host key that waits for a decision comes first. */
export const ApplianceInspector = ({ view, appliance }: { view: CaseView; appliance: Appliance | null }) => {
  const words = useWords();
  const doing = useDoing();
  const test = useMirror((mirror) => (appliance === null ? undefined : mirror.sessionTests[appliance.name]));
  if (appliance === null)
    return (
      <Inspector title={words.say('site.title')}>
        <InspectorPart>
          <p className="text2">{words.say('site.select')}</p>
        </InspectorPart>
      </Inspector>
    );
  const { site } = view;
  const change = (changed: Partial<Appliance>) =>
    void doing.run(() =>
      saveSite(view.id, {
        ...site,
        appliances: site.appliances.map((one) => (one.name === appliance.name ? { ...one, ...changed } : one)),
      }),
    );
  const remove = () =>
    void doing.run(() =>
      saveSite(view.id, { ...site, appliances: site.appliances.filter((one) => one.name !== appliance.name) }),
    );
  const asked = test?.failure === 'host-key-unknown' && test.fingerprint !== null;
  const changed = test?.failure === 'host-key-changed' && test.fingerprint !== null;
  const named = test?.jump ?? appliance.name;
  return (
    <Inspector title={words.say(asked ? 'key.first' : 'site.details', { name: asked ? named : appliance.name })}>
      {(asked || changed) && test !== undefined ? (
        <Arrival
          key={`${appliance.name} ${test.fingerprint}`}
          label={words.say(asked ? 'key.first' : 'key.changed', { name: named })}
        >
          {asked ? (
            <FirstContact view={view} appliance={appliance} test={test} />
          ) : (
            <ChangedKey view={view} appliance={appliance} test={test} />
          )}
        </Arrival>
      ) : null}
      <ProblemLine problem={doing.problem} />
      <InspectorPart>
        <ApplianceFields view={view} appliance={appliance} onChange={change} />
      </InspectorPart>
      <InspectorPart>
        <LoginFields view={view} appliance={appliance} onChange={change} />
        <ConnectionTest view={view} appliance={appliance} />
      </InspectorPart>
      <InspectorPart title={words.say('site.quarantine')}>
        <QuarantineFields appliance={appliance} onChange={change} />
      </InspectorPart>
      <InspectorPart>
        <div className="actions">
          <Button kind="quiet" small icon="trash" onPress={remove}>
            {words.say('site.remove', { name: appliance.name })}
          </Button>
        </div>
      </InspectorPart>
    </Inspector>
  );
};
