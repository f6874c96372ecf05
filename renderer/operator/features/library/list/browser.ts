/** What the grid and the table have in common. */
import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { useLatest } from '../../../shared/use-latest';
import type { Selection } from '../selection';
import type { Pages } from '../use-pages';
import type { ProgressByAsset } from '../use-progress';

export interface BrowserProps {
  pages: Pages;
  total: number;
  selection: Selection;
  progress: ProgressByAsset;
  scroller: RefObject<HTMLElement | null>;
  /** Inner width of the scroller, px. */
  width: number;
}

export const cellId = (index: number) => `asset-cell-${index}`;

/** While a person flings through thousands, only where they stop is fetched. */
const CALM_MS = 60;

/** Tells the list which indexes are in view, once the scrolling is calm. */
export function useInView({ look }: Pages, items: readonly VirtualItem[], columns: number, total: number): void {
  const first = (items[0]?.index ?? 0) * columns;
  const last = Math.min(((items.at(-1)?.index ?? 0) + 1) * columns, total) - 1;
  useEffect(() => {
    const timer = setTimeout(() => look({ first, last }), CALM_MS);
    return () => clearTimeout(timer);
  }, [look, first, last]);
}

/** Scrolls when the cursor moves, and only then. */
export function useFollowCursor(rows: Virtualizer<HTMLElement, Element>, cursor: number, columns: number): void {
  const latest = useLatest({ rows, columns });
  useEffect(() => {
    const now = latest.current;
    if (cursor >= 0) now.rows.scrollToIndex(Math.floor(cursor / now.columns), { align: 'auto' });
  }, [cursor, latest]);
}
