import { type FormEvent, useState } from 'react';
import { blankAppliance, type Role } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { addAppliance } from '../../actions/site';
import { nameFault } from '../../derive/appliance-name';
import { useDoing } from '../../hooks/use-doing';
import { Button } from '../../parts/button/button';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { Field } from '../../parts/field/field';
import { Segmented } from '../../parts/field/segmented';
import { choose } from '../../stores/ui';
import { useWords } from '../../texts/use-words';

const ROLES = [
  { value: 'esa', label: 'ESA' },
  { value: 'sma', label: 'SMA' },
] as const;

const freeName = (view: CaseView, role: Role): string => {
  const taken = new Set(view.site.appliances.map((one) => one.name.toLowerCase()));
  let number = 1;
  while (taken.has(`${role}${number}`)) number += 1;
  return `${role}${number}`;
};

/** The add row: role, a short name, and where its command line is reached; the rest follows at the right. */
export const AddAppliance = ({ view, role: first, onDone }: { view: CaseView; role: Role; onDone: () => void }) => {
  const words = useWords();
  const doing = useDoing();
  const [role, setRole] = useState<Role>(first);
  const [name, setName] = useState(() => freeName(view, first));
  const [host, setHost] = useState('');
  const fault = nameFault(view.site, name.trim(), null);
  const wrong = fault === null ? null : words.say(fault, { name });
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong !== null) return;
    const appliance = { ...blankAppliance(name.trim(), role), host: host.trim() === '' ? null : host.trim() };
    if (!(await doing.run(() => addAppliance(view.id, appliance)))) return;
    choose('appliance', appliance.name);
    onDone();
  };
  const change = (next: Role) => {
    setRole(next);
    setName(freeName(view, next));
  };
  return (
    <form
      className="add selectable selected"
      aria-label={words.say('site.newAppliance')}
      onSubmit={(event) => void add(event)}
    >
      <Segmented label={words.say('site.role')} value={role} options={ROLES} onChoose={change} />
      <Field label={words.say('site.name')} value={name} error={wrong} onType={setName} />
      <Field
        label={words.say('site.host')}
        value=""
        mono
        autoFocus
        hint={words.say('site.hostHint')}
        onType={setHost}
      />
      <div className="actions">
        <Button kind="primary" submit busy={doing.busy}>
          {words.say('site.addShort')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {words.say('cancel')}
        </Button>
      </div>
      <ProblemLine problem={doing.problem} />
    </form>
  );
};
