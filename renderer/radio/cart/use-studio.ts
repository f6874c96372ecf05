/** The page's cart as views see it. */
import { useEffect, useReducer, useSyncExternalStore } from 'react';
import type { EngineView } from './engine';
import type { Standing } from './lease';
import { studio } from './studio';

export const useEngine = (): EngineView => {
  const { engine } = studio();
  return useSyncExternalStore(engine.subscribe, () => engine.view);
};

export const useStanding = (): Standing => {
  const here = studio();
  return useSyncExternalStore(here.subscribe, here.standing);
};

/** `performance.now()` ten times a second while something counts down. */
export function useTenths(runs: boolean): number {
  const [now, tick] = useReducer(
    () => performance.now(),
    0,
    () => performance.now(),
  );
  useEffect(() => {
    if (!runs) return;
    tick();
    const timer = setInterval(tick, 100);
    return () => clearInterval(timer);
  }, [runs]);
  return now;
}
