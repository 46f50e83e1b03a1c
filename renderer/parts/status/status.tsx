import { useWords } from '../../texts/use-words';
import { Glyph } from './glyph';
import { LOOKS, type Look, type StatusName } from './looks';

interface Props {
  status: StatusName;
  look?: Look;
  /** A word other than the status word, where the row says more. */
  word?: string;
}

/** Always glyph, colour and word. */
export const Status = ({ status, look = LOOKS[status], word }: Props) => {
  const words = useWords();
  return (
    <span className={`status tone-${look.tone}`}>
      <Glyph name={look.glyph} tone={look.tone} />
      <span>{word ?? words.say(`status.${status}`)}</span>
    </span>
  );
};
