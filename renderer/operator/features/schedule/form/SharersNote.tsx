/** Which bookings take turns with this one: no conflict, but good to know. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/formats';
import { listText } from '../../../shared/date-text';
import css from '../Schedule.module.css';
import type { ScheduleData } from '../use-schedule-data';
import type { FormValues } from './draft';
import { sharers } from './overlap';

interface SharersNoteProps {
  form: FormValues;
  data: ScheduleData;
  ownId: string | undefined;
}

const NAMED_AT_MOST = 4;

export function SharersNote({ form, data, ownId }: SharersNoteProps) {
  const { t } = useTranslation('schedule');
  const { language } = useFormats();
  if (form.from > form.to) return null;
  const others = data.bookings.filter(({ id }) => id !== ownId);
  const names = sharers(form, others, data.groups).map(({ name }) => name);
  if (names.length === 0) return null;
  const more = names.length - NAMED_AT_MOST;
  const listed = more > 0 ? [...names.slice(0, NAMED_AT_MOST), t('form.others', { count: more })] : names;
  return <p className={css.quiet}>{t('form.sharers', { names: listText(listed, language) })}</p>;
}
