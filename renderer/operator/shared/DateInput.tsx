/** Mantine's date field with its calendar's parts named for who cannot see its arrows. */
import { DatePickerInput, type DatePickerInputProps, type DatePickerType } from '@mantine/dates';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

export function DateInput<T extends DatePickerType = 'default'>(props: DatePickerInputProps<T>) {
  const { t } = useTranslation('common');
  const id = useId();
  const names = {
    previousMonth: t('calendar.previousMonth'),
    nextMonth: t('calendar.nextMonth'),
    previousYear: t('calendar.previousYear'),
    nextYear: t('calendar.nextYear'),
    previousDecade: t('calendar.previousDecade'),
    nextDecade: t('calendar.nextDecade'),
    monthLevelControl: t('calendar.monthLevel'),
    yearLevelControl: t('calendar.yearLevel'),
  };
  // The calendar is called as its field is: Mantine names it by an id that the field only has when it is given.
  return <DatePickerInput<T> id={id} popoverProps={{ id }} ariaLabels={names} {...props} />;
}
