import type { Finding } from '../../../main/core/model';
import { becauseText } from '../../texts/codes';
import { useWords } from '../../texts/use-words';

/** Why this finding has its status, as a sentence of its own; nothing where the catalogue has no words for it. */
export const Because = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  const text = becauseText(finding, words);
  return text === '' ? null : <p className="text2 verdict-more">{words.say('findings.becauseSentence', { text })}</p>;
};
