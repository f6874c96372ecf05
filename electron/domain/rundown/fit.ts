/**
 * What to leave out, draw together or out so that a show ends on time. Optional items go first, the last of them first and no
 * more than it takes; what is then left is shared by the items that have room, in proportion to it. Pure, and linear in the items.
 */
import type { PartId } from '../../contract/records/rundown-item';
import { dropsOf } from './fit-drops';
import { roomsOf, share } from './fit-rooms';
import { type LiveTiming, liveOf, type Running } from './live';
import type { Plan } from './plan';

export interface Fit {
  /** To be left out, in the order of the rundown. */
  drop: PartId[];
  /** New lengths by item, ms: whole seconds more or less than now. */
  lengths: Record<PartId, number>;
  /** Over (above 0) or under at the end before and after. */
  beforeMs: number;
  afterMs: number;
}

const SECOND = 1000;

/** Null where no end is asked for, or nothing can be done, or need be: within a second it is on time. */
export function fitOf(plan: Plan, show: Running, now: number): Fit | null {
  const live = liveOf(plan, show, now);
  const beforeMs = live.overAtEndMs;
  if (beforeMs === null || Math.abs(beforeMs) < SECOND) return null;
  const drop = dropsOf(plan, show, live, now);
  const lean = { ...show, skipped: [...show.skipped, ...drop] };
  const lengths = stretches(liveOf(plan, lean, now));
  const afterMs = liveOf(plan, { ...lean, lengths: { ...show.lengths, ...lengths } }, now).overAtEndMs ?? beforeMs;
  return Math.abs(afterMs) < Math.abs(beforeMs) ? { drop, lengths, beforeMs, afterMs } : null;
}

/** From the end back: each stretch takes its part, and hands what is left to those before it. */
function stretches(live: LiveTiming): Record<PartId, number> {
  const over = live.overAtEndMs ?? 0;
  if (Math.abs(over) < SECOND) return {};
  const lengths: Record<PartId, number> = {};
  const groups = roomsOf(live, over);
  let need = Math.round(Math.abs(over) / SECOND);
  for (const { aheadSeconds, rooms } of groups.toReversed()) {
    const [ahead = 0, ...given] = share([aheadSeconds, ...rooms.map(({ seconds }) => seconds)], need);
    rooms.forEach(({ id, ms }, at) => {
      if (given[at]) lengths[id] = ms - Math.sign(over) * given[at] * SECOND;
    });
    need = ahead;
  }
  return lengths;
}
