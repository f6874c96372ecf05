/** First and last day, both included. */
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../../shared/DateInput';
import type { FieldProps } from './field';

const isLater = (a: string, b: string): boolean => a.localeCompare(b) > 0;

export function PeriodField({ form, faults, onChange }: FieldProps) {
  const { t } = useTranslation('schedule');
  return (
    <Group grow align="flex-start">
      <DateInput
        label={t('form.from')}
        required
        valueFormat="ddd, D MMM YYYY"
        value={form.from}
        onChange={(from) => from && onChange({ from, to: isLater(from, form.to) ? from : form.to })}
      />
      <DateInput
        label={t('form.to')}
        required
        valueFormat="ddd, D MMM YYYY"
        value={form.to}
        error={(faults.to || faults.from) && t('fault.to')}
        onChange={(to) => to && onChange({ to })}
      />
    </Group>
  );
}
