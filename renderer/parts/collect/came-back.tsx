import { useState } from 'react';
import type { CaseView, Recognised } from '../../../preload/contract';
import { type Offered, offerText } from '../../actions/material';
import { useWords } from '../../texts/use-words';
import { Button } from '../button/button';
import { OfferedLine } from '../drop/offered-line';
import { TextArea } from '../field/text-area';
import { Glyph } from '../status/glyph';
import { LOOKS } from '../status/looks';

type Collection = CaseView['collections'][number];
type Part = NonNullable<Recognised['parts']>[number];

/** How a command of the block came back: read, cut off or not understood, or not at all. */
const lookOf = (parts: readonly Part[], line: string) => {
  const found = parts.filter((part) => part.command === line);
  if (found.length === 0) return LOOKS['not-checked'];
  return found.some((part) => part.read) ? LOOKS.passed : LOOKS['could-not-tell'];
};

const Commands = ({ collection, parts }: { collection: Collection; parts: readonly Part[] }) => {
  const words = useWords();
  const closed = parts.filter((part) => part.command === 'version').length > 1;
  return (
    <>
      <ul className="collect-parts">
        {collection.commands.map(({ line }) => {
          const look = lookOf(parts, line);
          return (
            <li key={line}>
              <Glyph name={look.glyph} tone={look.tone} />
              <code className="collect-part">{line}</code>
            </li>
          );
        })}
      </ul>
      {closed ? null : <p className="tone-warn">{words.say('collect.notClosed')}</p>}
    </>
  );
};

/** Takes the whole window back and says at once which commands of the block were read. */
export const CameBack = ({ view, collection }: { view: CaseView; collection: Collection }) => {
  const words = useWords();
  const [text, setText] = useState('');
  const [emptied, setEmptied] = useState(0);
  const [offered, setOffered] = useState<Offered | null>(null);
  const keep = async () => {
    const name = words.say('collect.name', { appliance: collection.appliance });
    const reply = await offerText(view.id, name, text, collection.appliance);
    setOffered(reply);
    if (reply.problem !== null) return;
    setText('');
    setEmptied((times) => times + 1);
  };
  const recognised = offered?.recognised;
  const parts = recognised === 'profile' ? [] : (recognised?.parts ?? []);
  return (
    <div className="collect-side">
      <h3>{words.say('collect.back')}</h3>
      <TextArea key={emptied} label={words.say('collect.paste')} value="" rows={8} mono onType={setText} />
      <div className="collect-foot">
        <Button kind="primary" disabled={text.trim() === ''} onPress={() => void keep()}>
          {words.say('collect.keep')}
        </Button>
      </div>
      <div role="status">
        {offered === null ? null : <OfferedLine offered={offered} />}
        {parts.length === 0 ? null : <Commands collection={collection} parts={parts} />}
      </div>
    </div>
  );
};
