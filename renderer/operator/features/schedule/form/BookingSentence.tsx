/** A booking in plain words, so that it can be read back before it is kept. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Daypart } from '../../../../../electron/contract/records/booking';
import type { Language } from '../../../../../electron/contract/records/user';
import { orpc } from '../../../../client/client';
import { useFormats } from '../../../i18n/formats';
import { dateText, listText } from '../../../shared/date-text';
import css from '../Schedule.module.css';
import type { ScheduleData } from '../use-schedule-data';
import { type FormValues, isOvernight, toField } from './draft';
import { useFacts } from './use-facts';
import { daysText, placesOf } from './words';

export function BookingSentence({ form, data }: { form: FormValues; data: ScheduleData }) {
  return <p className={css.sentence}>{useSentence(form, data)}</p>;
}

const NAMED_AT_MOST = 3;

export function useSentence(form: FormValues, data: ScheduleData): string {
  const { t } = useTranslation('schedule');
  const { language } = useFormats();
  const what = useWhatName(form, data);
  const tell = useFacts();
  const places = placesOf(form, data, t);
  const named = places.slice(0, NAMED_AT_MOST);
  const more = places.length - named.length;
  const where = listText(more > 0 ? [...named, t('sentence.more', { count: more })] : named, language);
  const dates =
    form.from === form.to
      ? t('sentence.oneDay', { day: dateText(form.from, language) })
      : t('sentence.period', { from: dateText(form.from, language), to: dateText(form.to, language) });
  const days = form.rule === null ? daysText(form.weekdays, language, t) : t('sentence.byRule');
  const how = tell(form, 'how');
  const body = t('sentence.whole', {
    what: what ?? t('sentence.nothing'),
    where: where || t('sentence.nowhere'),
    days: form.exceptions.length > 0 ? t('sentence.except', { days, dates: tell(form, 'exceptions') }) : days,
    hours: form.how.kind === 'exact' ? how : `${how}, ${hoursOf(form, language, t)}`,
    dates,
    zone: t(`sentence.zone.${form.zone}`),
  });
  return form.paused ? `${body} ${t('sentence.paused')}` : body;
}

function hoursOf({ dayparts }: FormValues, language: Language, t: Words): string {
  return listText(
    dayparts.map((daypart) => hoursText(daypart, t)),
    language,
  );
}

type Words = ReturnType<typeof useTranslation<'schedule'>>['t'];

function hoursText(daypart: Daypart, t: Words): string {
  if (daypart.start === '00:00:00' && daypart.end === '24:00:00') return t('sentence.allDay');
  const hours = { start: toField(daypart.start), end: toField(daypart.end) };
  return t(isOvernight(daypart) ? 'sentence.night' : 'sentence.hours', hours);
}

function useWhatName({ what }: FormValues, data: ScheduleData): string | undefined {
  const asset = useQuery({
    ...orpc.library.get.queryOptions({ input: { id: what.id ?? '' } }),
    enabled: what.kind === 'asset' && what.id !== null,
  });
  if (what.id === null) return undefined;
  return what.kind === 'asset' ? asset.data?.name : data.playlists.find(({ id }) => id === what.id)?.name;
}
