import type { Drawing, Wire } from '../../../main/core/model';
import { changeSettings } from '../../actions/settings';
import { Button } from '../../parts/button/button';
import { Segmented } from '../../parts/field/segmented';
import { Icon } from '../../parts/icon/icon';
import { PathDiagram } from '../../parts/path-diagram/path-diagram';
import { useMirror } from '../../stores/mirror';
import { useWords } from '../../texts/use-words';
import { Lab } from './lab';

const exampleWire = (kind: Wire['kind'], port: number): Wire => {
  const forward = kind === 'quarantine';
  const [from, to] = forward ? (['ESA', 'SMA'] as const) : (['SMA', 'ESA'] as const);
  return {
    id: kind,
    kind,
    flow: forward ? 'esa-to-sma' : 'sma-to-esa',
    from: { appliance: from, interface: null, port: null, kind: 'plug', state: 'unknown' },
    to: { appliance: to, interface: null, port, kind: 'socket', state: 'unknown' },
    state: 'unknown',
    break: null,
    outcome: { key: '', params: {} },
    marks: [],
  };
};

const EXAMPLE: Drawing = {
  esas: [{ name: 'ESA', role: 'esa', address: null, note: null }],
  sma: { name: 'SMA', role: 'sma', address: null, note: null },
  cluster: null,
  wires: [exampleWire('quarantine', 7025), exampleWire('release', 7025), exampleWire('ssh', 22)],
};

const Preferences = () => {
  const words = useWords();
  const { language, theme } = useMirror((mirror) => mirror.settings);
  return (
    <footer className="welcome-foot">
      <Icon name="globe" />
      <Segmented
        label={words.say('title.language')}
        hideLabel
        value={language}
        options={[
          { value: 'en', label: 'English' },
          { value: 'fr', label: 'Français' },
        ]}
        onChoose={(value) => void changeSettings({ language: value })}
      />
      <Segmented
        label={words.say('title.theme')}
        hideLabel
        value={theme}
        options={(['light', 'dark', 'system'] as const).map((value) => ({
          value,
          label: words.say(`title.theme_${value}`),
        }))}
        onChoose={(value) => void changeSettings({ theme: value })}
      />
      <span className="text2 welcome-offline">
        <Icon name="lock" size={13} /> {words.say('first.offline')}
      </span>
    </footer>
  );
};

/** What it is in one sentence, the three wires, a new case, and the practice lab. */
export const Welcome = ({ onCreate, onBack }: { onCreate: () => void; onBack: (() => void) | null }) => {
  const words = useWords();
  return (
    <>
      <main className="welcome">
        <div className="welcome-head">
          <div>
            <h1>{words.say('first.title')}</h1>
            <p className="text2">{words.say('first.lead')}</p>
          </div>
          <div className="actions">
            {onBack === null ? null : (
              <Button icon="back" onPress={onBack}>
                {words.say('cases.title')}
              </Button>
            )}
            <Button kind="primary" icon="plus" keys="N" onPress={onCreate}>
              {words.say('cases.new')}
            </Button>
          </div>
        </div>
        <div className="welcome-path">
          <PathDiagram drawing={EXAMPLE} />
          <p className="welcome-ends small text3">
            <span>{words.say('first.esa')}</span>
            <span>{words.say('first.sma')}</span>
          </p>
        </div>
        <Lab />
      </main>
      <Preferences />
    </>
  );
};
