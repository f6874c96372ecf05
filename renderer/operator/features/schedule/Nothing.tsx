/** What stands where no display is in view: none at all, or none that fits the filters. */
import { Button } from '@mantine/core';
import { IconDeviceTv } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui';
import { useMe } from '../../shared/use-me';
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

export function NoDisplays() {
  const { t } = useTranslation('schedule');
  const { may } = useMe();
  return (
    <EmptyState
      icon={<IconDeviceTv size={36} stroke={1.5} />}
      title={t('noDisplays.title')}
      actions={
        may('displays') && (
          <Button renderRoot={(props) => <Link to="/displays" search={{ add: true }} {...props} />}>
            {t('noDisplays.add')}
          </Button>
        )
      }
    >
      {may('displays') && t('noDisplays.words')}
    </EmptyState>
  );
}
