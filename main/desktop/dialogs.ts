import { type BrowserWindow, dialog } from 'electron';

/** The one question that the system's own dialog asks: where to save. Null: the engineer closed it. */
export type AskWhere = (name: string, kind?: 'ZIP' | 'Markdown') => Promise<string | null>;

export const askWhereOver =
  (window: () => BrowserWindow | null): AskWhere =>
  async (name, kind = 'ZIP') => {
    const over = window();
    const options = { defaultPath: name, filters: [{ name: kind, extensions: [kind === 'ZIP' ? 'zip' : 'md'] }] };
    const { canceled, filePath } =
      over === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(over, options);
    return canceled || filePath === '' ? null : filePath;
  };
