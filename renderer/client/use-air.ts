/** A rundown with its times: what every view of a show begins with. */
import { useMemo } from 'react';
import { type LiveTiming, liveOf, type Running, runningOf } from '../../electron/domain/rundown/live';
import { type Plan, planOf } from '../../electron/domain/rundown/plan';
import { shifted, shiftOf } from '../../electron/domain/rundown/shift';
import { useAirSecond } from './air-second';
import { type Followed, useRundown } from './rundown-feed';
import type { RundownState } from './rundown-state';

export interface Air {
  state: RundownState;
  plan: Plan;
}

/** `air` is null while there is nothing to show; `followed` then says why. */
export function useAir(id: string): { air: Air | null; followed: Followed } {
  const followed = useRundown(id);
  const { state } = followed;
  const { rundown, items, show } = state ?? {};
  const written = useMemo(() => (rundown && items ? planOf(rundown, items) : null), [rundown, items]);
  const byMs = written ? shiftOf(written, show ?? null) : 0;
  const plan = useMemo(() => written && shifted(written, byMs), [written, byMs]);
  return { air: state && plan ? { state, plan } : null, followed };
}

export const NOT_RUN: Running = { current: null, skipped: [], lengths: {}, aired: [] };

/** Times as they stand in this second; before the show, as if it began now. */
export function useLive({ state, plan }: Air): { live: LiveTiming; running: Running; now: number } {
  const second = useAirSecond();
  const { show, steps } = state;
  const running = useMemo(() => (show ? runningOf(show, steps) : NOT_RUN), [show, steps]);
  // A take within the second comes before the next one.
  const now = Math.max(second, show?.current?.startedAt ?? 0);
  const live = useMemo(() => liveOf(plan, running, now), [plan, running, now]);
  return { live, running, now };
}
