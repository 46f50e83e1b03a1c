import type { Problem } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { askedOf, type PlanGroup, secondsOf } from '../../derive/plan-groups';
import { Icon } from '../../parts/icon/icon';
import { choose, useUi } from '../../stores/ui';
import { minutes } from '../../texts/figures';
import { useWords } from '../../texts/use-words';
import { PlanRow } from './plan-row';

interface Props {
  group: PlanGroup;
  view: CaseView;
  onChange: (change: () => Promise<Problem | null>) => void;
}

/** The checks of one wire, or of both ends; folds. */
export const PlanGroupRows = ({ group, view, onChange }: Props) => {
  const words = useWords();
  const key = `plan-${group.name}`;
  const folded = useUi((ui) => ui.chosen[key] === 'folded');
  const total = words.say('plan.groupTotal', {
    checks: words.say('plan.checks', { count: askedOf(group.steps).length }),
    time: minutes(secondsOf(group.steps) * 1000),
  });
  return (
    <tbody>
      <tr className="plan-group">
        <th scope="rowgroup" colSpan={7}>
          <span className="plan-group-head">
            <button
              type="button"
              className="plan-fold"
              aria-expanded={!folded}
              onClick={() => choose(key, folded ? null : 'folded')}
            >
              <Icon name={folded ? 'forward' : 'down'} size={13} />
              <strong>{words.say(`plan.group_${group.name}`)}</strong>
            </button>
            <span className="text2 plan-group-text">{words.say(`plan.group_${group.name}Text`)}</span>
            <span className="text2 figures">{total}</span>
          </span>
        </th>
      </tr>
      {folded ? null : group.steps.map((step) => <PlanRow key={step.id} step={step} view={view} onChange={onChange} />)}
    </tbody>
  );
};
