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

/** Renders anew ten times a second while something counts down. Returns `performance.now()`. */
export function useTenths(runs: boolean): number {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(tick, 100);
    return () => clearInterval(timer);
  }, [runs]);
  return performance.now();
}
