/** Chooses the material by its name, as the library finds it; two of one name are told apart by picture, agency, state and day. */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMusic } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Asset, isProbed } from '../../../electron/contract/records/asset';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { Thumbnail } from '../shared/Thumbnail';
import css from './Recalls.module.css';

const FOUND = 30;
const TYPING_MS = 200;

export function AssetPick({ onPick }: { onPick: (assetId: string) => void }) {
  const { t } = useTranslation(['recalls', 'common']);
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words, TYPING_MS);
  const input = { search, limit: FOUND, sort: 'newest' as const };
  const found =
    useQuery(orpc.library.list.queryOptions({ input, placeholderData: keepPreviousData })).data?.items ?? [];
  const byId = new Map(found.map((asset) => [asset.id, asset]));
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
      maxDropdownHeight={420}
      data={found.map(({ id, name, recalledAt }) => ({ value: id, label: name, disabled: recalledAt !== null }))}
      renderOption={({ option }) => {
        const asset = byId.get(option.value);
        return asset ? <Option asset={asset} /> : option.label;
      }}
      value={null}
      onChange={(id) => id && onPick(id)}
    />
  );
}

function Option({ asset }: { asset: Asset }) {
  const { t } = useTranslation('recalls');
  const { span, date } = useFormats();
  const agencies = useQuery(orpc.agencies.list.queryOptions()).data ?? [];
  const { name, agencyId, approval, recalledAt, createdAt } = asset;
  const probed = isProbed(asset) ? asset : null;
  const thumbnail = probed?.pictures.thumbnail;
  const said = [
    agencies.find(({ id }) => id === agencyId)?.name ?? t('noAgency'),
    ...(recalledAt === null ? (approval === 'notNeeded' ? [] : [t(`approval.${approval}`)]) : [t('state.stands')]),
    ...(probed && probed.probe.kind !== 'image' ? [span(probed.probe.durationMs)] : []),
    date(createdAt),
  ];
  return (
    <span className={css.option}>
      {thumbnail ? (
        <Thumbnail hash={thumbnail} name={name} width={72} height={40} />
      ) : (
        <span className={css.optionBare} aria-hidden="true">
          {probed?.probe.kind === 'audio' && <IconMusic size={18} stroke={1.5} />}
        </span>
      )}
      <span className={css.optionWords}>
        <span>{name}</span>
        <span className={css.under}>{said.join(' · ')}</span>
      </span>
    </span>
  );
}
