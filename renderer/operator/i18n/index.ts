/**
 * The console's language: Indonesian unless somebody chose otherwise on this machine. A namespace is a file of
 * `resources/locales/{id,en}/`. Sentences may format what they are given: `{{ms, duration}}`, `{{seconds, wait}}`,
 * `{{bytes, bytes}}`, `{{n, number}}`,
 * `{{at, time}}`, `{{at, dateTime}}`, `{{until, end}}`, `{{until, lastDay}}`, `{{day, date}}`.
 */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../../electron/contract/records/user';
import { firstLanguage, firstSentences } from '../early';
import { fetchSentences, type Sentences, storeLanguage } from './files';
import { type Formats, formatsNow, setFormatLanguage } from './formats';
import { endNow, lastDayNow } from './use-when';

const RETRY_MS = 2000;

/** To be awaited once before the first render. */
export async function startLanguage(): Promise<void> {
  const language = firstLanguage;
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: (await firstSentences) ?? (await fetchUntilThere(language)) },
    defaultNS: 'common',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  addFormats();
  dress(language);
}

/** Changes the language at once and keeps the choice on this machine. */
export async function chooseLanguage(language: Language, keep = true): Promise<void> {
  if (keep) storeLanguage(language);
  const files = await fetchSentences(language);
  for (const [namespace, words] of Object.entries(files)) {
    i18next.addResourceBundle(language, namespace, words, true, true);
  }
  dress(language);
  await i18next.changeLanguage(language);
}

export const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'id');

/** Without words there is nothing to show: a station that is just restarting is asked again until it answers. */
async function fetchUntilThere(language: Language): Promise<Sentences> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    const sentences = await fetchSentences(language).catch(() => null);
    if (sentences) return sentences;
  }
}

function dress(language: Language): void {
  setFormatLanguage(language);
  document.documentElement.lang = language;
}

function addFormats(): void {
  const add = (name: string, write: (formats: Formats, value: number) => string) =>
    i18next.services.formatter?.add(name, (value) => write(formatsNow(), Number(value)));
  add('duration', (formats, ms) => formats.duration(ms));
  add('span', (formats, ms) => formats.span(ms));
  add('wait', (formats, seconds) => formats.wait(seconds * 1000));
  add('bytes', (formats, bytes) => formats.bytes(bytes));
  add('number', (formats, value) => formats.number(value));
  add('time', (formats, at) => formats.time(at));
  add('date', (formats, at) => formats.date(at));
  add('dateTime', (formats, at) => formats.dateTime(at));
  add('end', (_, at) => endNow(at));
  add('lastDay', (_, at) => lastDayNow(at));
}
