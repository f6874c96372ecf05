/** Where it airs: displays, groups and the radio, chosen together. */
import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RADIO_CHANNEL_ID } from '../../../../../electron/contract/records/play';
import type { ScheduleData } from '../use-schedule-data';
import type { FormFaults, FormValues } from './draft';

const GROUP = 'group ';

interface WhereFieldProps {
  form: Pick<FormValues, 'where'>;
  data: Pick<ScheduleData, 'groups' | 'displays'>;
  faults: Pick<FormFaults, 'where'>;
  onChange: (part: Pick<FormValues, 'where'>) => void;
}

export function WhereField({ form, data, faults, onChange }: WhereFieldProps) {
  const { t } = useTranslation('schedule');
  const choices = [
    { value: RADIO_CHANNEL_ID, label: t('form.radio') },
    {
      group: t('form.groups'),
      items: data.groups.map(({ id, name, displayIds }) => ({
        value: GROUP + id,
        label: t('form.groupOf', { name, count: displayIds.length }),
      })),
    },
    {
      group: t('form.displays'),
      items: data.displays.map(({ display }) => ({ value: display.id, label: display.name })),
    },
  ].filter(({ items }) => items?.length !== 0);
  const set = (values: string[]) =>
    onChange({
      where: {
        displayIds: values.filter((value) => !value.startsWith(GROUP)),
        groupIds: values.filter((value) => value.startsWith(GROUP)).map((value) => value.slice(GROUP.length)),
      },
    });
  return (
    <MultiSelect
      label={t('form.where')}
      required
      searchable
      placeholder={form.where.displayIds.length + form.where.groupIds.length === 0 ? t('form.chooseWhere') : undefined}
      data={choices}
      value={[...form.where.groupIds.map((id) => GROUP + id), ...form.where.displayIds]}
      error={faults.where && t('fault.where')}
      nothingFoundMessage={t('form.noDisplay')}
      onChange={set}
    />
  );
}
