import type { ReactNode } from 'react';
import './field.css';

interface Props {
  label: string;
  on: boolean;
  hideLabel?: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
  children?: ReactNode;
}

/** On or off; heard as a switch. */
export const Switch = ({ label, on, hideLabel, disabled, onChange, children }: Props) => (
  <label className="switch-row">
    <input
      type="checkbox"
      role="switch"
      aria-checked={on}
      className="switch"
      aria-label={hideLabel === true ? label : undefined}
      checked={on}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
    />
    {hideLabel === true ? null : <span>{label}</span>}
    {children}
  </label>
);
