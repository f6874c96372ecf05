/** What an agreement lends, as one sentence: slots, air time a day, through what and on which displays. */
import { useTranslation } from 'react-i18next';
import type { Lent } from '../../../electron/contract/records/partner';
import { useFormats } from '../i18n/formats';
import { listText } from './date-text';

type Told = Pick<Lent, 'slots' | 'dayMs' | 'channels'>;

/** `places`: names of the displays and groups that are lent. */
export function useLent(): (lent: Told, places: readonly string[]) => string {
  const { t } = useTranslation('partners');
  const { span, language } = useFormats();
  return ({ slots, dayMs, channels }, places) => {
    const said = [
      ...(slots === null ? [] : [t('lent.slots', { count: slots })]),
      ...(dayMs === null ? [] : [t('lent.day', { length: span(dayMs) })]),
      ...(channels.length === 0
        ? []
        : [
            listText(
              channels.map((each) => t(`channel.${each}`)),
              language,
            ),
          ]),
      ...(places.length === 0 ? [] : [t('lent.places', { places: listText(places, language) })]),
    ];
    return said.length === 0 ? t('lent.nothing') : t('lent.what', { what: said.join(', ') });
  };
}
