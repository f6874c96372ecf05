/**
 * Where each language's sentences lie: one JSON file fetched when the language is used, so that no page carries them as code.
 * A namespace is a file of `resources/locales/{id,en}/`, named after it.
 */
import english from 'virtual:sentences/en';
import indonesian from 'virtual:sentences/id';
import type { Language } from '../../../electron/contract/records/user';

const ADDRESSES: Record<Language, string> = { id: indonesian, en: english };
const STORED_UNDER = 'suar.language';

export type Sentences = Record<string, Record<string, unknown>>;

/** Every sentence of a language by namespace. @throws {TypeError} when the station cannot be reached. */
export async function fetchSentences(language: Language): Promise<Sentences> {
  const answer = await fetch(ADDRESSES[language]);
  if (!answer.ok) throw new TypeError(`${ADDRESSES[language]}: ${answer.status}`);
  return answer.json();
}

/** What was chosen on this machine before, or null. */
export function storedLanguage(): Language | null {
  const stored = localStorage.getItem(STORED_UNDER);
  return stored === 'id' || stored === 'en' ? stored : null;
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(STORED_UNDER, language);
}
