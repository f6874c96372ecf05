/** Which rows of a long rundown are drawn: those in view, the one that has the keys, and the one that is being moved. */
import { useDndContext } from '@dnd-kit/core';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect } from 'react';
import type { Row } from '../../../../electron/domain/rundown/plan';

const ROW_PX = 40;
/** With a line of words under the title. */
const TALL_PX = 58;

/** A gap shorter than that is rounding. */
export const hasWords = ({ gapMs, hardAt }: Row): boolean => hardAt !== null && Math.abs(gapMs) >= 1000;

export function useRows(list: RefObject<HTMLElement | null>, shown: readonly Row[], at: string | null) {
  const moving = useDndContext().active?.id;
  const kept = shown.flatMap(({ item }, index) => (item.id === at || item.id === moving ? [index] : []));
  const rangeExtractor = (range: Range) =>
    [...new Set([...defaultRangeExtractor(range), ...kept])]
      .filter((index) => index < shown.length)
      .sort((a, b) => a - b);
  // oxlint-disable-next-line react/incompatible-library -- its answers change between renders; nothing here is memoised
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => list.current,
    estimateSize: (index) => (shown[index] && hasWords(shown[index]) ? TALL_PX : ROW_PX),
    getItemKey: (index) => shown[index]?.item.id ?? index,
    rangeExtractor,
    overscan: 10,
  });
  const tall = shown.map((row) => (hasWords(row) ? '1' : '0')).join('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: which rows are taller is what it goes by
  useLayoutEffect(() => rows.measure(), [tall]);
  return rows;
}
