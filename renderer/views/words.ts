/** The page's sentences, in the language that was asked for, chosen on this machine before, or the station's. */
import i18next from 'i18next';
import { createContext, useContext } from 'react';
import en from '../../resources/locales/en/views.json';
import id from '../../resources/locales/id/views.json';

export type Say = (key: string, values?: Record<string, unknown>) => string;
export type Language = 'id' | 'en';

const resources = { id: { views: id }, en: { views: en } };

export function sayIn(language: Language): Say {
  const words = i18next.createInstance();
  void words.init({
    lng: language,
    fallbackLng: 'id',
    resources,
    defaultNS: 'views',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return (key, values) => words.t(key, values ?? {});
}

/** What was chosen in the console on this machine, or null. */
export function chosenLanguage(): Language | null {
  const stored = localStorage.getItem('suar.language');
  return stored === 'id' || stored === 'en' ? stored : null;
}

export const SayContext = createContext<Say>(sayIn('id'));
export const useSay = (): Say => useContext(SayContext);
