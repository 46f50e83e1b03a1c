/**
 * Nothing of Electron is silently missing here: whatever the host does not know throws at the first touch,
 * so that no test passes on a stub that does nothing.
 */

/** Names that the language or Node asks of any object. */
const ASKED_BY_THE_LANGUAGE = new Set(['then', 'toJSON', 'constructor', 'inspect', 'nodeType', '$$typeof']);

/**
 * @template {object} T
 * @param {string} name as it stands in Electron's documentation
 * @param {T} target
 * @returns {T} the target, throwing on every property that it does not have
 */
export const strict = (name, target) =>
  new Proxy(target, {
    get(object, key) {
      if (typeof key === 'symbol' || key in object || ASKED_BY_THE_LANGUAGE.has(key)) return Reflect.get(object, key);
      throw notImplemented(`${name}.${key}`);
    },
    set(_object, key) {
      throw notImplemented(`setting ${name}.${String(key)}`);
    },
  });

/** @param {string} what */
export const notImplemented = (what) => new Error(`The test host does not implement electron ${what}.`);

/** @param {string} name @returns {any} a stand-in that throws on every use */
export const absent = (name) =>
  new Proxy(function absent() {}, {
    get(_object, key) {
      if (typeof key === 'symbol' || ASKED_BY_THE_LANGUAGE.has(key)) return undefined;
      throw notImplemented(`${name}.${key}`);
    },
    apply() {
      throw notImplemented(`${name}()`);
    },
    construct() {
      throw notImplemented(`new ${name}()`);
    },
  });
