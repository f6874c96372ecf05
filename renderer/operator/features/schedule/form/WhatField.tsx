/** What is to air: a playlist, or one asset searched for in the library. */
import { SegmentedControl, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOnRadio } from '../../../../../electron/domain/spots/radio';
import { orpc } from '../../../../client/client';
import css from '../Schedule.module.css';
import type { FieldProps } from './field';

export function WhatField(props: FieldProps & { onName: (name: string) => void }) {
  const { t } = useTranslation('schedule');
  const { form, onChange } = props;
  return (
    <div>
      <span className={css.fieldLabel} id="booking-what">
        {t('form.what')}
      </span>
      <SegmentedControl
        aria-labelledby="booking-what"
        mb={8}
        value={form.what.kind}
        onChange={(kind) => onChange({ what: { kind: kind === 'asset' ? 'asset' : 'playlist', id: null } })}
        data={(['playlist', 'asset'] as const).map((value) => ({ value, label: t(`form.kinds.${value}`) }))}
      />
      {form.what.kind === 'playlist' ? <PlaylistSelect {...props} /> : <AssetSelect {...props} />}
    </div>
  );
}

/** Both open by themselves only where nothing is chosen yet: over a form that is full, the list would hide what is to be changed. */
type SelectProps = FieldProps & { onName: (name: string) => void };

function PlaylistSelect({ form, data, faults, onChange, onName }: SelectProps) {
  const { t } = useTranslation('schedule');
  // One that finds its items may find nothing today and something tomorrow.
  const choices = data.playlists.map(({ id, name, items, smart }) => ({
    value: id,
    label: name,
    disabled: smart === null && items.length === 0,
  }));
  return (
    <Select
      aria-label={t('form.kinds.playlist')}
      data-autofocus
      openOnFocus={form.what.id === null}
      placeholder={t('form.choosePlaylist')}
      searchable
      data={choices}
      nothingFoundMessage={t('form.noPlaylist')}
      value={form.what.id}
      error={faults.what && t('fault.what')}
      onChange={(id) => {
        onChange({ what: { kind: 'playlist', id } });
        onName(data.playlists.find((list) => list.id === id)?.name ?? '');
      }}
    />
  );
}

function AssetSelect({ form, faults, onChange, onName }: SelectProps) {
  const { t } = useTranslation('schedule');
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, 200);
  const { id } = form.what;
  const chosen = useQuery({ ...orpc.library.get.queryOptions({ input: { id: id ?? '' } }), enabled: id !== null }).data;
  const found = useQuery({
    ...orpc.library.list.queryOptions({
      input: { search: words === chosen?.name ? '' : words, sort: 'name', limit: 30 },
    }),
    placeholderData: keepPreviousData,
  }).data?.items;
  const { displayIds, groupIds } = form.where;
  const audible = isOnRadio(form) || displayIds.length + groupIds.length === 0;
  const showable = (found ?? []).filter((asset) => audible || !('probe' in asset) || asset.probe?.kind !== 'audio');
  const all = chosen && !showable.some((asset) => asset.id === chosen.id) ? [chosen, ...showable] : showable;
  return (
    <Select
      aria-label={t('form.kinds.asset')}
      data-autofocus
      openOnFocus={id === null}
      placeholder={t('form.chooseAsset')}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      data={all.map((asset) => ({ value: asset.id, label: asset.name }))}
      filter={({ options }) => options}
      nothingFoundMessage={t('form.noAsset')}
      value={id}
      error={faults.what && t('fault.what')}
      onChange={(next) => {
        onChange({ what: { kind: 'asset', id: next } });
        onName(all.find((asset) => asset.id === next)?.name ?? '');
      }}
    />
  );
}
