/** Calendar days and lists as a person writes them. */
import type { Language } from '../../../electron/contract/records/user';
import type { LocalDate } from '../../../electron/contract/scalars';

export const TAGS: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** `1 November 2025`. */
export function dateText(date: LocalDate, language: Language): string {
  const style = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(TAGS[language], style).format(Date.parse(date));
}

/** `Senin, Rabu, dan Jumat`. */
export function listText(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(TAGS[language], { type: 'conjunction' }).format(parts);
}
