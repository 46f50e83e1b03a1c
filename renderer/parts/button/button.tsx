import type { ReactNode, Ref } from 'react';
import { Icon, type IconName } from '../icon/icon';
import './button.css';

interface Props {
  kind?: 'primary' | 'secondary' | 'quiet';
  icon?: IconName;
  after?: IconName;
  /** The key that does the same, shown on the button. */
  keys?: string;
  small?: boolean;
  /** For a button that shows only its icon. */
  label?: string;
  disabled?: boolean;
  busy?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  title?: string;
  submit?: boolean;
  ref?: Ref<HTMLButtonElement>;
  onPress?: () => void;
  children?: ReactNode;
}

const classOf = ({ kind = 'secondary', small, children }: Props): string =>
  ['button', kind, small === true ? 'small' : '', children === undefined ? 'bare' : ''].filter(Boolean).join(' ');

/** Primary is ink, not blue; blue means "you are here". */
export const Button = (props: Props) => {
  const { icon, after, keys, label, disabled, busy, pressed, expanded, title, submit, ref, onPress, children } = props;
  return (
    <button
      type={submit === true ? 'submit' : 'button'}
      className={classOf(props)}
      ref={ref}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-busy={busy}
      title={title ?? label}
      disabled={disabled === true || busy === true}
      onClick={onPress}
    >
      {icon === undefined ? null : <Icon name={icon} size={13} />}
      {children === undefined ? null : <span className="button-words">{children}</span>}
      {after === undefined ? null : <Icon name={after} size={13} />}
      {keys === undefined ? null : <KeyCap>{keys}</KeyCap>}
    </button>
  );
};

/** A key; heard through the button's own shortcut, so it is not read out. */
export const KeyCap = ({ children }: { children: ReactNode }) => (
  <span className="key-cap" aria-hidden="true">
    {children}
  </span>
);
