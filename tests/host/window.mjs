import { basename, join } from 'node:path';
import { makeOwnFolder } from '../../scripts/start/data-folder.mjs';
import { startHost } from './host.mjs';

/** What Chromium says when its profile is in use: a second start shows the first window and ends. */
const OPEN_ALREADY = /existing browser session|ProcessSingleton|profile is already in use/i;

/**
 * The desktop window of `npm start` without Electron: the same bundles in an installed browser, headed.
 * What it does not have is the system's own dialogs: bundles go to a folder that is said in the terminal.
 *
 * @param {{ root: string, dataFolder: string, browserPath: string, say: (line: string) => void }} options
 * @returns {Promise<number>} the exit code, when the window was closed
 */
export const openDesktopWindow = async ({ root, dataFolder, browserPath, say }) => {
  makeOwnFolder(dataFolder);
  const host = await startHost({
    root,
    dataFolder,
    browserPath,
    headed: true,
    answerDialog: answerWithoutSystem(join(dataFolder, 'bundles'), say),
    onText: (text) => process.stderr.write(text),
    onTrouble: say,
  }).catch((error) => {
    if (!OPEN_ALREADY.test(String(error))) throw error;
    say('The assistant is open already, in another window.');
    return null;
  });
  if (host === null) return 0;
  const stop = () => void host.quit();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await host.page();
  say('The window is open. Closing it, or Ctrl+C here, ends the assistant.');
  return await host.exited;
};

const answerWithoutSystem =
  (/** @type {string} */ bundles, /** @type {(line: string) => void} */ say) =>
  (/** @type {import('./host.mjs').DialogQuestion} */ { kind, options }) => {
    if (kind === 'save') {
      makeOwnFolder(bundles);
      const filePath = join(bundles, basename(options.defaultPath ?? 'bundle.zip'));
      say(`Writing to ${filePath}`);
      return { canceled: false, filePath };
    }
    if (kind === 'open') {
      say('This window cannot show the file dialog; files can be dropped on it, or their text pasted.');
      return { canceled: true, filePaths: [] };
    }
    return { response: options.cancelId ?? 0, checkboxChecked: false };
  };
