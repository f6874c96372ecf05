/** What the rundown is to be called, its day, and the programme that gives it its time, length and presenters. */
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { DayField } from '../../operator/shared/DayField';
import css from './Import.module.css';
import type { Becomes } from './send';

interface BecomesFieldsProps {
  becomes: Becomes;
  onBecomes: (becomes: Becomes) => void;
}

export function BecomesFields({ becomes, onBecomes }: BecomesFieldsProps) {
  const { t } = useTranslation(['rundownImport', 'rundowns']);
  const programmes = useQuery(orpc.programmes.list.queryOptions()).data ?? [];
  const set = (part: Partial<Becomes>) => onBecomes({ ...becomes, ...part });
  return (
    <div className={css.becomes}>
      <TextInput
        label={t('rundowns:head.name')}
        required
        maxLength={200}
        value={becomes.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <DayField label={t('rundowns:head.date')} value={becomes.date} onDay={(date) => date && set({ date })} />
      <Select
        label={t('programme')}
        placeholder={t('noProgramme')}
        data={programmes.map(({ id, name }) => ({ value: id, label: name }))}
        value={becomes.programmeId}
        clearable
        clearButtonProps={{ 'aria-label': t('noProgramme') }}
        searchable
        onChange={(programmeId) => set({ programmeId })}
      />
    </div>
  );
}
