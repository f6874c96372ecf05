/** An image or a clip of the library, found by its name; only what is approved and ready for a panel is offered. */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../../client/client';
import type { FieldProps } from './field';
import { useAsset } from './use-asset';

const OFFERED = 30;
/** Refused by the station at the last step. */
const UNAPPROVED = ['pending', 'rejected'];

export function AssetField({ draft, faults, onChange }: FieldProps) {
  const { t } = useTranslation('takeovers');
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, 200);
  const chosen = useAsset(draft.assetId);
  const search = words === chosen?.name ? '' : words;
  const found = useQuery({
    ...orpc.library.list.queryOptions({ input: { search, state: 'ready', sort: 'name', limit: OFFERED } }),
    placeholderData: keepPreviousData,
  }).data?.items;
  const fit = (found ?? []).filter(
    (asset) => 'probe' in asset && asset.probe?.kind !== 'audio' && !UNAPPROVED.includes(asset.approval),
  );
  const all = chosen && !fit.some(({ id }) => id === chosen.id) ? [chosen, ...fit] : fit;
  return (
    <Select
      label={t('sheet.asset')}
      description={t('sheet.assetHow')}
      placeholder={t('sheet.chooseAsset')}
      required
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      nothingFoundMessage={t('sheet.noAsset')}
      value={draft.assetId}
      error={faults.includes('asset') && t('fault.asset')}
      onChange={(assetId) => onChange({ assetId })}
    />
  );
}
