import type { Bridge } from '../preload/contract';

declare global {
  interface Window {
    /** Set by the preload; absent when the page is opened in an ordinary browser. */
    readonly cpq?: Bridge;
  }
}

/** The one way to the main process. Throws where there is none, which the entry turns into a sentence. */
export const bridge = (): Bridge => {
  if (window.cpq === undefined) throw new Error('window.cpq is missing');
  return window.cpq;
};
