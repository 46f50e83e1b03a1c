import { type FormEvent, type KeyboardEvent, useEffect, useId, useState } from 'react';
import './field.css';

interface Props {
  label: string;
  value: string;
  hint?: string;
  error?: string | null;
  mono?: boolean;
  type?: 'text' | 'password' | 'number';
  autoFocus?: boolean;
  /** What the field holds, once it is left or Enter is pressed. */
  onCommit?: (value: string) => void;
  /** Every keystroke, for forms that are sent as a whole. */
  onType?: (value: string) => void;
}

/** A labelled field that keeps what is typed until it is left: every answer is saved at once, none half-typed. */
export const Field = ({ label, value, hint, error, mono, type = 'text', autoFocus, onCommit, onType }: Props) => {
  const id = useId();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const commit = () => {
    if (draft !== value) onCommit?.(draft);
  };
  const typed = (event: FormEvent<HTMLInputElement>) => {
    setDraft(event.currentTarget.value);
    onType?.(event.currentTarget.value);
  };
  const entered = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setDraft(value);
  };
  const wrong = error !== undefined && error !== null;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={mono === true ? 'mono' : undefined}
        type={type === 'number' ? 'text' : type}
        inputMode={type === 'number' ? 'numeric' : undefined}
        // biome-ignore lint/a11y/noAutofocus: the add row opens on the engineer's own request, with its first field ready
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        value={draft}
        aria-invalid={wrong}
        aria-describedby={wrong || hint !== undefined ? `${id}-more` : undefined}
        onInput={typed}
        onChange={() => undefined}
        onBlur={commit}
        onKeyDown={entered}
      />
      {wrong ? (
        <p id={`${id}-more`} className="small tone-bad" role="alert">
          {error}
        </p>
      ) : hint === undefined ? null : (
        <p id={`${id}-more`} className="small text3">
          {hint}
        </p>
      )}
    </div>
  );
};
