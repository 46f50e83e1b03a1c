import type { CaseView } from '../../../preload/contract';
import { size } from '../../texts/figures';
import { useWords } from '../../texts/use-words';
import { ProblemLine } from '../feedback/problem-line';
import { Glyph } from '../status/glyph';
import { LOOKS } from '../status/looks';
import './drop.css';

/** What was dropped or pasted, as far as it was recognised. */
export const MaterialList = ({ materials }: { materials: CaseView['materials'] }) => {
  const words = useWords();
  return (
    <ul className="materials">
      {materials.map((one) => {
        const look = LOOKS[one.problem === null ? 'passed' : 'could-not-tell'];
        return (
          <li key={one.id} className="material">
            <Glyph name={look.glyph} tone={look.tone} />
            <code className="wrap">{one.name}</code>
            <span className="text2">
              {one.kind}, {one.appliance ?? words.say('site.unassigned')}
            </span>
            <span className="text3 figures">{size(one.bytes, words.language)}</span>
            {one.problem === null ? null : <ProblemLine problem={one.problem} />}
          </li>
        );
      })}
    </ul>
  );
};
