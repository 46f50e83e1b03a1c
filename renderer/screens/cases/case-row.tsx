import type { CaseLine } from '../../../preload/contract';
import { Glyph } from '../../parts/status/glyph';
import { LOOKS } from '../../parts/status/looks';
import { useUi } from '../../stores/ui';
import { causeTitle } from '../../texts/codes';
import { clock, day } from '../../texts/figures';
import { useWords, type Words } from '../../texts/use-words';

/** The causes found, else the verdict's word. */
export const verdictText = (line: CaseLine, words: Words): string => {
  if (line.problem !== null) return words.say('cases.partly');
  if (line.primary.length > 0) return line.primary.map((code) => causeTitle(code, words)).join(', ');
  return words.say(`cases.verdict_${line.verdict ?? 'none'}`);
};

export const caseName = (name: string, words: Words): string =>
  name.trim() === '' ? words.say('cases.unnamed') : name;

const sameDay = (instant: string) => new Date(instant).toDateString() === new Date().toDateString();

export const CaseRow = ({ line, chosen, onOpen }: { line: CaseLine; chosen: boolean; onOpen: () => void }) => {
  const words = useWords();
  const look = line.problem !== null ? LOOKS.warning : LOOKS[line.verdict ?? 'not-checked'];
  const when = sameDay(line.changedAt)
    ? clock(line.changedAt, words.language, false)
    : day(line.changedAt, words.language);
  return (
    <li>
      <button
        type="button"
        className="case-row selectable"
        aria-current={chosen}
        onClick={() => useUi.setState({ pickedCase: line.id })}
        onDoubleClick={onOpen}
      >
        <Glyph name={look.glyph} tone={look.tone} size={16} />
        <span className="case-row-words">
          <span>
            <strong className="wrap">{caseName(line.name, words)}</strong>{' '}
            <span className="text3">{line.serviceRequest ?? words.say('title.noRequest')}</span>
            {line.lab === null ? null : <span className="text3"> · {words.say('cases.practice')}</span>}
          </span>
          <span className="text2 wrap">{verdictText(line, words)}</span>
        </span>
        <span className="text3 case-row-size">{words.say('cases.size', { count: line.appliances })}</span>
        <span className="text3 case-row-time figures">{when}</span>
      </button>
    </li>
  );
};
