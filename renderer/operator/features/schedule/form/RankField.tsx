/** Under what it airs: purpose, priority and agreement. */
import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BookingPurpose, Priority, USUAL_PRIORITY } from '../../../../../electron/contract/records/booking';
import type { FieldProps } from './field';

const PRIORITIES = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0];

export function RankField({ form, onChange }: FieldProps) {
  const { t } = useTranslation('planning');
  const priorities = PRIORITIES.map((each) => ({
    value: String(each),
    label: each === USUAL_PRIORITY ? t('priority.usual', { each }) : t('priority.one', { each }),
  }));
  return (
    <Group grow align="flex-start">
      <Select
        label={t('purpose.label')}
        allowDeselect={false}
        value={form.purpose}
        data={BookingPurpose.options.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        onChange={(value) => onChange({ purpose: BookingPurpose.parse(value) })}
      />
      <Select
        label={t('priority.label')}
        allowDeselect={false}
        value={String(form.priority)}
        data={priorities}
        onChange={(value) => onChange({ priority: Priority.parse(Number(value)) })}
      />
    </Group>
  );
}
