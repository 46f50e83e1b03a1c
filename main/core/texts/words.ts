import { createInstance, type i18n } from 'i18next';
import type { Language } from '../model';

export type Catalogues = Readonly<Record<string, object>>;

/** Puts words to keys. A missing key answers itself, so that nothing is ever silently empty. */
export interface Words {
  readonly language: Language;
  /** `namespace:path.of.key` with its values. */
  say(key: string, params?: Record<string, string | number>): string;
  has(key: string): boolean;
}

const instanceOf = (language: Language, catalogues: Catalogues): i18n => {
  const instance = createInstance();
  // Values go into text nodes and are escaped by whoever renders, so not here.
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: catalogues },
    ns: Object.keys(catalogues),
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
};

/** The words of one language over the given catalogues (namespace to nested keys). */
export const wordsIn = (language: Language, catalogues: Catalogues): Words => {
  const instance = instanceOf(language, catalogues);
  return {
    language,
    say: (key, params = {}) => instance.t(key, params),
    has: (key) => instance.exists(key),
  };
};
