/** How much each item on air or to come can give or take, where it tells at the end. */
import type { PartId } from '../../contract/records/rundown-item';
import type { Coming, LiveTiming } from './live';
import type { Row } from './plan';

export interface Room {
  id: PartId;
  ms: number;
  /** Whole seconds that it can be shorter, or longer. */
  seconds: number;
}

/** From one hard start to the next. */
export interface Stretch {
  /** Whole seconds that all stretches before it can give and that tell in it: no more than it is late. */
  aheadSeconds: number;
  rooms: Room[];
}

const SECOND = 1000;

/**
 * Where it is over (`over` above 0): all that can be shorter, back to a hard start that comes on time whatever is before it. Where
 * it is under: what can be longer after the last hard start, as no hard start may come later for it.
 */
export function roomsOf(live: LiveTiming, over: number): Stretch[] {
  const { current } = live;
  let stretch: Stretch = { aheadSeconds: 0, rooms: [] };
  let groups = [stretch];
  if (current) stretch.rooms.push(roomOf(current.row, current.lengthMs, current.elapsedMs, over));
  live.coming.forEach((coming, at) => {
    if (coming.hardAt !== null) {
      const lateMs = firm(coming, over) ? 0 : (live.coming[at - 1]?.end ?? live.free) - coming.hardAt;
      const ahead = Math.min(reachOf(stretch), Math.max(0, Math.floor(lateMs / SECOND)));
      stretch = { aheadSeconds: ahead, rooms: [] };
      groups = ahead === 0 ? [stretch] : [...groups, stretch];
    }
    stretch.rooms.push(roomOf(coming.row, coming.end - coming.start, 0, over));
  });
  return groups;
}

const firm = ({ cuts }: Coming, over: number): boolean => cuts || over < 0;

const reachOf = ({ aheadSeconds, rooms }: Stretch): number =>
  rooms.reduce((sum, { seconds }) => sum + seconds, aheadSeconds);

/** None where it is outside its bounds, or already over its length: whoever did that meant it. Never shorter than it has been on air. */
function roomOf({ item }: Row, ms: number, elapsedMs: number, over: number): Room {
  const { minMs, maxMs } = item.flex ?? { minMs: ms, maxMs: ms };
  const fixed = ms < minMs || ms > maxMs || elapsedMs > ms;
  const roomMs = over > 0 ? ms - Math.max(minMs, elapsedMs) : maxMs - ms;
  return { id: item.id, ms, seconds: fixed ? 0 : Math.max(0, Math.floor(roomMs / SECOND)) };
}

/** `need` of these in proportion, as far as there is so much; what rounding leaves goes to the first that have it. */
export function share(rooms: readonly number[], need: number): number[] {
  const all = rooms.reduce((sum, room) => sum + room, 0);
  const least = Math.min(need, all);
  const parts = rooms.map((room) => (all === 0 ? 0 : Math.floor((room * least) / all)));
  let rest = least - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part, at) => {
    const more = Math.min(rest, (rooms[at] ?? 0) - part);
    rest -= more;
    return part + more;
  });
}
