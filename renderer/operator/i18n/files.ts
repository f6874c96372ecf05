/**
 * Where each language's sentences lie: JSON files fetched when the language is used, so that no page carries them as code.
 * A file is a namespace, named after it; those of the display page, the shell and the CSV are not the console's.
 */
import type { Language } from '../../../electron/contract/records/user';

type Addresses = Record<string, string>;

const ADDRESSES: Record<Language, Addresses> = {
  id: import.meta.glob<string>(['../../../resources/locales/id/*.json', '!**/{display,shell,playsCsv}.json'], {
    eager: true,
    query: '?url&no-inline',
    import: 'default',
  }),
  en: import.meta.glob<string>(['../../../resources/locales/en/*.json', '!**/{display,shell,playsCsv}.json'], {
    eager: true,
    query: '?url&no-inline',
    import: 'default',
  }),
};

export type Sentences = Record<string, Record<string, unknown>>;

/** Every sentence of a language by namespace. @throws {TypeError} when the station cannot be reached. */
export async function fetchSentences(language: Language): Promise<Sentences> {
  const files = Object.entries(ADDRESSES[language]);
  return Object.fromEntries(await Promise.all(files.map(([path, address]) => fetchOne(namespaceOf(path), address))));
}

async function fetchOne(namespace: string, address: string): Promise<[string, Record<string, unknown>]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new TypeError(`${address}: ${answer.status}`);
  return [namespace, await answer.json()];
}

const namespaceOf = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
