/** The station's clock for views of a show, one render a second: at its full seconds, which are those of every other view. */
import { useSyncExternalStore } from 'react';
import { airNow } from './air-clock';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

const secondNow = () => Math.floor(airNow() / 1000) * 1000;

/** Epoch ms of the last full second. */
export function useAirSecond(): number {
  return useSyncExternalStore(follow, secondNow);
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) wait();
  return () => {
    listeners.delete(listener);
  };
}

function wait(): void {
  timer = setTimeout(tick, 1000 - (airNow() % 1000) + 1);
}

function tick(): void {
  timer = undefined;
  if (listeners.size === 0) return;
  for (const listener of listeners) listener();
  wait();
}
