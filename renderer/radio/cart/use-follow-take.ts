/** Plays an item's spots as it is taken, where this page is the one that plays. What ends them is in `show-end.ts`. */
import { useEffect, useRef } from 'react';
import { planOf } from '../../../electron/domain/rundown/plan';
import { airNow } from '../../client/air-clock';
import type { RundownState } from '../../client/rundown-state';
import { followTake, type Seen } from './follow-take';
import { watchShowEnd } from './show-end';
import { studio } from './studio';
import type { Cart } from './use-cart';

/** As promised to whoever booked its spots; further off than this, ms, a broadcast was put off, and the take says when. */
const NEAR_MS = 30 * 60_000;

function plannedStart(
  { rundown, items }: Pick<RundownState, 'rundown' | 'items'>,
  itemId: string,
  takenAt: number,
): number {
  const start = planOf(rundown, items).byId.get(itemId)?.start ?? takenAt;
  return Math.abs(start - takenAt) <= NEAR_MS ? start : takenAt;
}

export function useFollowTake(rundownId: string, { followed, breakOf }: Cart, plays: boolean): void {
  useEffect(() => watchShowEnd(rundownId), [rundownId]);
  const seen = useRef<Seen>(undefined);
  const { state, connected } = followed;
  useEffect(() => {
    // A page that begins to play does not begin in the middle of what another one played.
    if (!state || !connected) return;
    const { engine } = studio();
    const follow = followTake(seen.current, state.show, airNow());
    seen.current = follow.seen;
    if (!plays) return;
    void engine.rehearse(state.show?.rehearsal === true && state.show.state === 'onAir');
    const item = follow.take && state.items.find(({ id }) => id === follow.take?.itemId);
    if (item && follow.take && item.spots.length > 0)
      engine.playBreak(item.id, breakOf(item), plannedStart(state, item.id, follow.take.startedAt));
  }, [state, connected, plays, breakOf]);
}
