import { findBrowser } from '../../tests/host/browser.mjs';
import { hasDisplay, isRootOnLinux } from './display.mjs';
import { electronProgram, fetchElectron } from './electron.mjs';
import { openInBrowser } from './in-browser.mjs';
import { diagnoseInTerminal } from './in-terminal.mjs';
import { root } from './places.mjs';
import { runHere } from './program.mjs';

/** @typedef {{ because: string, open: () => Promise<number> }} Door */

/** Why Electron's window cannot be had here, or null when it can. @returns {Promise<string | null>} */
const whyNotElectron = async (/** @type {boolean} */ insist) => {
  if (isRootOnLinux()) return "Electron's sandbox does not start for root";
  return electronProgram() === null ? await fetchElectron(insist) : null;
};

const electronDoor = () => ({
  because: 'Opening the assistant in Electron: its binary is here.',
  open: () => runHere(electronProgram() ?? '', [root]),
});

/**
 * Which of the three ways to open the assistant: Electron, a browser's window, or the terminal.
 *
 * @param {boolean} insist try Electron's download again, although it did not begin earlier today
 * @returns {Promise<Door>}
 */
export const chooseDoor = async (insist) => {
  if (!hasDisplay()) return terminalDoor('there is no display (DISPLAY and WAYLAND_DISPLAY are not set)');
  const why = await whyNotElectron(insist);
  if (why === null) return electronDoor();
  const browser = findBrowser();
  if (browser === null) return terminalDoor(`${why}, and no Chromium, Chrome or Edge is installed`);
  return { because: `Opening the assistant in a window of ${browser}: ${why}.`, open: () => openInBrowser(browser) };
};

const terminalDoor = (/** @type {string} */ why) => ({
  because: `Diagnosing the practice lab in this terminal: ${why}.`,
  open: diagnoseInTerminal,
});
