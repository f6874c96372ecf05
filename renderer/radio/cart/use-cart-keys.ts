/**
 * The keyboard of the cart: digits by their place on the keyboard, so that shift and a layout change nothing; nothing while a person types or
 * something lies over the screen, nothing while a finger rests on a key. Escape twice silences everything, and only then is Escape the cart's.
 */
import { useEffect, useRef } from 'react';
import { isCovered } from '../shared/covered';

export interface CartKeyActions {
  press(nth: number, restart: boolean): void;
  stopAll(): void;
  silence(): void;
  mic(): void;
  sounding(): boolean;
}

const TWICE_MS = 1000;

export function useCartKeys(actions: CartKeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    let escapedAt = Number.NEGATIVE_INFINITY;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 'Escape') {
        if (!latest.current.sounding()) return;
        if (!event.repeat && performance.now() - escapedAt < TWICE_MS) latest.current.silence();
        escapedAt = performance.now();
      } else if (isCovered() || !perform(event, latest.current)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the screen around it: its Escape leaves, and must not while something is on.
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, []);
}

/** Whether it is a key of the cart. */
function perform({ code, key, repeat, shiftKey }: KeyboardEvent, actions: CartKeyActions): boolean {
  const nth = Number(/^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? Number.NaN);
  const isMic = key.toLowerCase() === 'm' && !shiftKey;
  if (Number.isNaN(nth) ? !isMic : nth === 9) return false;
  if (repeat) return true;
  if (isMic) actions.mic();
  else if (nth === 0) actions.stopAll();
  else actions.press(nth, shiftKey);
  return true;
}

const UNTYPED = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'file']);

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !UNTYPED.has(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));
}
