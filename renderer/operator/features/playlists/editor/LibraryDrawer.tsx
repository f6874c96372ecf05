/** The library beside the list: search it, drag from it, or press + to put an asset at the end. */
import { useDraggable } from '@dnd-kit/core';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../electron/contract/records/asset';
import { Duration, RowSkeletons } from '../../../../ui';
import { reasonText } from '../../../i18n/say';
import { FaultPanel } from '../../../shared/FaultPanel';
import { AssetThumb } from '../../library/list/AssetThumb';
import { useInView } from '../../library/list/browser';
import { lengthMs, pixelsText, unfitFor } from '../../library/list/facts';
import { SearchBox } from '../../library/SearchBox';
import { filterOf } from '../../library/search';
import { type AssetList, useAssets } from '../../library/use-assets';
import { usePages } from '../../library/use-pages';
import css from './Editor.module.css';

const ROW_PX = 56;

export function LibraryDrawer({ onAdd }: { onAdd: (asset: Asset) => void }) {
  const { t } = useTranslation('playlists');
  const [words, setWords] = useState('');
  const list = useAssets(useMemo(() => filterOf({ q: words }), [words]));
  return (
    <aside className={css.drawer} aria-label={t('drawer.title')}>
      <h2 className={css.drawerTitle}>{t('drawer.title')}</h2>
      <SearchBox value={words} onSearch={setWords} />
      {list.fault ? <FaultPanel fault={list.fault} onRetry={list.retry} /> : <DrawerList list={list} onAdd={onAdd} />}
    </aside>
  );
}

function DrawerList({ list, onAdd }: { list: AssetList; onAdd: (asset: Asset) => void }) {
  const { t } = useTranslation('playlists');
  const scroller = useRef<HTMLDivElement>(null);
  const total = list.total ?? 0;
  const pages = usePages(list);
  // oxlint-disable-next-line react/incompatible-library -- its answers change between renders; nothing here is memoised
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  });
  const items = rows.getVirtualItems();
  useInView(pages, items, 1, total);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
    <section ref={scroller} className={css.drawerList} aria-label={t('drawer.list')} tabIndex={0}>
      {list.total === null && <RowSkeletons label={t('loading')} />}
      {list.total === 0 && <p className={css.quiet}>{t('drawer.none')}</p>}
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {items.map((row) => {
          const asset = pages.at(row.index);
          return (
            <div key={row.index} className={css.drawerSlot} style={{ top: row.start }}>
              {asset && <DrawerRow key={asset.id} asset={asset} onAdd={onAdd} />}
            </div>
          );
        })}
      </div>
    </section>
  );
}

const whyFailed = (asset: Asset) => (asset.state === 'failed' ? reasonText(asset.failure) : '');

function DrawerRow({ asset, onAdd }: { asset: Asset; onAdd: (asset: Asset) => void }) {
  const { t } = useTranslation('playlists');
  const unfit = unfitFor(asset);
  const off = unfit !== null;
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: `asset ${asset.id}`,
    data: { asset },
    disabled: off,
  });
  const length = lengthMs(asset);
  const label = unfit
    ? t(`drawer.unfit.${unfit}`, { name: asset.name, why: whyFailed(asset) })
    : t('drawer.add', { name: asset.name });
  return (
    <div className={css.drawerRow} data-moving={isDragging || undefined} data-off={off || undefined}>
      <div
        ref={setNodeRef}
        className={css.drawerGrip}
        onPointerDown={listeners?.onPointerDown as React.PointerEventHandler | undefined}
      >
        <AssetThumb asset={asset} className={css.thumb} />
        <div className={css.itemName}>
          <span className="two-lines" title={asset.name}>
            {asset.name}
          </span>
          {unfit ? (
            <span className={css.note} data-attention title={label}>
              <IconAlertTriangle size={13} stroke={2} aria-hidden="true" /> {t(`drawer.mark.${unfit}`)}
            </span>
          ) : (
            <span className={css.note}>
              {length !== null && <Duration ms={length} />} {pixelsText(asset)}
            </span>
          )}
        </div>
      </div>
      <Tooltip label={label}>
        <ActionIcon size="md" aria-label={label} aria-disabled={off || undefined} onClick={() => !off && onAdd(asset)}>
          <IconPlus size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
