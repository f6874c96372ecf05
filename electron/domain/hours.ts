/** When a display is open: blocks in which its loop begins anew. Without a policy each day is a block, midnight to midnight. */
import type { LoopPolicy } from '../contract/records/loop-policy';
import type { Zone } from '../contract/scalars';
import { DAY_MS, dayNumber, weekdayOf } from './calendar';
import { openSpans } from './loops';
import type { Window } from './occurrences';
import { instantOf, localDay } from './time';

export type Opening = Pick<LoopPolicy, 'hours' | 'closures'>;

/**
 * The blocks that lie at least partly in [from, until), whole, in order. Lines of one day that overlap or touch are one
 * block; a night that reaches into the next day's opening ends there.
 */
export function blocksIn(opening: Opening | null, zone: Zone, from: number, until: number): Window[] {
  const blocks: Window[] = [];
  // The day before may reach in; the day after may cut the last one short.
  for (let day = localDay(from, zone) - 1; day <= localDay(until, zone) + 1; day++) {
    for (const span of spansOf(opening, day)) {
      const block = { start: instantOf(day, span.start, zone), end: instantOf(day, span.end, zone) };
      const before = blocks.at(-1);
      if (before && before.end > block.start) before.end = block.start;
      if (block.end > block.start) blocks.push(block);
    }
  }
  return blocks.filter(({ start, end }) => end > start && end > from && start < until);
}

/** Milliseconds since the day's midnight. */
function spansOf(opening: Opening | null, day: number): Window[] {
  if (!opening) return [{ start: 0, end: DAY_MS }];
  if (opening.closures.some(({ from, to }) => dayNumber(from) <= day && day <= dayNumber(to))) return [];
  return openSpans(opening.hours, weekdayOf(day));
}
