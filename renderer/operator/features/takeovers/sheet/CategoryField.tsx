/** What a text or a page is about, for the rules: under a lock what has no category does not go out. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EMERGENCY_CATEGORY } from '../../../../../electron/domain/judge/types';
import { orpc } from '../../../../client/client';
import { needsCategory } from './draft';
import type { FieldProps } from './field';
import { useLocksThere } from './use-locks-there';

export function CategoryField({ draft, faults, onChange }: FieldProps) {
  const { t } = useTranslation('takeovers');
  const known = useQuery(orpc.station.settings.queryOptions()).data?.categories ?? [];
  const { category } = draft;
  const locks = useLocksThere(draft);
  const needed = needsCategory(draft, locks.length > 0);
  const against = locks.find(
    ({ categories }) => category !== null && (categories.length === 0 || categories.includes(category)),
  );
  const names = [...new Set([...locks.map(({ name }) => name)])].join(', ');
  return (
    <Select
      label={t('sheet.category')}
      description={
        against
          ? t('sheet.categoryLocked', { lock: against.name })
          : needed
            ? t('sheet.categoryUnderLock', { lock: names })
            : t('sheet.categoryHow')
      }
      placeholder={draft.kind === 'text' && draft.tone === 'emergency' ? EMERGENCY_CATEGORY : t('sheet.noCategory')}
      required={needed}
      clearable={!needed}
      searchable
      data={[...new Set([...known, EMERGENCY_CATEGORY])]}
      value={category}
      error={faults.includes('category') && t('fault.category')}
      onChange={(next) => onChange({ category: next })}
    />
  );
}
