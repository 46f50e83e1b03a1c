import type { CaseView } from '../../../preload/contract';
import { type StopLine, type StopState, stopLine } from '../../derive/stops';
import { goToStop, type Stop, TOOLS, useUi } from '../../stores/ui';
import { problemInLine } from '../../texts/codes';
import { clock } from '../../texts/figures';
import { useWords } from '../../texts/use-words';
import { Icon, type IconName } from '../icon/icon';
import { Glyph } from '../status/glyph';
import type { Look } from '../status/looks';
import './rail.css';

const GROUPS: readonly { name: string; stops: readonly Stop[] }[] = [
  { name: 'describe', stops: ['site', 'direction', 'cluster', 'tls', 'logs'] },
  { name: 'examine', stops: ['plan', 'run'] },
  { name: 'conclude', stops: ['findings', 'bundle'] },
];

const LOOKS: Record<StopState, Look> = {
  open: { glyph: 'ring', tone: 'mute' },
  answered: { glyph: 'filled-tick', tone: 'text3' },
  unsure: { glyph: 'ask-ring', tone: 'text3' },
  running: { glyph: 'arc', tone: 'act' },
  interrupted: { glyph: 'square', tone: 'mute' },
  fault: { glyph: 'octagon', tone: 'bad' },
  healthy: { glyph: 'tick', tone: 'ok' },
  inconclusive: { glyph: 'half-diamond', tone: 'warn' },
};

const HERE: Look = { glyph: 'dot-ring', tone: 'act' };
const loud = (state: StopState) =>
  state === 'fault' || state === 'healthy' || state === 'inconclusive' || state === 'running';

const StopButton = ({ stop, line, here }: { stop: Stop; line: StopLine | null; here: boolean }) => {
  const words = useWords();
  const look = line === null || (here && !loud(line.state)) ? HERE : LOOKS[line.state];
  const params =
    stop === 'bundle' && line?.params.time
      ? { time: clock(String(line.params.time), words.language, false) }
      : line?.params;
  const answer = line === null ? '' : words.say(line.key, params);
  const name = words.say(`rail.${stop}`);
  return (
    <li>
      <button
        type="button"
        className="stop"
        aria-current={here ? 'step' : undefined}
        title={answer === '' ? name : `${name}: ${answer}`}
        onClick={() => goToStop(stop)}
      >
        <Glyph name={look.glyph} tone={look.tone} size={16} />
        <span className="stop-words">
          <span className="stop-name">{name}</span>
          <span className="stop-answer">{answer}</span>
        </span>
      </button>
    </li>
  );
};

const TOOL_ICONS: Record<(typeof TOOLS)[number], IconName> = {
  'change-plan': 'list',
  transcripts: 'terminal',
  notes: 'note',
};

const Tool = ({ stop, here }: { stop: (typeof TOOLS)[number]; here: boolean }) => {
  const words = useWords();
  const name = words.say(`rail.${stop}`);
  return (
    <li>
      <button
        type="button"
        className="stop tool"
        title={name}
        aria-current={here ? 'step' : undefined}
        onClick={() => goToStop(stop)}
      >
        <Icon name={TOOL_ICONS[stop]} />
        <span className="stop-words">
          <span className="stop-name">{name}</span>
        </span>
      </button>
    </li>
  );
};

/** When the case was last on the disk, or why its newest changes are not. */
const SavedLine = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const { unsaved } = view.troubles;
  const text =
    unsaved === null
      ? words.say('saved', { time: clock(view.savedAt, words.language) })
      : words.say('unsaved', { reason: problemInLine(unsaved, words) });
  return unsaved === null ? (
    <p className="text3" title={text}>
      <Icon name="tick" />
      <span className="rail-foot-words figures">{text}</span>
    </p>
  ) : (
    <p className="tone-bad unsaved" title={text} role="alert">
      <Icon name="close" />
      <span className="rail-foot-words">{text}</span>
    </p>
  );
};

/** The map of the case: any stop at any time, its present answer under each name. */
export const Rail = ({ view, here }: { view: CaseView; here: Stop }) => {
  const words = useWords();
  const chosen = useUi((ui) => ui.chosen);
  return (
    <nav className="rail" aria-label={words.say('rail.label')}>
      {GROUPS.map((group) => (
        <section key={group.name}>
          <h2 className="rail-group">{words.say(`rail.${group.name}`)}</h2>
          <ol className="stops">
            {group.stops.map((stop) => (
              <StopButton
                key={stop}
                stop={stop}
                here={stop === here}
                line={stopLine(view, stop, chosen[`seen-${stop}`] === 'yes')}
              />
            ))}
          </ol>
        </section>
      ))}
      <section>
        <h2 className="rail-group">{words.say('rail.tools')}</h2>
        <ul>
          {TOOLS.map((stop) => (
            <Tool key={stop} stop={stop} here={here === stop} />
          ))}
        </ul>
      </section>
      <div className="rail-foot">
        <p className="tone-ok" title={words.say('readonly')}>
          <Icon name="eye" />
          <span className="rail-foot-words">{words.say('readonly')}</span>
        </p>
        <SavedLine view={view} />
      </div>
    </nav>
  );
};
