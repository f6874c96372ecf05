/** Chooses the material by its name, as the library finds it. */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';

const FOUND = 30;
const TYPING_MS = 200;

export function AssetPick({ onPick }: { onPick: (assetId: string) => void }) {
  const { t } = useTranslation(['recalls', 'common']);
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words, TYPING_MS);
  const input = { search, limit: FOUND, sort: 'newest' as const };
  const found =
    useQuery(orpc.library.list.queryOptions({ input, placeholderData: keepPreviousData })).data?.items ?? [];
  return (
    <Select
      label={t('sheet.asset')}
      placeholder={t('sheet.assetFind')}
      data-autofocus
      searchable
      searchValue={words}
      onSearchChange={setWords}
      filter={({ options }) => options}
      nothingFoundMessage={t('common:nothingFound')}
      data={found.map(({ id, name, recalledAt }) => ({ value: id, label: name, disabled: recalledAt !== null }))}
      value={null}
      onChange={(id) => id && onPick(id)}
    />
  );
}
