import { useState } from 'react';
import type { CaseView } from '../../../preload/contract';
import { useCopy } from '../../hooks/use-copy';
import { checkTitle } from '../../texts/codes';
import { useWords } from '../../texts/use-words';
import { Button } from '../button/button';
import { EffectTag } from '../command/effect-tag';
import { Select } from '../field/select';
import { Block } from './block';
import { CameBack } from './came-back';
import './collect.css';

type Collection = CaseView['collections'][number];

/** What no block can ask, folded: a name each, and why. */
const LeftOut = ({ leftOut }: Pick<Collection, 'leftOut'>) => {
  const words = useWords();
  return (
    <details className="collect-left-out small">
      <summary>{words.say('collect.leftOut', { count: leftOut.length })}</summary>
      <ul>
        {leftOut.map(({ check, command, why }) => (
          <li key={check}>
            <strong>{checkTitle(check, words)}</strong>{' '}
            <span className="text2">{words.say(`collect.why_${why}`, { command: command ?? '' })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** The block of one appliance to carry away, and the box that its window comes back to. */
const Collected = ({ view, collection }: { view: CaseView; collection: Collection }) => {
  const words = useWords();
  const { copied, copy } = useCopy();
  const { appliance, block, leftOut } = collection;
  return (
    <div className="collect-sides">
      <div className="collect-side">
        <div className="collect-head">
          <h3>{words.say('collect.block', { appliance })}</h3>
          <EffectTag effect="reads" />
        </div>
        <Block lines={block} />
        <div className="collect-foot">
          <Button icon="copy" onPress={() => copy(`${block.join('\n')}\n`)}>
            {words.say('collect.copy')}
          </Button>
          <span className="small" role="status">
            {copied ? words.say('copied') : ''}
          </span>
        </div>
        <p className="small text2">{words.say('collect.how')}</p>
        {leftOut.length === 0 ? null : <LeftOut leftOut={leftOut} />}
      </div>
      <CameBack key={appliance} view={view} collection={collection} />
    </div>
  );
};

/** One paste for each appliance that nobody may connect to: whole read-only commands, and the window taken back. */
export const CollectCard = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const [wanted, setWanted] = useState('');
  const collection = view.collections.find((one) => one.appliance === wanted) ?? view.collections[0];
  if (collection === undefined) return null;
  return (
    <section className="collect">
      <div className="collect-head">
        <h2>{words.say('collect.title')}</h2>
        <Select
          label={words.say('collect.appliance')}
          value={collection.appliance}
          options={view.collections.map(({ appliance }) => ({ value: appliance, label: appliance }))}
          onChoose={setWanted}
        />
      </div>
      <p className="text2">{words.say('collect.lead')}</p>
      <Collected view={view} collection={collection} />
    </section>
  );
};
