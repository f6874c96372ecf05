/** How each sound is played, kept on this machine: cue points and levels are the presenter's, not the rundown's. */
import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { PLAIN_MANNER, SlotManner } from './slot';

const KEPT = 'suar.cart.manners';
const Manners = z.record(z.string(), SlotManner);
type Manners = z.infer<typeof Manners>;

const listeners = new Set<() => void>();
let manners: Manners | null = null;

function all(): Manners {
  manners ??= read();
  return manners;
}

function read(): Manners {
  try {
    return Manners.safeParse(JSON.parse(localStorage.getItem(KEPT) ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}

export const mannerOf = (assetId: string): SlotManner => all()[assetId] ?? PLAIN_MANNER;

export function setManner(assetId: string, change: Partial<SlotManner>): void {
  manners = { ...all(), [assetId]: { ...mannerOf(assetId), ...change } };
  try {
    localStorage.setItem(KEPT, JSON.stringify(manners));
  } catch {
    // It holds for this page then.
  }
  for (const listener of listeners) listener();
}

export function useManners(): (assetId: string) => SlotManner {
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, all);
  return mannerOf;
}
