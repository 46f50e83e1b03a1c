import type { Finding } from '../../../main/core/model';
import { Glyph } from '../../parts/status/glyph';
import { confirmedLook, LOOKS } from '../../parts/status/looks';
import { selectFinding } from '../../stores/selection';
import { becauseText, findingTitle } from '../../texts/codes';
import { useWords } from '../../texts/use-words';

/** Something the cause explains: indented under it, with the triangle and no repair of its own. */
export const Consequence = ({ finding, lone }: { finding: Finding; lone?: boolean }) => {
  const words = useWords();
  const look = lone === true && finding.status === 'confirmed' ? confirmedLook(finding.severity) : LOOKS.warning;
  return (
    <div className={`consequence ${lone === true ? 'lone' : ''}`}>
      {lone === true ? null : <span className="text2">{words.say('findings.explains')}</span>}
      <Glyph name={look.glyph} tone={look.tone} />
      <div>
        <button type="button" className="cause-title" onClick={() => selectFinding(finding)}>
          {findingTitle(finding, words)}
        </button>
        <p className="text2">{becauseText(finding, words)}</p>
      </div>
      {lone === true ? (
        <span className="text3">{words.say(`status.${finding.status}`)}</span>
      ) : (
        <span className="text3">{words.say('findings.consequence')}</span>
      )}
    </div>
  );
};
