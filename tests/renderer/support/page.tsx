import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { CaseView } from '../../../preload/contract';
import { listen } from '../../../renderer/actions/listen';
import { readSettings } from '../../../renderer/actions/settings';
import { App } from '../../../renderer/app';
import { forgetCase, useMirror } from '../../../renderer/stores/mirror';
import { type Stop, useUi } from '../../../renderer/stores/ui';
import { setUpTexts } from '../../../renderer/texts/setup';
import { type Fake, type FakeWorld, fakeBridge } from './fake-bridge';

Object.defineProperty(globalThis, 'IS_REACT_ACT_ENVIRONMENT', { value: true, writable: true });

const settled = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));

const nameOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();

export interface Shown {
  fake: Fake;
  text(): string;
  button(name: RegExp): HTMLButtonElement;
  press(name: RegExp): Promise<void>;
  radio(name: RegExp): HTMLInputElement;
  choose(name: RegExp): Promise<void>;
  type(label: RegExp, value: string): Promise<void>;
  key(key: string, more?: KeyboardEventInit): Promise<void>;
  tell(what: () => void): Promise<void>;
  close(): void;
}

const world = (view: CaseView | null, more: Partial<FakeWorld>): FakeWorld => ({
  settings: { language: 'en', theme: 'light' },
  cases: [],
  views: view === null ? [] : [view],
  ...more,
});

/** The whole page over a fake main, at a stop of a case (or at Cases), as a screen reader would walk it. */
export const showPage = async (view: CaseView | null, stop: Stop, more: Partial<FakeWorld> = {}): Promise<Shown> => {
  const fake = fakeBridge(world(view, more));
  Object.defineProperty(window, 'cpq', { value: fake.bridge, configurable: true });
  forgetCase();
  useMirror.setState({ cases: null, scenarios: null, casesProblem: null });
  useUi.setState({
    place: view === null ? { kind: 'cases' } : { kind: 'case', id: view.id, stop },
    chosen: {},
    inspector: true,
    over: true,
    pseudonymise: true,
    pickedCase: null,
    scenario: null,
  });
  setUpTexts('en');
  await readSettings();
  const unlisten = listen();
  const place = document.createElement('div');
  document.body.append(place);
  const root: Root = createRoot(place);
  await act(async () => root.render(<App />));
  await settled();

  const one = <E extends Element>(selector: string, name: RegExp, by: (element: E) => string): E => {
    const all = [...place.querySelectorAll<E>(selector)];
    const found = all.find((element) => name.test(by(element)));
    if (found === undefined) throw new Error(`nothing named ${name} among: ${all.map(by).join(' | ')}`);
    return found;
  };
  const click = async (element: HTMLElement) => {
    await act(async () => element.click());
    await settled();
  };
  const labelled = (label: RegExp) => {
    const element = one<HTMLLabelElement>('label', label, nameOf);
    const field = document.getElementById(element.htmlFor);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
      throw new Error(`no field: ${label}`);
    return field;
  };
  return {
    fake,
    text: () => nameOf(place),
    button: (name) => one<HTMLButtonElement>('button', name, nameOf),
    press: (name) => click(one<HTMLButtonElement>('button', name, nameOf)),
    radio: (name) =>
      one<HTMLInputElement>('input[type=radio]', name, (input) => nameOf(input.closest('label') ?? input)),
    choose: (name) =>
      click(one<HTMLInputElement>('input[type=radio]', name, (input) => nameOf(input.closest('label') ?? input))),
    async type(label, value) {
      const field = labelled(label);
      await act(async () => {
        const { prototype } = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
        Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('focusout', { bubbles: true }));
      });
      await settled();
    },
    async key(key, init = {}) {
      await act(
        async () =>
          void window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })),
      );
      await settled();
    },
    async tell(what) {
      await act(async () => what());
      await settled();
    },
    close() {
      unlisten();
      act(() => root.unmount());
      place.remove();
    },
  };
};
