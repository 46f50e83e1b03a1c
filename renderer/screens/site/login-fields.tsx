import { type FormEvent, useState } from 'react';
import { type Appliance, type Auth, jumpSecretName, type SecretSource } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { holdSecret } from '../../actions/site';
import { useDoing } from '../../hooks/use-doing';
import { Button } from '../../parts/button/button';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { Field } from '../../parts/field/field';
import { Select } from '../../parts/field/select';
import { useWords, type Words } from '../../texts/use-words';

interface Props {
  view: CaseView;
  appliance: Appliance;
  onChange: (changed: Partial<Appliance>) => void;
}

type Kind = Auth['kind'] | 'none';
const KINDS: readonly Exclude<Kind, 'key'>[] = ['password', 'agent', 'none'];

const authOf = (kind: Exclude<Kind, 'key'>): Auth | null => {
  if (kind === 'password') return { kind, password: { given: true } };
  return kind === 'agent' ? { kind } : null;
};

const sourceText = (source: SecretSource, words: Words): string | null => {
  if ('env' in source) return words.say('site.secret_env', { name: source.env });
  return 'file' in source ? words.say('site.secret_file') : null;
};

interface SecretProps {
  view: CaseView;
  appliance: Appliance;
  label: string;
  ofJump?: boolean;
}

/** Typed once, handed to main, and gone from the page. */
const Secret = ({ view, appliance, label, ofJump = false }: SecretProps) => {
  const words = useWords();
  const doing = useDoing();
  const [secret, setSecret] = useState('');
  const [turn, setTurn] = useState(0);
  const held = view.secretsHeld.includes(ofJump ? jumpSecretName(appliance.name) : appliance.name);
  const hold = async (event: FormEvent) => {
    event.preventDefault();
    if (secret === '') return;
    const typed = secret;
    setSecret('');
    setTurn((before) => before + 1);
    await doing.run(() => holdSecret(view.id, appliance.name, typed, ofJump ? { ofJump } : {}));
  };
  return (
    <form className="secret" onSubmit={(event) => void hold(event)}>
      <Field
        key={turn}
        label={label}
        value=""
        type="password"
        hint={words.say('site.passwordHint')}
        onType={setSecret}
      />
      <div className="actions">
        <Button small submit icon="lock" disabled={secret === ''} busy={doing.busy}>
          {words.say('site.hold')}
        </Button>
        <span className="small text2" role="status">
          {words.say(held ? 'site.held' : 'site.notHeld')}
        </span>
      </div>
      <ProblemLine problem={doing.problem} />
    </form>
  );
};

/** The jump host of the profile, and its secret where that is to be typed. */
const JumpLogin = ({ view, appliance }: { view: CaseView; appliance: Appliance }) => {
  const words = useWords();
  const { jump } = appliance;
  if (jump === null) return null;
  const { auth } = jump;
  const source = auth.kind === 'password' ? auth.password : auth.kind === 'key' ? auth.passphrase : null;
  const typed = source !== null && 'given' in source;
  return (
    <>
      <p className="small text2 wrap">{words.say('site.jumpVia', { host: `${jump.host}:${jump.port}` })}</p>
      {typed ? <Secret view={view} appliance={appliance} label={words.say('site.jumpPassword')} ofJump /> : null}
    </>
  );
};

/**
 * How to log in: a password for this run only, the agent, or not at all. A key file is named by a profile and not here:
 * the page names no place on this laptop.
 */
export const LoginFields = ({ view, appliance, onChange }: Props) => {
  const words = useWords();
  const { auth } = appliance;
  const kind: Kind = auth?.kind ?? 'none';
  const kinds: readonly Kind[] = kind === 'key' ? ['key', ...KINDS] : KINDS;
  const choose = (value: string) => {
    const chosen = KINDS.find((one) => one === value);
    if (chosen !== undefined) onChange({ auth: authOf(chosen) });
  };
  const source = auth?.kind === 'password' ? auth.password : auth?.kind === 'key' ? auth.passphrase : null;
  const from = source === null ? null : sourceText(source, words);
  return (
    <>
      <Select
        label={words.say('site.login')}
        value={kind}
        options={kinds.map((value) => ({ value, label: words.say(`site.auth_${value}`) }))}
        onChoose={choose}
      />
      {auth?.kind === 'key' ? (
        <p className="small text2 wrap">{words.say('site.keyFrom', { path: auth.key })}</p>
      ) : (
        <p className="small text3">{words.say('site.keyHint')}</p>
      )}
      {from === null ? null : <p className="small text2">{from}</p>}
      {source !== null && from === null ? (
        <Secret
          view={view}
          appliance={appliance}
          label={words.say(kind === 'key' ? 'site.passphrase' : 'site.password')}
        />
      ) : null}
      <JumpLogin view={view} appliance={appliance} />
    </>
  );
};
