import { findBrowser } from '../../tests/host/browser.mjs';
import { hasDisplay, isRootOnLinux } from './display.mjs';
import { electronProgram, fetchElectron } from './electron.mjs';
import { openInBrowser } from './in-browser.mjs';
import { diagnoseInTerminal } from './in-terminal.mjs';
import { root } from './places.mjs';
import { runHere } from './program.mjs';
import { say } from './say.mjs';

/** An Electron that ends this soon with a failure never showed a window: libraries or a display are missing. */
const TOO_SOON_MS = 10_000;

/** Why Electron's window cannot be had here, or null when it can. @returns {Promise<string | null>} */
const whyNotElectron = async (/** @type {boolean} */ insist) => {
  if (isRootOnLinux()) return "Electron's sandbox does not start for root";
  return electronProgram() === null ? await fetchElectron(insist) : null;
};

/**
 * Opens the assistant in the best way this machine allows (Electron, a browser's window, the terminal), says which
 * and why, and answers the exit code. A window that does not come up leads to the next way.
 *
 * @param {boolean} insist try Electron's download again, although it failed earlier today
 * @returns {Promise<number>}
 */
export const openAssistant = async (insist) => {
  if (!hasDisplay()) return await inTerminal('there is no display (DISPLAY and WAYLAND_DISPLAY are not set)');
  const why = (await whyNotElectron(insist)) ?? (await inElectron());
  return why === null ? 0 : await inBrowser(why);
};

/** @returns {Promise<string | null>} null after a window that was closed, else why there was none */
const inElectron = async () => {
  say('Opening the assistant in Electron: its binary is here.');
  const since = Date.now();
  const code = await runHere(electronProgram() ?? '', [root]);
  return code === 0 || Date.now() - since > TOO_SOON_MS ? null : `Electron ended with code ${code}`;
};

const inBrowser = async (/** @type {string} */ why) => {
  const browser = findBrowser();
  if (browser === null) return await inTerminal(`${why}, and no Chromium, Chrome or Edge is installed`);
  say(`Opening the assistant in a window of ${browser}: ${why}.`);
  const opened = await openInBrowser(browser);
  return opened.why === null ? opened.code : await inTerminal(opened.why);
};

const inTerminal = async (/** @type {string} */ why) => {
  say(`Diagnosing the practice lab in this terminal: ${why}.`);
  return await diagnoseInTerminal();
};
