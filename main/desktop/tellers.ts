import type { BrowserWindow } from 'electron';
import type { z } from 'zod';
import { channel, contract, type Tellers } from '../../preload/contract';
import { plain } from './gates';
import { ourMistake } from './mistakes';

type FindWindow = () => BrowserWindow | null;

/** Sends one value to the page, as the contract says; a window that is gone hears nothing. */
const tell =
  <V extends z.ZodType>(window: FindWindow, group: string, verb: string, value: V) =>
  (told: z.input<V>): void => {
    const open = window();
    if (open === null || open.isDestroyed()) return;
    const parsed = value.safeParse(told);
    if (parsed.success) open.webContents.send(channel(group, verb), plain(parsed.data));
    else ourMistake(`${group}.${verb}`, parsed.error);
  };

/** What main tells the page, by group and verb of the contract. What breaks the contract is not sent. */
export const tellersTo = (window: FindWindow): Tellers => ({
  run: { progress: tell(window, 'run', 'progress', contract.run.progress.value) },
  mirror: { changed: tell(window, 'mirror', 'changed', contract.mirror.changed.value) },
});
