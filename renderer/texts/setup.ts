import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

type Catalogue = Record<string, unknown>;
const files = import.meta.glob<Catalogue>('../../resources/texts/*/*.json', { eager: true, import: 'default' });

/** `…/texts/en/app.json` becomes language `en`, namespace `app`. */
const resources = Object.entries(files).reduce<Record<string, Record<string, Catalogue>>>((all, [path, catalogue]) => {
  const [language = '', file = ''] = path.split('/').slice(-2);
  const known = all[language] ?? {};
  known[file.replace(/\.json$/, '')] = catalogue;
  all[language] = known;
  return all;
}, {});

/** Texts are bundled, so the first paint has its words; React escapes, so i18next must not. */
export const setUpTexts = (language: string): void => {
  i18next.use(initReactI18next);
  void i18next.init({
    lng: language,
    fallbackLng: 'en',
    resources,
    ns: Object.keys(resources.en ?? {}),
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
};

export const switchLanguage = async (language: string): Promise<void> => {
  if (i18next.language !== language) await i18next.changeLanguage(language);
};
