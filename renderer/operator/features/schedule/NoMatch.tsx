/** What stands where nothing fits the filters. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui';
import { NO_FILTER } from './FilterBar';
import type { ScheduleSearch } from './search';

export function NoMatch({ onSearch }: { onSearch: (part: Partial<ScheduleSearch>) => void }) {
  const { t } = useTranslation('schedule');
  return (
    <EmptyState
      title={t('noMatch')}
      actions={
        <Button variant="default" onClick={() => onSearch(NO_FILTER)}>
          {t('filter.none')}
        </Button>
      }
    />
  );
}
