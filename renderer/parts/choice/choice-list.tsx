import { useId } from 'react';
import { KeyCap } from '../button/button';
import './choice.css';

export interface Choice<V extends string> {
  value: V;
  title: string;
  text: string;
  /** What choosing it costs, said at the right. */
  cost?: string;
}

interface Props<V extends string> {
  label: string;
  value: V;
  choices: readonly Choice<V>[];
  onChoose: (value: V) => void;
}

/** The answers of one question; "not sure" comes last. Native radio buttons under our own look. */
export const ChoiceList = <V extends string>({ label, value, choices, onChoose }: Props<V>) => {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend className="only-heard">{label}</legend>
      {choices.map((choice, index) => (
        <label key={choice.value} className="choice selectable">
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChoose(choice.value)} />
          <span className="choice-words">
            <span className="choice-title">{choice.title}</span>
            <span className="text2">{choice.text}</span>
          </span>
          {choice.cost === undefined ? null : <span className="choice-cost text3">{choice.cost}</span>}
          <KeyCap>{index + 1}</KeyCap>
        </label>
      ))}
    </fieldset>
  );
};
