/** The library in a drawer: search it, and take what is wanted, one after another. */
import { ActionIcon, Drawer, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMusic, IconPhoto, IconPlus, IconSearch, IconVideo } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Asset, type AssetKind, isProbed } from '../../../electron/contract/records/asset';
import type { LocalDate } from '../../../electron/contract/scalars';
import { orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { Duration, RowSkeletons } from '../../ui';
import css from './Shared.module.css';
import { TroubleNote } from './TroubleNote';
import { lengthOfMaterial, troubleOf } from './use-materials';

interface MaterialPickerProps {
  title: string;
  /** Only these: what is heard, or what is seen. */
  kinds?: readonly AssetKind[];
  /** The day it is for, by which its days are read; null for any. */
  date: LocalDate | null;
  onTake: (asset: Asset) => void;
  onClose: () => void;
}

const MOST = 100;

export function MaterialPicker({ title, kinds, date, onTake, onClose }: MaterialPickerProps) {
  const { t } = useTranslation(['rundowns', 'common']);
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words, 200);
  const found = useQuery({
    ...orpc.library.list.queryOptions({ input: { search, limit: MOST } }),
    placeholderData: keepPreviousData,
  });
  const items = found.data?.items.filter((asset) => !kinds || !isProbed(asset) || kinds.includes(asset.probe.kind));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={title}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className={css.picker}>
        <TextInput
          data-autofocus
          aria-label={t('material.search')}
          placeholder={t('material.search')}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden="true" />}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        {found.error && <FaultPanel fault={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <RowSkeletons label={t('common:loading')} />}
        {items?.length === 0 && <p className={css.quiet}>{t('common:nothingFound')}</p>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
        <section className={css.found} aria-label={t('material.found')} tabIndex={0}>
          {items?.map((asset) => (
            <FoundRow key={asset.id} asset={asset} date={date} onTake={onTake} />
          ))}
        </section>
      </div>
    </Drawer>
  );
}

function FoundRow({ asset, date, onTake }: { asset: Asset } & Pick<MaterialPickerProps, 'date' | 'onTake'>) {
  const { t } = useTranslation('rundowns');
  const length = lengthOfMaterial(asset);
  return (
    <div className={css.foundRow}>
      <Thumb asset={asset} />
      <div className={css.foundName}>
        <span className="two-lines" title={asset.name}>
          {asset.name}
        </span>
        <span className={css.note}>
          {length > 0 && <Duration ms={length} />}
          <TroubleNote trouble={troubleOf(asset, date)} />
        </span>
      </div>
      <ActionIcon aria-label={t('material.take', { name: asset.name })} onClick={() => onTake(asset)}>
        <IconPlus size={16} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}

const ICONS = { video: IconVideo, image: IconPhoto, audio: IconMusic };

export function Thumb({ asset }: { asset: Asset | null | undefined }) {
  const probed = asset && isProbed(asset) ? asset : null;
  const Icon = ICONS[probed?.probe.kind ?? 'audio'];
  const hash = probed?.pictures.thumbnail;
  return (
    <span className={css.thumb} aria-hidden="true">
      {hash ? <img src={`/media/${hash}`} alt="" loading="lazy" draggable={false} /> : <Icon size={18} stroke={1.5} />}
    </span>
  );
}
