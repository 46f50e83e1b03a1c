import { contextBridge, ipcRenderer } from 'electron';
import { channel, contract } from './contract';

/**
 * The page's only way out: `window.cpq`, derived from the contract. Neither the channel names nor Electron's
 * event objects reach the page, and what crosses is copied through JSON, so no odd value can ride along.
 */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

const mistake = (where: string) => ({ ok: false, problem: { code: 'our-mistake', where, params: {} } });

const asking = (group: string, verb: string) => async (argument: unknown) => {
  try {
    return await ipcRenderer.invoke(channel(group, verb), plain(argument));
  } catch {
    // Main answers values; an exception here means that the door itself is broken or the argument was no JSON.
    return mistake(`${group}.${verb}`);
  }
};

const listening = (group: string, verb: string) => (listener: (value: unknown) => void) => {
  const hear = (_event: unknown, value: unknown) => listener(value);
  ipcRenderer.on(channel(group, verb), hear);
  return () => {
    ipcRenderer.removeListener(channel(group, verb), hear);
  };
};

const bridge = Object.fromEntries(
  Object.entries(contract).map(([group, verbs]) => [
    group,
    Object.fromEntries(
      Object.entries(verbs).map(([verb, { kind }]) => [
        verb,
        kind === 'ask' ? asking(group, verb) : listening(group, verb),
      ]),
    ),
  ]),
);

contextBridge.exposeInMainWorld('cpq', bridge);
