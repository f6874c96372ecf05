/** The library as a table: the same list, a row an asset. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../electron/contract/records/asset';
import type { JobProgress } from '../../../../../electron/contract/records/job';
import { durationText } from '../../../../ui';
import { type Formats, useFormats } from '../../../i18n/formats';
import { BELOW_PX } from './AssetGrid';
import css from './AssetList.module.css';
import { AssetThumb } from './AssetThumb';
import { type BrowserProps, cellId, useFollowCursor, useInView } from './browser';
import { lengthMs, pixelsText } from './facts';
import { StateMark } from './StateMark';
import { type StateWords, useStateWords } from './state-words';

export const ROW_PX = 44;
const COLUMNS = ['name', 'state', 'length', 'pixels', 'size', 'added'] as const;

export function AssetTable({ pages, total, selection, progress, scroller }: BrowserProps) {
  const { t } = useTranslation('library');
  // oxlint-disable-next-line react/incompatible-library -- its answers change between renders; nothing here is memoised
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    paddingEnd: BELOW_PX,
    scrollPaddingStart: ROW_PX,
    paddingStart: ROW_PX - 8,
  });
  const items = rows.getVirtualItems();
  const words = useStateWords();
  const formats = useFormats();
  useInView(pages, items, 1, total);
  useFollowCursor(rows, selection.cursor, 1);
  return (
    <div className={css.canvas} role="presentation" style={{ height: rows.getTotalSize() }}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a table element cannot do */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="row" aria-rowindex={1} className={css.head}>
        {COLUMNS.map((column) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div key={column} role="columnheader" className={css[column]}>
            {t(`column.${column}`)}
          </div>
        ))}
      </div>
      {items.map((row) => {
        const asset = pages.at(row.index);
        return (
          <Row
            key={row.index}
            asset={asset}
            index={row.index}
            top={row.start}
            chosen={asset !== undefined && selection.chosen.has(asset.id)}
            cursor={selection.cursor === row.index}
            progress={asset && progress.get(asset.id)}
            words={words}
            formats={formats}
          />
        );
      })}
    </div>
  );
}

interface RowProps {
  asset: Asset | undefined;
  index: number;
  top: number;
  chosen: boolean;
  cursor: boolean;
  progress: JobProgress | undefined;
  words: StateWords;
  formats: Formats;
}

const Row = memo(function Row({ asset, index, top, chosen, cursor, progress, words, formats }: RowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a table element cannot do
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the row that has it
    <div
      role="row"
      id={cellId(index)}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-index={index}
      data-asset-id={asset?.id}
      data-cursor={cursor || undefined}
      className={css.row}
      style={{ top }}
    >
      {asset ? <Cells asset={asset} progress={progress} words={words} formats={formats} /> : <EmptyCells />}
    </div>
  );
});

interface CellsProps {
  asset: Asset;
  progress: JobProgress | undefined;
  words: StateWords;
  formats: Formats;
}

function Cells({ asset, progress, words, formats }: CellsProps) {
  const length = lengthMs(asset);
  const cells = {
    name: (
      <>
        <AssetThumb asset={asset} className={css.small} />
        <span className={`two-lines ${css.fileName}`} title={asset.name}>
          {asset.name}
        </span>
      </>
    ),
    state: <StateMark asset={asset} progress={progress} words={words} />,
    length: length === null ? '' : durationText(length),
    pixels: pixelsText(asset),
    size: formats.bytes(asset.bytes),
    added: formats.date(asset.createdAt),
  };
  return COLUMNS.map((column) => (
    // biome-ignore lint/a11y/useSemanticElements: as the row
    // biome-ignore lint/a11y/useFocusableInteractive: as the row
    <div key={column} role="gridcell" className={css[column]}>
      {cells[column]}
    </div>
  ));
}

function EmptyCells() {
  return COLUMNS.map((column) => (
    // biome-ignore lint/a11y/useSemanticElements: as the row
    // biome-ignore lint/a11y/useFocusableInteractive: as the row
    <div key={column} role="gridcell" className={css[column]}>
      {column === 'name' && <span className={css.waiting} />}
    </div>
  ));
}
