import i18next from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../main/core/model';

export type Params = Record<string, string | number>;

/** Keys without a namespace are the page's own (`app`). */
export interface Words {
  readonly language: Language;
  say(key: string, params?: Params): string;
  has(key: string): boolean;
  /** The first key that exists, else `otherwise`. */
  first(keys: readonly string[], params: Params, otherwise: string): string;
}

const words = (language: Language): Words => {
  const say = (key: string, params: Params = {}) => String(i18next.t(key, { ...params, lng: language }));
  const has = (key: string) => i18next.exists(key, { lng: language });
  return {
    language,
    say,
    has,
    first(keys, params, otherwise) {
      const known = keys.find(has);
      return known === undefined ? otherwise : say(known, params);
    },
  };
};

/** Words in the language shown now; components are drawn again when it is switched. */
export const useWords = (): Words => {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'fr' ? 'fr' : 'en';
  return useMemo(() => words(language), [language]);
};
