/** The page's sentences, in the station's language. */
import i18next, { type i18n } from 'i18next';
import en from '../../resources/locales/en/display.json';
import id from '../../resources/locales/id/display.json';

const resources = { id: { display: id }, en: { display: en } };

export function createWords(language: string): i18n {
  const words = i18next.createInstance();
  void words.init({
    lng: language,
    fallbackLng: 'id',
    resources,
    defaultNS: 'display',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return words;
}
