/** One line for the person at the terminal. Standard output stays free for what programs read. */
export const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);

/** An end that has its sentence already: no stack trace belongs to it. */
export class Stop extends Error {}

/** @param {number} since @returns {string} */
export const secondsSince = (since) => `${Math.round((Date.now() - since) / 1000)} s`;
