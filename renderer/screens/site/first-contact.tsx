import { useState } from 'react';
import type { Appliance } from '../../../main/core/model';
import type { CaseView, SessionTest } from '../../../preload/contract';
import { acceptHostKey } from '../../actions/site';
import { useDoing } from '../../hooks/use-doing';
import { Button } from '../../parts/button/button';
import { CommandBlock } from '../../parts/command/command-block';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { InspectorPart } from '../../parts/inspector/inspector';
import { useWords } from '../../texts/use-words';
import { Fingerprint } from './fingerprint';

interface Props {
  view: CaseView;
  appliance: Appliance;
  test: SessionTest;
}

const ON_APPLIANCE = 'sshconfig > HOSTKEY > FINGERPRINT';
const ON_JUMP_HOST = 'for key in /etc/ssh/ssh_host_*.pub; do ssh-keygen -lf "$key"; done';

/** First contact: the fingerprint to compare with the one on the console; no password was sent yet. */
export const FirstContact = ({ view, appliance, test }: Props) => {
  const words = useWords();
  const doing = useDoing();
  const [differs, setDiffers] = useState(false);
  const fingerprint = test.fingerprint ?? '';
  const label =
    test.keyType === null ? words.say('key.fingerprint') : words.say('key.fingerprintType', { type: test.keyType });
  return (
    <>
      <InspectorPart>
        <p>{words.say('key.firstText')}</p>
        <h3>{label}</h3>
        <Fingerprint value={fingerprint} label={label} />
        <h3>{words.say('key.console')}</h3>
        <CommandBlock command={test.jump ? ON_JUMP_HOST : ON_APPLIANCE} effect="reads" />
        {test.jump ? null : <p className="small text3">{words.say('key.consoleNote')}</p>}
        <div className="actions">
          <Button
            kind="primary"
            busy={doing.busy}
            onPress={() => void doing.run(() => acceptHostKey(view.id, appliance.name, fingerprint))}
          >
            {words.say('key.matches')}
          </Button>
          <Button onPress={() => setDiffers(true)}>{words.say('key.differs')}</Button>
        </div>
        <p className="tone-bad" role="status">
          {differs ? words.say('key.notMatched', { host: test.jump ?? appliance.host ?? appliance.name }) : ''}
        </p>
        <ProblemLine problem={doing.problem} />
      </InspectorPart>
      <InspectorPart title={words.say('key.why')}>
        <p>{words.say('key.whyText')}</p>
      </InspectorPart>
    </>
  );
};
