/** Whether there is more to the left or right of what a scroller shows. */
import { type RefObject, useEffect, useState } from 'react';

interface Edges {
  left: boolean;
  right: boolean;
}

const NONE: Edges = { left: false, right: false };

export function useEdges(scroller: RefObject<HTMLElement | null>): Edges {
  const [edges, setEdges] = useState(NONE);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = () => {
      // Widths are rounded, places are not.
      const next = { left: box.scrollLeft > 1, right: box.scrollLeft + box.clientWidth < box.scrollWidth - 1 };
      setEdges((old) => (old.left === next.left && old.right === next.right ? old : next));
    };
    const watch = new ResizeObserver(look);
    watch.observe(box);
    // What is in it grows and shrinks as columns fill and empty.
    for (const child of box.children) watch.observe(child);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [scroller]);
  return edges;
}
