/** The transport by the keyboard, wherever the focus is but in a field or on a control that has the same keys for itself. */
import { useEffect } from 'react';
import { framesOf } from '../../../electron/domain/preview/shuttle';
import type { Deck } from './engine/Deck';

const OWN_ARROWS =
  '[role="slider"],[role="tab"],[role="radio"],[role="listbox"],[role="combobox"],[role="menu"],[role="dialog"]';
const FIELDS = 'input,select,textarea,[contenteditable="true"]';
const PRESSED = 'button,a[href],summary';

export function useTransportKeys(deck: Deck, play: (key: string) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(`${FIELDS},${OWN_ARROWS}`)) return;
      if (event.key === ' ' && target?.closest(PRESSED)) return;
      if (!handle(deck, event, play)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [deck, play]);
}

function handle(deck: Deck, { key, shiftKey }: KeyboardEvent, play: (key: string) => void): boolean {
  const frames = framesOf(key, shiftKey, deck.pace().rate);
  if (frames !== null) deck.step(frames);
  else if (key === 'Home') deck.step(-deck.frames());
  else if (key === 'End') deck.step(deck.frames());
  else if (key === ' ') play(key);
  else return false;
  return true;
}
