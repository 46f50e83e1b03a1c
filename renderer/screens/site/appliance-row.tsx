import type { Appliance } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { APPLIANCE_LOOKS, applianceState } from '../../derive/appliance-state';
import { Icon } from '../../parts/icon/icon';
import { Glyph } from '../../parts/status/glyph';
import { useMirror } from '../../stores/mirror';
import { choose, showInspector } from '../../stores/ui';
import { useWords, type Words } from '../../texts/use-words';

const loginText = (appliance: Appliance, words: Words): string => {
  const how = words.say(`site.auth_${appliance.auth?.kind ?? 'none'}`);
  return appliance.user === null || appliance.auth === null ? how : `${appliance.user}, ${how}`;
};

/** Name, role, full host name (wraps, never cut), how to log in, and how far we are. */
export const ApplianceRow = ({
  appliance,
  view,
  chosen,
}: {
  appliance: Appliance;
  view: CaseView;
  chosen: boolean;
}) => {
  const words = useWords();
  const test = useMirror((mirror) => mirror.sessionTests[appliance.name]);
  const state = applianceState(appliance, view.secretsHeld, test);
  const look = APPLIANCE_LOOKS[state];
  const open = () => {
    choose('appliance', appliance.name);
    showInspector();
  };
  return (
    <li>
      <button type="button" className="appliance selectable" aria-current={chosen} onClick={open}>
        <Icon name="server" />
        <span className="appliance-words">
          <span>
            <strong className="wrap">{appliance.name}</strong>{' '}
            <span className="text2">{appliance.role.toUpperCase()}</span>
          </span>
          <code className="wrap text2">{appliance.host === null ? words.say('site.noSsh') : hostText(appliance)}</code>
        </span>
        <span className="text2 appliance-login">{loginText(appliance, words)}</span>
        <span className={`appliance-state tone-${look.tone}`}>
          <Glyph name={look.glyph} tone={look.tone} /> {words.say(`site.state_${state}`)}
        </span>
      </button>
    </li>
  );
};

const hostText = ({ host, sshPort }: Appliance): string => (sshPort === 22 ? (host ?? '') : `${host}:${sshPort}`);
