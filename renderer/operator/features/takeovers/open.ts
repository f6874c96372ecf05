/** Whether the sheet is open, for the frame's button, its key and every other way to it. */
import { useSyncExternalStore } from 'react';

let opened = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  opened = next;
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const openTakeoverSheet = (): void => set(true);
export const closeTakeoverSheet = (): void => set(false);
export const useTakeoverSheet = (): boolean => useSyncExternalStore(follow, () => opened);
