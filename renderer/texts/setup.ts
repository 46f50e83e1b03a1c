import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { catalogues } from '../../main/core/texts/catalogues';

/** Texts are bundled, so the first paint has its words; React escapes, so i18next must not. */
export const setUpTexts = (language: string): void => {
  i18next.use(initReactI18next);
  void i18next.init({
    lng: language,
    fallbackLng: 'en',
    resources: catalogues,
    ns: Object.keys(catalogues.en),
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
};

export const switchLanguage = async (language: string): Promise<void> => {
  if (i18next.language !== language) await i18next.changeLanguage(language);
};
