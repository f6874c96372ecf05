import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../electron/contract/scalars';
import { dateOf, dayNumber } from '../../../electron/domain/calendar';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import { NumberField } from '../../operator/shared/NumberField';

export const USUAL_DAYS = 7;
const MOST_DAYS = 365;

interface DaysFieldProps {
  today: LocalDate;
  days: number;
  onDays: (days: number) => void;
}

/** For so many days from today on, with the last of them. */
export function DaysField({ today, days, onDays }: DaysFieldProps) {
  const { t } = useTranslation('hoaxes');
  const { language } = useFormats();
  const last = dateOf(dayNumber(today) + days - 1);
  return (
    <NumberField
      label={t('form.days')}
      description={t('form.until', { date: dateText(last, language) })}
      min={1}
      max={MOST_DAYS}
      value={days}
      onNumber={(next) => next !== null && next >= 1 && next <= MOST_DAYS && onDays(next)}
    />
  );
}
