/** A long list of cards, each as high as what it says: only those in sight are drawn, and each says which of how many it is. */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useRef } from 'react';
import css from './WindowedList.module.css';

export interface Windowed {
  box: RefObject<HTMLDivElement | null>;
  rows: Virtualizer<HTMLDivElement, Element>;
  /** Of those in sight. */
  indexes: readonly number[];
}

interface Around {
  /** Drawn beyond either edge; more where rows are low. */
  overscan?: number;
  /** As high as the heads that stand above the first. */
  paddingStart?: number;
}

/** @param usualPx how high one usually is, with the gap below it */
export function useWindowed(count: number, usualPx: number, { overscan = 4, paddingStart = 0 }: Around = {}): Windowed {
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its answers change between renders; nothing here is memoised
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => usualPx,
    overscan,
    paddingStart,
  });
  return { box, rows, indexes: rows.getVirtualItems().map(({ index }) => index) };
}

interface WindowedListProps {
  windowed: Windowed;
  label: string;
  children: (index: number) => ReactNode;
}

export function WindowedList({ windowed: { box, rows }, label, children }: WindowedListProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1)
    <section ref={box} className={css.box} tabIndex={0} aria-label={label}>
      <ul className={css.list} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <li
            key={index}
            ref={rows.measureElement}
            data-index={index}
            aria-setsize={rows.options.count}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(index)}
          </li>
        ))}
      </ul>
    </section>
  );
}
