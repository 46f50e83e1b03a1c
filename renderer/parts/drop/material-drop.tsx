import { type DragEvent, useId, useRef, useState } from 'react';
import type { CaseView } from '../../../preload/contract';
import { type Offered, offerFiles, offerText } from '../../actions/material';
import { useWords } from '../../texts/use-words';
import { Button } from '../button/button';
import { Select } from '../field/select';
import { TextArea } from '../field/text-area';
import { Icon } from '../icon/icon';
import { OfferedLine } from './offered-line';
import './drop.css';

const Paste = ({ view, onOffered }: { view: CaseView; onOffered: (offered: Offered[]) => void }) => {
  const words = useWords();
  const [text, setText] = useState('');
  const [from, setFrom] = useState('');
  const [emptied, setEmptied] = useState(0);
  const keep = async () => {
    const offered = await offerText(view.id, words.say('site.pasteName'), text, from === '' ? null : from);
    onOffered([offered]);
    if (offered.problem !== null) return;
    setText('');
    setEmptied((times) => times + 1);
  };
  return (
    <div className="paste">
      <TextArea key={emptied} label={words.say('site.paste')} value="" rows={3} mono onType={setText} />
      <div className="paste-foot">
        <Select
          label={words.say('site.pasteFor')}
          value={from}
          options={[
            { value: '', label: words.say('site.pasteAnyone') },
            ...view.site.appliances.map((one) => ({ value: one.name, label: one.name })),
          ]}
          onChoose={setFrom}
        />
        <Button disabled={text.trim() === ''} onPress={() => void keep()}>
          {words.say('site.pasteKeep')}
        </Button>
      </div>
    </div>
  );
};

/** Files dropped or chosen, and text pasted; each says at once what it was recognised as. */
export const MaterialDrop = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [offered, setOffered] = useState<readonly Offered[]>([]);
  const take = async (files: readonly File[]) => setOffered(await offerFiles(view.id, files));
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop target; the button and the paste box do the same by keyboard
    <div
      className={`drop ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <div className="drop-head">
        <Icon name="drop" size={20} />
        <div>
          <strong>{words.say('site.dropTitle')}</strong>
          <p className="text2 small">{words.say('site.dropText')}</p>
        </div>
        <label htmlFor={id} className="only-heard">
          {words.say('site.choose')}
        </label>
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          className="only-heard"
          tabIndex={-1}
          onChange={(event) => void take([...(event.target.files ?? [])])}
        />
        <Button small icon="copy" expanded={pasting} onPress={() => setPasting((open) => !open)}>
          {words.say('site.pasteText')}
        </Button>
        <Button small icon="file" onPress={() => input.current?.click()}>
          {words.say('site.choose')}
        </Button>
      </div>
      {pasting ? <Paste view={view} onOffered={setOffered} /> : null}
      <div role="status" className="offered">
        {offered.map((one) => (
          <OfferedLine key={one.name} offered={one} />
        ))}
      </div>
    </div>
  );
};
