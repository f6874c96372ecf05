/** A calendar day in the reader's language, whatever the zone. */
import type { LocalDate } from '../../../electron/contract/scalars';
import type { Formats } from '../../operator/i18n/formats';
import { TAGS } from '../../operator/shared/date-text';

export const dayText = (date: LocalDate, { language }: Pick<Formats, 'language'>): string =>
  new Intl.DateTimeFormat(TAGS[language], {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  }).format(Date.parse(date));
