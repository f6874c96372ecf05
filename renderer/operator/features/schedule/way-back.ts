/** Closing by Escape what was opened beside the timeline, and giving the focus back to what it was opened from. */
import { type KeyboardEvent, useCallback, useRef } from 'react';

/** A handler for the element that holds both. */
export const onEscape = (close: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  event.preventDefault();
  close();
};

/** `leave` before the details open: from the timeline or a button in one of its rows. `comeBack` once they close. */
export function useWayBack() {
  const from = useRef<Element | null>(null);
  const leave = useCallback(() => {
    const { activeElement } = document;
    // One thing opened after another: the way back is still where the first was opened.
    if (!activeElement?.closest('aside')) from.current = activeElement;
  }, []);
  const comeBack = useCallback(() => {
    if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus({ preventScroll: true });
  }, []);
  return { leave, comeBack };
}
