import { useId } from 'react';
import './field.css';

interface Props<V extends string> {
  label: string;
  hideLabel?: boolean;
  value: V;
  options: readonly { value: V; label: string }[];
  onChoose: (value: V) => void;
}

/** A few exclusive answers side by side; native radio buttons, so arrow keys and names come with them. */
export const Segmented = <V extends string>({ label, hideLabel, value, options, onChoose }: Props<V>) => {
  const name = useId();
  return (
    <fieldset className="field segmented-field">
      <legend className={hideLabel === true ? 'only-heard' : 'field-legend'}>{label}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} className="segment">
            <input
              type="radio"
              className="only-heard"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
