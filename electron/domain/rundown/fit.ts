/**
 * What to leave out, draw together or out so that a show ends on time. Optional items go first, the last of them first and no
 * more than it takes; what is then left is shared by the items that have room, in proportion to it. Pure.
 */
import type { PartId } from '../../contract/records/rundown-item';
import { type LiveTiming, lengthOf, liveOf, type Running } from './live';
import type { Plan, Row } from './plan';

export interface Fit {
  /** To be left out, in the order of the rundown. */
  drop: PartId[];
  /** New lengths by item, whole seconds, ms. */
  lengths: Record<PartId, number>;
  /** Over (above 0) or under at the end before and after. */
  beforeMs: number;
  afterMs: number;
}

const SECOND = 1000;

/** Null where no end is asked for, or nothing can be done, or need be. */
export function fitOf(plan: Plan, show: Running, now: number): Fit | null {
  const before = overOf(liveOf(plan, show, now));
  if (before === null || Math.abs(before) < SECOND) return null;
  const drop = dropsFor(plan, show, { now, before });
  const lean = { ...show, skipped: [...show.skipped, ...drop] };
  const left = overOf(liveOf(plan, lean, now)) ?? 0;
  const lengths = { ...show.lengths, ...stretches(liveOf(plan, lean, now), lean, left) };
  const after = overOf(liveOf(plan, { ...lean, lengths }, now)) ?? left;
  const changed = Object.fromEntries(Object.entries(lengths).filter(([id, ms]) => show.lengths[id] !== ms));
  if (drop.length === 0 && Object.keys(changed).length === 0) return null;
  return Math.abs(after) < Math.abs(before) ? { drop, lengths: changed, beforeMs: before, afterMs: after } : null;
}

const overOf = ({ overAtEndMs }: LiveTiming): number | null => overAtEndMs;

/** As few of the optional ones as bring the end back to where it ought to be, the last first. */
function dropsFor(plan: Plan, show: Running, { now, before }: { now: number; before: number }): PartId[] {
  let over = before;
  const dropped: PartId[] = [];
  for (const { row } of liveOf(plan, show, now).coming.toReversed()) {
    if (over < SECOND) break;
    if (!isOptional(plan, row) || lengthOf(row, show) === 0) continue;
    const next = { ...show, skipped: [...show.skipped, ...dropped, row.item.id] };
    const then = overOf(liveOf(plan, next, now)) ?? 0;
    // Before a hard start that waits anyway it would not help.
    if (then >= over) continue;
    dropped.push(row.item.id);
    over = then;
  }
  return dropped.reverse();
}

/** Its own, or its segment's. */
function isOptional(plan: Plan, { item }: Row): boolean {
  return item.optional || (item.parentId !== null && plan.byId.get(item.parentId)?.item.optional === true);
}

/** Shares `over` among what is still to come after the last hard start, where it tells at the end. */
function stretches({ coming, current }: LiveTiming, show: Running, over: number): Record<PartId, number> {
  if (Math.abs(over) < SECOND) return {};
  const lastHard = coming.findLastIndex(({ row }) => row.hardAt !== null);
  const rows = coming.slice(Math.max(0, lastHard)).map(({ row }) => row);
  if (current && lastHard < 0) rows.unshift(current.row);
  const rooms = rows.map((row) => {
    const now = lengthOf(row, show);
    const least = row === current?.row ? current.elapsedMs : 0;
    const { minMs, maxMs } = row.item.flex ?? { minMs: now, maxMs: now };
    return {
      id: row.item.id,
      now,
      room: over > 0 ? Math.max(0, now - Math.max(minMs, least)) : Math.max(0, maxMs - now),
    };
  });
  return share(rooms, Math.abs(over), over > 0 ? -1 : 1);
}

interface Room {
  id: PartId;
  now: number;
  room: number;
}

/** In whole seconds; what rounding leaves goes to the first that have room for it. */
function share(rooms: readonly Room[], needMs: number, sign: 1 | -1): Record<PartId, number> {
  const whole = rooms.map(({ room }) => Math.floor(room / SECOND));
  const all = whole.reduce((sum, seconds) => sum + seconds, 0);
  const need = Math.min(Math.round(needMs / SECOND), all);
  if (need === 0) return {};
  const parts = whole.map((seconds) => Math.floor((seconds * need) / all));
  let rest = need - parts.reduce((sum, seconds) => sum + seconds, 0);
  const given = parts.map((seconds, at) => {
    const more = Math.min(rest, (whole[at] ?? 0) - seconds);
    rest -= more;
    return seconds + more;
  });
  return Object.fromEntries(
    rooms.flatMap(({ id, now }, at) => (given[at] ? [[id, now + sign * (given[at] ?? 0) * SECOND]] : [])),
  );
}
