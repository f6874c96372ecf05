/** A calendar day in the reader's language, whatever the zone. */
import type { LocalDate } from '../../../electron/contract/scalars';
import type { Formats } from '../../operator/i18n/formats';

const TAGS = { id: 'id-ID', en: 'en-GB' } as const;

export const dayText = (date: LocalDate, { language }: Pick<Formats, 'language'>): string =>
  new Intl.DateTimeFormat(TAGS[language], {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  }).format(Date.parse(date));

/** `Sen`, `Mon` for ISO weekdays 1 to 7. */
export const weekdayText = (weekday: number, { language }: Pick<Formats, 'language'>): string =>
  new Intl.DateTimeFormat(TAGS[language], { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
