import type { Observation } from '../../../main/core/model';
import { lookFactsOf } from '../../derive/look-facts';
import { InspectorPart } from '../../parts/inspector/inspector';
import { useWords } from '../../texts/use-words';
import { vantageName } from '../plan/vantage';

/** What a look at a listener saw, fact by fact, and from where; nothing for other checks. */
export const LookFacts = ({ observation, line }: { observation: Observation; line: number | null }) => {
  const words = useWords();
  const facts = lookFactsOf(observation, line);
  if (facts.length === 0) return null;
  const vantage = vantageName(observation.vantage, words);
  return (
    <InspectorPart title={words.say('evidence.look', { vantage, subject: observation.subject })}>
      <dl className="pairs">
        {facts.map(({ label, text, key, params }) => (
          <div key={`${label} ${text ?? key}`} className="pair">
            <dt>{words.say(`evidence.fact.${label}`)}</dt>
            <dd>{key === null ? <code>{text}</code> : words.say(`evidence.value.${key}`, params)}</dd>
          </div>
        ))}
      </dl>
    </InspectorPart>
  );
};
