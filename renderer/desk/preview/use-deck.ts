/** What of the deck a part of the screen shows, and only that: a frame of video must not cost a render of the whole screen. */
import { useSyncExternalStore } from 'react';
import type { Deck } from './engine/Deck';

export const useDeck = <T extends string | number | null>(deck: Deck, read: (deck: Deck) => T): T =>
  useSyncExternalStore(deck.subscribe, () => read(deck));
