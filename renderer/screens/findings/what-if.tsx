import type { Finding } from '../../../main/core/model';
import { whatIfText } from '../../texts/codes';
import { useWords } from '../../texts/use-words';

/** What the repair of a cipher list would change, on paper; nothing for any other finding. */
export const WhatIf = ({ finding, level = 2 }: { finding: Finding; level?: 2 | 3 }) => {
  const words = useWords();
  const Heading = level === 2 ? 'h2' : 'h3';
  const told = whatIfText(finding, words);
  if (told === null) return null;
  return (
    <div className="what-if">
      <div className="section-head">
        <Heading>{told.title}</Heading>
      </div>
      <ul className="what-if-lines text2">
        {told.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
};
