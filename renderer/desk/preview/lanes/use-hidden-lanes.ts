import { type RefObject, useCallback, useEffect, useState } from 'react';

/** How many lanes lie below what is in view of their box; asked anew as it scrolls, is sized, or holds other lanes. */
export function useHiddenLanes(box: RefObject<HTMLElement | null>, lanes: number): number {
  const [hidden, setHidden] = useState(0);
  const look = useCallback(() => {
    const held = box.current;
    if (!held) return;
    const end = held.getBoundingClientRect().bottom;
    // One whose name can be read is in view.
    setHidden([...held.children].filter((lane) => lane.getBoundingClientRect().bottom > end + 4).length);
  }, [box]);
  useEffect(() => {
    const held = box.current;
    if (!held || lanes === 0) return;
    const observer = new ResizeObserver(look);
    observer.observe(held);
    held.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      held.removeEventListener('scroll', look);
    };
  }, [box, look, lanes]);
  return hidden;
}
