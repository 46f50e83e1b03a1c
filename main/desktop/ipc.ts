import { type BrowserWindow, ipcMain } from 'electron';
import { channel, contract, type Handlers } from '../../preload/contract';
import { bad, problem } from '../core/model';
import { type Entry, sentByOurPage, throughTheGates, type Verb } from './gates';

type FindWindow = () => BrowserWindow | null;
type Verbs = Readonly<Record<string, Readonly<Record<string, Verb>>>>;

const contentsOf = (window: BrowserWindow | null) =>
  window === null || window.isDestroyed() ? null : window.webContents;

/**
 * Registers every ask of the contract, each behind the same gates. This is the one place that knows `ipcMain`.
 * `window` answers the one window, or null while there is none.
 */
export const answerAsks = (handlers: Handlers, window: FindWindow): void => {
  const verbs: Verbs = handlers;
  for (const [group, entries] of Object.entries(contract)) {
    for (const [verb, entry] of Object.entries(entries)) {
      const handler = verbs[group]?.[verb];
      if (entry.kind === 'ask' && handler !== undefined) register(group, verb, entry, handler, window);
    }
  }
};

const register = (group: string, verb: string, entry: Entry, handler: Verb, window: FindWindow): void => {
  const name = `${group}.${verb}`;
  ipcMain.handle(channel(group, verb), async (event, argument: unknown) =>
    sentByOurPage(event, contentsOf(window()))
      ? await throughTheGates(name, entry, handler, argument)
      : bad(problem('sender-refused', name)),
  );
};
