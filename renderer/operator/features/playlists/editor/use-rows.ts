/** Which rows of a long list are drawn: those in view, the one that has the focus and the one that is being moved. */
import { useDndContext } from '@dnd-kit/core';
import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { PlaylistItem } from '../../../../../electron/contract/records/playlist';
import { useLatest } from '../../../shared/use-latest';

export const ROW_PX = 64;

export function useRows(list: RefObject<HTMLElement | null>, ids: readonly string[]) {
  const moving = useDndContext().active?.id;
  const focused = useFocused(list);
  const kept = [moving, focused].map((id) => ids.indexOf(String(id))).filter((index) => index >= 0);
  const rangeExtractor = (range: Range) =>
    [...new Set([...defaultRangeExtractor(range), ...kept])]
      .filter((index) => index < ids.length)
      .sort((a, b) => a - b);
  // oxlint-disable-next-line react/incompatible-library -- its answers change between renders; nothing here is memoised
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => ids[index] ?? index,
    rangeExtractor,
    overscan: 8,
  });
  useFollowFocused(rows, focused, ids);
  return rows;
}

/** A focused row that is moved by its keys stays in view. */
function useFollowFocused(
  rows: { scrollToIndex(index: number, options: { align: 'auto' }): void },
  focused: string | null,
  ids: readonly string[],
): void {
  const at = focused === null ? -1 : ids.indexOf(focused);
  const latest = useLatest(rows);
  useLayoutEffect(() => {
    if (at >= 0) latest.current.scrollToIndex(at, { align: 'auto' });
  }, [at, latest]);
}

/** The item whose row holds the focus. */
function useFocused(list: RefObject<HTMLElement | null>): string | null {
  const [focused, setFocused] = useState<string | null>(null);
  const look = useCallback((event: FocusEvent) => {
    const target = event.type === 'focusin' ? event.target : event.relatedTarget;
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null;
    setFocused(row?.dataset.item ?? null);
  }, []);
  useEffect(() => {
    const element = list.current;
    element?.addEventListener('focusin', look);
    element?.addEventListener('focusout', look);
    return () => {
      element?.removeEventListener('focusin', look);
      element?.removeEventListener('focusout', look);
    };
  }, [list, look]);
  return focused;
}

/** Tells which items are drawn, when that changes. */
export function useShown(
  items: readonly PlaylistItem[],
  shown: readonly VirtualItem[],
  onShown: (items: readonly PlaylistItem[]) => void,
): void {
  const drawn = shown.map(({ index }) => index).join(' ');
  useEffect(() => {
    onShown(drawn.split(' ').flatMap((index) => items[Number(index)] ?? []));
  }, [drawn, items, onShown]);
}
