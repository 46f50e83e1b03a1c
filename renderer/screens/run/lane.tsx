import type { Appliance } from '../../../main/core/model';
import { factOf } from '../../derive/facts';
import type { Lane, LaneRow } from '../../derive/lanes';
import { Button } from '../../parts/button/button';
import { Icon } from '../../parts/icon/icon';
import { Glyph } from '../../parts/status/glyph';
import { LOOKS } from '../../parts/status/looks';
import { checkTitle } from '../../texts/codes';
import { span } from '../../texts/figures';
import { useWords, type Words } from '../../texts/use-words';
import { skipText } from '../plan/skip';
import { vantageName } from '../plan/vantage';

interface RowProps {
  row: LaneRow;
  proofs: ReadonlyMap<string, string>;
  now: number;
  selected: boolean;
  onSelect: (step: string) => void;
  onCancel: (step: string) => void;
}

const spentMs = (row: LaneRow, now: number): number | null => {
  if (row.asking !== null) return Math.max(0, now - new Date(row.asking.at).getTime());
  return row.observation?.durationMs ?? null;
};

/** The latest fact: what is asked, what was seen, or why there is nothing to see. */
const factText = ({ row, proofs, now }: Pick<RowProps, 'row' | 'proofs' | 'now'>, words: Words): string => {
  if (row.asking !== null) {
    const seconds = Math.floor((spentMs(row, now) ?? 0) / 1000);
    return words.say('run.asking', { seconds, limit: Math.round(row.asking.limitMs / 1000) });
  }
  if (row.observation === null) {
    const skipped = skipText(row.step, words);
    if (skipped !== null) return skipped;
    return row.after === null
      ? words.say('run.waits')
      : words.say('run.after', { check: checkTitle(row.after.check, words) });
  }
  const fact = factOf(row.observation, proofs);
  if (row.observation.reason === null || row.observation.reason === 'fault-seen')
    return fact ?? words.say(`status.${row.state}`);
  return words.say(`checks:reason.${row.observation.reason}`);
};

const Row = ({ row, proofs, now, selected, onSelect, onCancel }: RowProps) => {
  const words = useWords();
  const look = LOOKS[row.state];
  const spent = spentMs(row, now);
  const title = checkTitle(row.step.check, words);
  return (
    <li className={`lane-row selectable ${selected ? 'selected' : ''}`}>
      <button type="button" className="lane-button" aria-pressed={selected} onClick={() => onSelect(row.step.id)}>
        <Glyph name={look.glyph} tone={look.tone} />
        <span className="lane-words">
          <span className={row.state === 'waiting' || row.state === 'skipped' ? 'text2' : 'lane-name'}>
            {title}
            {row.step.subject === row.step.vantage ? null : <span className="text3 wrap"> {row.step.subject}</span>}
            <span className="only-heard">: {words.say(`status.${row.state}`)}</span>
          </span>
          <span
            className={`lane-fact wrap ${row.state === 'running' ? 'tone-act' : row.state === 'could-not-tell' ? 'tone-warn' : 'text2'}`}
          >
            {factText({ row, proofs, now }, words)}
          </span>
        </span>
        <span className="text3 figures lane-time">{spent === null ? '' : span(spent, words.language)}</span>
      </button>
      {row.state === 'running' && selected ? (
        <Button
          kind="quiet"
          icon="stop"
          label={`${words.say('run.cancelOne')}: ${title}`}
          onPress={() => onCancel(row.step.id)}
        />
      ) : null}
    </li>
  );
};

interface Props extends Omit<RowProps, 'row' | 'selected'> {
  lane: Lane;
  appliance: Appliance | null;
  selected: string | null;
}

/** The checks put from one vantage point, one after another. */
export const LaneColumn = ({ lane, appliance, selected, ...rest }: Props) => {
  const words = useWords();
  const name = vantageName(lane.name, words);
  return (
    <section className="lane" aria-label={words.say('run.lane', { name })}>
      <h2 className="lane-head">
        <Icon name={appliance === null ? 'laptop' : 'server'} />
        <span className="wrap">{name}</span>
        {appliance === null ? null : (
          <span className="text2 wrap">
            {appliance.role.toUpperCase()}
            {appliance.host === null ? '' : `, ${appliance.host}`}
          </span>
        )}
      </h2>
      <ul>
        {lane.rows.map((row) => (
          <Row key={row.step.id} row={row} selected={row.step.id === selected} {...rest} />
        ))}
      </ul>
    </section>
  );
};
