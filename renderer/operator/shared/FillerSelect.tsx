/** Choose the playlist that fills where nothing is booked. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';

interface FillerSelectProps {
  label: string;
  description: string;
  /** What holds while none is chosen. */
  placeholder: string;
  disabled?: boolean;
  value: string | null;
  onChange: (playlistId: string | null) => void;
}

export function FillerSelect({ onChange, ...field }: FillerSelectProps) {
  const { t } = useTranslation('common');
  const playlists = useQuery(orpc.playlists.list.queryOptions()).data ?? [];
  return (
    <Select
      {...field}
      clearable
      searchable
      clearButtonProps={{ 'aria-label': t('clear') }}
      nothingFoundMessage={t('nothingFound')}
      data={playlists.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}
