/** The library as pictures. Rows are virtual; the list holds the focus and says which cell has it. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { useLatest } from '../../../shared/use-latest';
import { AssetCard } from './AssetCard';
import css from './AssetList.module.css';
import type { BrowserProps } from './browser';
import { cellId, useFollowCursor, useInView } from './browser';
import { useStateWords } from './state-words';

const GAP_PX = 8;
const MIN_CARD_PX = 156;
const NARROW_PX = 196;
/** A name of two lines and the state under the picture, with the card's own padding. */
const WORDS_PX = 78;
/** Room below the last row, so that the folded upload tray covers nothing. */
export const BELOW_PX = 56;

export function columnsFor(width: number): number {
  return Math.max(Math.floor((width + GAP_PX) / (MIN_CARD_PX + GAP_PX)), 1);
}

export function AssetGrid({
  pages,
  total,
  selection,
  progress,
  scroller,
  width,
  columns,
}: BrowserProps & { columns: number }) {
  const cardWidth = (width - GAP_PX * (columns - 1)) / columns;
  const cardHeight = Math.round(((cardWidth - 14) * 9) / 16) + WORDS_PX;
  const rows = useRows(scroller, Math.ceil(total / columns), cardHeight + GAP_PX);
  const items = rows.getVirtualItems();
  const words = useStateWords();
  useInView(pages, items, columns, total);
  useFollowCursor(rows, selection.cursor, columns);
  return (
    <div
      className={css.canvas}
      role="presentation"
      data-narrow={cardWidth < NARROW_PX || undefined}
      style={{ height: rows.getTotalSize() }}
    >
      {items.flatMap((row) =>
        Array.from({ length: Math.min(columns, total - row.index * columns) }, (_, column) => {
          const index = row.index * columns + column;
          const asset = pages.at(index);
          return (
            <AssetCard
              key={index}
              id={cellId(index)}
              asset={asset}
              index={index}
              total={total}
              chosen={asset !== undefined && selection.chosen.has(asset.id)}
              cursor={selection.cursor === index}
              progress={asset && progress.get(asset.id)}
              words={words}
              left={column * (cardWidth + GAP_PX)}
              top={row.start}
              width={cardWidth}
              height={cardHeight}
            />
          );
        }),
      )}
    </div>
  );
}

function useRows(scroller: RefObject<HTMLElement | null>, count: number, height: number) {
  // oxlint-disable-next-line react/incompatible-library -- its answers change between renders; nothing here is memoised
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 3,
    paddingEnd: BELOW_PX,
  });
  const latest = useLatest(rows);
  const measured = useRef(height);
  useEffect(() => {
    if (measured.current !== height) latest.current.measure();
    measured.current = height;
  }, [height, latest]);
  return rows;
}
