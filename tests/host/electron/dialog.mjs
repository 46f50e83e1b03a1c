import { askParent } from './link.mjs';
import { strict } from './strict.mjs';

/** The dialogs' first argument may be the window. @param {unknown[]} given */
const optionsOf = (given) => given.at(-1) ?? {};

/** Each dialog is answered by the parent: by the test's script, or by the rules of the plain browser window. */
export const dialog = strict('dialog', {
  showSaveDialog: (/** @type {unknown[]} */ ...given) =>
    askParent('dialog', { kind: 'save', options: optionsOf(given) }),
  showOpenDialog: (/** @type {unknown[]} */ ...given) =>
    askParent('dialog', { kind: 'open', options: optionsOf(given) }),
  showMessageBox: (/** @type {unknown[]} */ ...given) =>
    askParent('dialog', { kind: 'message', options: optionsOf(given) }),
  showErrorBox: (/** @type {string} */ title, /** @type {string} */ content) =>
    void askParent('error-box', { title, content }),
});
