import { useEffect, useRef } from 'react';

type Keys = Readonly<Record<string, () => void>>;

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select') || target.isContentEditable);

/** Enter and Space on a button or a link are the button's own. */
const pressing = (target: EventTarget | null, key: string): boolean =>
  (key === 'Enter' || key === ' ') && target instanceof HTMLElement && target.matches('button, a, summary');

const nameOf = (event: KeyboardEvent): string =>
  `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.shiftKey && event.key.length > 1 ? 'Shift+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;

/** Single keys of a screen; silent while somebody types, except with Ctrl (Cmd on macOS). */
export const useKeys = (keys: Keys): void => {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const name = nameOf(event);
      const action = current.current[name];
      if (action === undefined || event.defaultPrevented || event.altKey || event.isComposing) return;
      if (!name.startsWith('Ctrl+') && (typing(event.target) || pressing(event.target, event.key))) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);
};
