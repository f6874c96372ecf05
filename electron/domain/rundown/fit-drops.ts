/**
 * Which optional items to leave out. What follows an item ends at the later of two instants: so long after the item is over, or
 * where a hard start puts it. Going back from the end with these two, each item is tried at once and without laying the rest.
 */
import type { PartId } from '../../contract/records/rundown-item';
import { type Coming, type LiveTiming, liveOf, type Running } from './live';
import type { Plan, Row } from './plan';

/** All that follows ends `afterMs` after it is free, not before `least` (epoch ms). */
interface Tail {
  afterMs: number;
  least: number;
}

interface Trial {
  coming: Coming;
  /** When what comes before it is over. */
  free: number;
}

/** Over at the end with the item, and without it. */
type Decide = (row: Row, kept: number, dropped: number) => boolean;

const SECOND = 1000;

/**
 * As few as bring the end nearer to where it ought to be, the last first; in the order of the rundown. What holds a hard start
 * stays, unless the next in its segment takes that over: a time that was promised is not for a sum to give up.
 */
export function dropsOf(plan: Plan, show: Running, live: LiveTiming, now: number): PartId[] {
  const { plannedEnd } = plan;
  if (plannedEnd === null || live.end - plannedEnd < SECOND) return [];
  const asked = { now, plannedEnd };
  const helps: Decide = (row, kept, dropped) =>
    kept >= SECOND && isOptional(plan, row) && Math.abs(dropped) < Math.abs(kept);
  const dropped = tryEach(trialsOf(live, live), asked, helps);
  // A longer one that came after a shorter may do alone: the shorter then stays.
  const lean = liveOf(plan, { ...show, skipped: [...show.skipped, ...dropped] }, now);
  const needed: Decide = (row, kept, without) =>
    dropped.has(row.item.id) && (kept >= SECOND || Math.abs(kept) > Math.abs(without));
  return [...tryEach(trialsOf(live, lean), asked, needed)].reverse();
}

/** What is to come as in `live`, each with what is over before it as in `lean`. */
function trialsOf(live: LiveTiming, lean: LiveTiming): Trial[] {
  const ends = new Map(lean.coming.map((coming) => [coming.row.item.id, coming.end]));
  let free = live.free;
  return live.coming.map((coming) => {
    const trial = { coming, free };
    free = ends.get(coming.row.item.id) ?? free;
    return trial;
  });
}

interface Asked {
  now: number;
  plannedEnd: number;
}

/** From the last to the first; `drops` says of each whether it is left out. Answers those. */
function tryEach(trials: readonly Trial[], { now, plannedEnd }: Asked, drops: Decide): Set<PartId> {
  const dropped = new Set<PartId>();
  let tail: Tail = { afterMs: 0, least: Number.NEGATIVE_INFINITY };
  let next: Coming | null = null;
  for (const { coming, free } of trials.toReversed()) {
    const kept = tailWith(tail, coming, coming.end - coming.start, now);
    const stays = coming.hardAt !== null && !handsOn(coming, next);
    const without = coming.hardAt === null ? tail : tailWith(tail, coming, 0, now);
    const drop = !stays && drops(coming.row, endOf(kept, free) - plannedEnd, endOf(without, free) - plannedEnd);
    if (drop) dropped.add(coming.row.item.id);
    else next = coming;
    tail = drop ? without : kept;
  }
  return dropped;
}

const endOf = ({ afterMs, least }: Tail, free: number): number => Math.max(free + afterMs, least);

function tailWith(tail: Tail, { hardAt, cuts }: Coming, ms: number, now: number): Tail {
  const afterMs = tail.afterMs + ms;
  if (hardAt === null) return { afterMs, least: tail.least };
  const least = endOf(tail, (cuts ? Math.max(now, hardAt) : hardAt) + ms);
  return { afterMs: cuts ? Number.NEGATIVE_INFINITY : afterMs, least };
}

/** Its segment's hard start is the next one's there, where it is left out. */
function handsOn({ row, hardAt }: Coming, next: Coming | null): boolean {
  const lent = hardAt !== null && row.item.start.kind !== 'hard';
  return lent && next?.row.segmentId === row.segmentId && next.hardAt === null;
}

/** Its own, or its segment's. */
function isOptional(plan: Plan, { item, segmentId }: Row): boolean {
  return item.optional || (segmentId !== null && plan.byId.get(segmentId)?.item.optional === true);
}
