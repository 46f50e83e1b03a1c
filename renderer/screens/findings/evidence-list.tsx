import type { Finding } from '../../../main/core/model';
import { placeOf } from '../../derive/facts';
import { findingKey, selectFinding } from '../../stores/selection';
import { useUi } from '../../stores/ui';
import { useWords } from '../../texts/use-words';
import { vantageName } from '../plan/vantage';

const fileName = (place: string) => place.split(/[\\/]/).at(-1) ?? place;

/** Every quote of a finding with its source; choosing one shows it in full beside the claim. */
export const EvidenceList = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  const chosen = useUi((ui) => ui.chosen);
  if (finding.evidence.length === 0) return null;
  const shown = (chosen.finding ?? findingKey(finding)) === findingKey(finding) ? Number(chosen.evidence ?? 0) : -1;
  return (
    <section className="evidence">
      <h2>{words.say('evidence.title')}</h2>
      <ol>
        {finding.evidence.map((piece, index) => {
          const { place, line } = placeOf(piece.source);
          const name = fileName(place);
          return (
            <li key={`${piece.observation} ${piece.source}`}>
              <button
                type="button"
                className="evidence-row selectable"
                aria-current={index === shown}
                onClick={() => selectFinding(finding, index)}
              >
                <span className="text3 figures">{index + 1}</span>
                <code className="wrap">{piece.quote}</code>
                <span className="text2 small wrap">
                  {line === null ? name : words.say('evidence.line', { place: name, line })},{' '}
                  {words.say('evidence.from', { vantage: vantageName(piece.vantage, words) })}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
