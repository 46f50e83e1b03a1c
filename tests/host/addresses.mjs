/**
 * Chromium cannot route a scheme of our own, so the page lives at a secure address that the driver answers,
 * and main sees the address it knows. `.localhost` never leaves the machine, even if nobody answered.
 */
const PAGE = 'https://bundle.app-scheme.localhost/';
const MAIN = 'app://bundle/';

/** @param {string} url @returns {string} */
export const asMainSeesIt = (url) =>
  url.startsWith(PAGE) ? MAIN + url.slice(PAGE.length) : url.replace(`blob:${PAGE}`, `blob:${MAIN}`);

/** @param {string} url @returns {string} */
export const asPageSeesIt = (url) => {
  if (!url.startsWith(MAIN)) throw new Error(`The test host loads only ${MAIN}…, and main asked for ${url}`);
  return PAGE + url.slice(MAIN.length);
};

export const PAGE_ORIGIN = PAGE.slice(0, -1);
