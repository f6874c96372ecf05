/** The station's clock as this page knows it: its own clock plus an offset learnt from the live feed. */
import { useSyncExternalStore } from 'react';

let offsetMs = 0;
let timer: ReturnType<typeof setTimeout> | null = null;
const listeners = new Set<() => void>();

/** Learns the offset from a station instant that has just arrived. Half a round trip of error is accepted. */
export function learnStationTime(stationTime: number): void {
  offsetMs = stationTime - Date.now();
}

/** Epoch ms on the station's clock. */
export const stationNow = (): number => Date.now() + offsetMs;

/** The station's time in whole seconds as epoch ms; renders anew on every full second. */
export function useStationSecond(): number {
  return useSyncExternalStore(follow, () => Math.floor(stationNow() / 1000) * 1000);
}

/** The same in whole minutes: for what is drawn anew at some length. */
export function useStationMinute(): number {
  return useSyncExternalStore(follow, () => Math.floor(stationNow() / 60_000) * 60_000);
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) tick();
  return () => {
    listeners.delete(listener);
  };
}

/** One timer for the whole page, set anew to each full second so that it does not drift; it rests while nobody looks. */
function tick(): void {
  timer = null;
  if (listeners.size === 0) return;
  for (const listener of listeners) listener();
  timer = setTimeout(tick, 1000 - (stationNow() % 1000) + 2);
}
