/** The words that stand on a card by themselves, in the station's language: panels are read by the public, not by who edits. */
import en from '../../../resources/locales/en/cardFace.json';
import id from '../../../resources/locales/id/cardFace.json';
import type { Language } from '../../contract/records/user';

const FACES = { id, en } as const;
type Face = typeof id;

export const faceOf = (language: Language): Face => FACES[language];

/** A sentence with its blanks filled. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
