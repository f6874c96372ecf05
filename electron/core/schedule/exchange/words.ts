/** What a sheet calls its columns and values, in both languages: written in the reader's, read in either. */
import en from '../../../../resources/locales/en/bookingSheet.json';
import id from '../../../../resources/locales/id/bookingSheet.json';
import { BookingColumn } from '../../../contract/api/exchange';
import type { Language } from '../../../contract/records/user';
import { plain } from '../../sheets/cell';

export const WORDS = { id, en } satisfies Record<Language, object>;
export type Words = (typeof WORDS)[Language];
/** Words of which a cell holds one. */
export type Vocabulary =
  | 'kinds'
  | 'hows'
  | 'pers'
  | 'whenTaken'
  | 'purposes'
  | 'zones'
  | 'flags'
  | 'weekdays'
  | 'months';

/** The key of a word, in whatever language; `kinds`: `playlist`. Undefined for a word that is none. */
export function keyOf(vocabulary: Vocabulary, text: string): string | undefined {
  const wanted = plain(text);
  for (const words of [id, en]) {
    const found = Object.entries(words[vocabulary]).find(([key, word]) => plain(word) === wanted || key === wanted);
    if (found) return found[0];
  }
  return undefined;
}

/** As `keyOf`, where three letters are enough: `Sen`, `Agt`, `Oct`. */
export function shortKeyOf(vocabulary: 'weekdays' | 'months', text: string): number | undefined {
  const wanted = plain(text).replace(/\.$/, '');
  const whole = keyOf(vocabulary, wanted);
  if (whole !== undefined) return Number(whole);
  if (wanted.length < 3) return undefined;
  for (const words of [id, en]) {
    const found = Object.entries(words[vocabulary]).find(([, word]) => plain(word).startsWith(wanted));
    if (found) return Number(found[0]);
  }
  // The Indonesian August is also cut as Agt and Ags.
  return vocabulary === 'months' && /^ag[ts]$/.test(wanted) ? 8 : undefined;
}

export const isEveryDay = (text: string): boolean => [id, en].some(({ everyDay }) => plain(everyDay) === plain(text));

export function columnOf(heading: string): BookingColumn | undefined {
  const wanted = plain(heading);
  return BookingColumn.options.find((column) => [id, en].some(({ columns }) => plain(columns[column]) === wanted));
}
