import { EventEmitter } from 'node:events';
import { notImplemented } from './strict.mjs';

/**
 * The event half of an Electron object. Listening to an event that the host never tells throws, because a listener
 * that can never run would hide what is missing.
 *
 * @param {string} name
 * @param {readonly string[]} told the events that the host tells
 */
export const emitter = (name, told) => {
  const events = new EventEmitter();
  const known = (/** @type {string} */ event) => {
    if (!told.includes(event)) throw notImplemented(`event ${name} "${event}"`);
  };
  const methods = {
    on: (/** @type {string} */ event, /** @type {(...all: any[]) => void} */ listener) => {
      known(event);
      events.on(event, listener);
      return methods;
    },
    once: (/** @type {string} */ event, /** @type {(...all: any[]) => void} */ listener) => {
      known(event);
      events.once(event, listener);
      return methods;
    },
    off: (/** @type {string} */ event, /** @type {(...all: any[]) => void} */ listener) => {
      events.off(event, listener);
      return methods;
    },
    removeListener: (/** @type {string} */ event, /** @type {(...all: any[]) => void} */ listener) => {
      events.off(event, listener);
      return methods;
    },
  };
  /** Tells an event whose first value can be prevented; answers whether somebody did. */
  const ask = (/** @type {string} */ event, /** @type {object} */ details = {}, /** @type {any[]} */ ...rest) => {
    let prevented = false;
    const preventDefault = () => {
      prevented = true;
    };
    events.emit(event, { ...details, preventDefault }, ...rest);
    return prevented;
  };
  return { methods, tell: events.emit.bind(events), ask };
};
