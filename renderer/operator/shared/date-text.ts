/** Calendar days and lists as a person writes them. */
import type { Language } from '../../../electron/contract/records/user';
import type { LocalDate, Weekday } from '../../../electron/contract/scalars';

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

/** Monday 5 January 1970 began the first whole week of the epoch. */
const MONDAY = 4 * 86_400_000;

export function weekdayName(day: Weekday, language: Language, style: 'long' | 'short' = 'long'): string {
  const at = MONDAY + (day - 1) * 86_400_000;
  return new Intl.DateTimeFormat(TAGS[language], { weekday: style, timeZone: 'UTC' }).format(at);
}

/** `November 2025`, of `2025-11`. */
export function monthText(month: string, language: Language): string {
  const style = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(TAGS[language], style).format(Date.parse(`${month}-01`));
}
