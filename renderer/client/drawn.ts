/**
 * What moves with every frame, drawn past React: a countdown changes at instants of its own, and a render for each view sixty times
 * a second would be too much. One loop for the page; it rests while nothing is to be drawn.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const drawings = new Set<() => void>();
let frame = 0;

function run(): void {
  for (const draw of drawings) draw();
  frame = drawings.size > 0 ? requestAnimationFrame(run) : 0;
}

/** Calls `draw` with the element at once after every render, and again in every frame. It ought to write only what differs. */
export function useDrawn<E extends Element>(draw: (element: E) => void): RefObject<E | null> {
  const ref = useRef<E>(null);
  const newest = useRef(draw);
  useLayoutEffect(() => {
    newest.current = draw;
    if (ref.current) draw(ref.current);
  });
  useEffect(() => {
    const one = () => void (ref.current && newest.current(ref.current));
    drawings.add(one);
    if (frame === 0) frame = requestAnimationFrame(run);
    return () => void drawings.delete(one);
  }, []);
  return ref;
}

export function writeText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
