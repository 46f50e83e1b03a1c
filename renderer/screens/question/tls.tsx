import type { CaseView } from '../../../preload/contract';
import { useWords } from '../../texts/use-words';
import { QuestionScreen } from './question';

const OPTIONS = ['failed', 'fine', 'unknown'] as const;
const STAGES = [1, 2, 3, 4] as const;

/** The four moments of a connection, so that "TLS" is a place and not a word. */
const Stages = () => {
  const words = useWords();
  return (
    <ol className="stages" aria-label={words.say('tls.stages')}>
      {STAGES.map((stage) => (
        <li key={stage}>
          <strong>{words.say(`tls.stage.${stage}`)}</strong>
          <span className={`stage-dot ${stage > 2 ? 'asked' : ''}`} aria-hidden="true" />
          <span className="text2 small">{words.say(`tls.stage.${stage}d`)}</span>
        </li>
      ))}
    </ol>
  );
};

export const TlsScreen = ({ view }: { view: CaseView }) => (
  <QuestionScreen view={view} question="tls" options={OPTIONS} drawing={<Stages />} />
);
