import { useEffect, useId, useState } from 'react';
import './field.css';

interface Props {
  label: string;
  value: string;
  hint?: string;
  rows?: number;
  mono?: boolean;
  hideLabel?: boolean;
  onCommit?: (value: string) => void;
  onType?: (value: string) => void;
}

/** Several lines, kept when the field is left. */
export const TextArea = ({ label, value, hint, rows = 3, mono, hideLabel, onCommit, onType }: Props) => {
  const id = useId();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel === true ? 'only-heard' : undefined}>
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        className={mono === true ? 'mono' : undefined}
        value={draft}
        spellCheck={false}
        aria-describedby={hint === undefined ? undefined : `${id}-more`}
        onChange={(event) => {
          setDraft(event.target.value);
          onType?.(event.target.value);
        }}
        onBlur={() => {
          if (draft !== value) onCommit?.(draft);
        }}
      />
      {hint === undefined ? null : (
        <p id={`${id}-more`} className="small text3">
          {hint}
        </p>
      )}
    </div>
  );
};
