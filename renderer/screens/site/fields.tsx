import { useState } from 'react';
import type { Appliance, KnownQuarantine } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { nameFault } from '../../derive/appliance-name';
import { portOf } from '../../derive/appliance-state';
import { Field } from '../../parts/field/field';
import { Segmented } from '../../parts/field/segmented';
import { choose } from '../../stores/ui';
import { useWords } from '../../texts/use-words';

interface Props {
  appliance: Appliance;
  onChange: (changed: Partial<Appliance>) => void;
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

const PortField = ({
  label,
  value,
  empty,
  onPort,
}: {
  label: string;
  value: string;
  empty: boolean;
  onPort: (port: number | null) => void;
}) => {
  const words = useWords();
  const [wrong, setWrong] = useState(false);
  const commit = (typed: string) => {
    const port = portOf(typed);
    const cleared = empty && typed.trim() === '';
    setWrong(port === null && !cleared);
    if (port !== null || cleared) onPort(port);
  };
  return (
    <Field
      label={label}
      value={value}
      type="number"
      mono
      error={wrong ? words.say('site.portWrong') : null}
      onCommit={commit}
    />
  );
};

/** Name, role, and where its command line is reached. */
export const ApplianceFields = ({ view, appliance, onChange }: Props & { view: CaseView }) => {
  const words = useWords();
  const [wrong, setWrong] = useState<string | null>(null);
  const rename = (typed: string) => {
    const name = typed.trim();
    const fault = nameFault(view.site, name, appliance.name);
    setWrong(fault === null ? null : words.say(fault, { name }));
    if (fault !== null || name === appliance.name) return;
    onChange({ name });
    choose('appliance', name);
  };
  return (
    <>
      <Segmented
        label={words.say('site.role')}
        value={appliance.role}
        options={[
          { value: 'esa', label: 'ESA' },
          { value: 'sma', label: 'SMA' },
        ]}
        onChoose={(role) => onChange({ role })}
      />
      <Field label={words.say('site.name')} value={appliance.name} error={wrong} onCommit={rename} />
      <Field
        label={words.say('site.host')}
        value={appliance.host ?? ''}
        mono
        hint={words.say('site.hostHint')}
        onCommit={(typed) => onChange({ host: orNull(typed) })}
      />
      <div className="fields">
        <PortField
          label={words.say('site.port')}
          value={String(appliance.sshPort)}
          empty={false}
          onPort={(port) => onChange({ sshPort: port ?? 22 })}
        />
        <Field
          label={words.say('site.user')}
          value={appliance.user ?? ''}
          onCommit={(typed) => onChange({ user: orNull(typed) })}
        />
      </div>
    </>
  );
};

/** What is known of the quarantine listener before anything was asked. */
export const QuarantineFields = ({ appliance, onChange }: Props) => {
  const words = useWords();
  const { quarantine } = appliance;
  const set = (changed: Partial<KnownQuarantine>) => onChange({ quarantine: { ...quarantine, ...changed } });
  return (
    <>
      <Field
        label={words.say('site.interface')}
        value={quarantine.interface ?? ''}
        onCommit={(typed) => set({ interface: orNull(typed) })}
      />
      <div className="fields">
        <Field
          label={words.say('site.address')}
          value={quarantine.address ?? ''}
          mono
          onCommit={(typed) => set({ address: orNull(typed) })}
        />
        <PortField
          label={words.say('site.qport')}
          value={quarantine.port === null ? '' : String(quarantine.port)}
          empty
          onPort={(port) => set({ port })}
        />
      </div>
      <p className="small text3">{words.say('site.quarantineHint')}</p>
    </>
  );
};
