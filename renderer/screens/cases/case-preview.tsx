import type { CaseLine } from '../../../preload/contract';
import { Button } from '../../parts/button/button';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { Status } from '../../parts/status/status';
import { clock, day } from '../../texts/figures';
import { useWords } from '../../texts/use-words';
import { caseName, verdictText } from './case-row';

interface Props {
  line: CaseLine;
  busy: boolean;
  onOpen: () => void;
  onRemove: () => void;
}

/** What the chosen case says, and what can be done with it. */
export const CasePreview = ({ line, busy, onOpen, onRemove }: Props) => {
  const words = useWords();
  const { language } = words;
  return (
    <aside className="preview" aria-label={words.say('cases.preview')}>
      <div className="preview-body">
        <h2 className="wrap">{caseName(line.name, words)}</h2>
        {line.verdict === null ? null : <Status status={line.verdict} />}
        <p className="wrap">{verdictText(line, words)}</p>
        <ProblemLine problem={line.problem} />
        <dl className="pairs">
          <dt>{words.say('cases.request')}</dt>
          <dd>{line.serviceRequest ?? words.say('cases.none')}</dd>
          <dt>{words.say('cases.appliances')}</dt>
          <dd>{line.appliances}</dd>
          <dt>{words.say('cases.changed')}</dt>
          <dd>
            {day(line.changedAt, language)}, {clock(line.changedAt, language, false)}
          </dd>
        </dl>
      </div>
      <div className="preview-foot">
        <Button kind="primary" keys="Enter" busy={busy} onPress={onOpen}>
          {words.say('cases.open')}
        </Button>
        <span className="title-space" />
        <Button kind="quiet" icon="trash" onPress={onRemove}>
          {words.say('cases.delete')}
        </Button>
      </div>
    </aside>
  );
};
