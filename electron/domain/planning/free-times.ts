/** Exact times moved to the nearest place where nothing else has to start or go on. */
import { type LocalTime, reason } from '../../contract/scalars';
import { DAY_MS, SECOND_MS, timeMs, timeOf } from '../calendar';
import type { Window } from '../occurrences';
import { instantOf } from '../time';
import { missedTimes } from './find-exact';
import { longestOf } from './find-material';
import type { Laid } from './stage';
import type { Candidate, Trial } from './trial';

/** One candidate with every missed time moved; none where nothing is free, or nothing was missed. */
export function freeTimes({ draft, laid }: Trial): Candidate[] {
  const { how } = draft;
  if (how.kind !== 'exact') return [];
  const missed = missedTimes(laid);
  const ms = Math.ceil(longestOf(laid) / SECOND_MS) * SECOND_MS;
  const open = laid.flatMap((one) => one.looks.map((look) => wallOf(one, look.kind.blocks, look.kind.days[0])));
  const busy = laid.flatMap(busyOf);
  const times = how.times.filter((time) => !missed.has(time));
  for (const time of times) busy.push({ start: timeMs(time), end: timeMs(time) + ms });
  const moved: LocalTime[] = [];
  // A time that disturbs others is not missed itself: then all are looked at again.
  for (const time of missed.size > 0 ? missed : how.times) {
    const at = nearest(timeMs(time), ms, busy, open);
    if (at === null) return [];
    busy.push({ start: at, end: at + ms });
    moved.push(timeOf(at));
  }
  const next = missed.size > 0 ? [...times, ...moved] : moved;
  if (next.every((time, index) => time === how.times[index])) return [];
  const said = moved.slice(0, 5).join(', ');
  return [{ label: reason('plan.out.times', { times: said }), change: { how: { ...how, times: next.sort() } } }];
}

/** The free start nearest to `wish`, ms since midnight; edges of what is busy and open are all that need be tried. */
function nearest(wish: number, ms: number, busy: readonly Window[], open: readonly Window[][]): number | null {
  const edges = [wish, ...busy.flatMap(({ start, end }) => [start - ms, end])];
  const starts = [...edges, ...open.flat().flatMap(({ start, end }) => [start, end - ms])]
    .map((at) => (at < wish ? Math.floor(at / SECOND_MS) : Math.ceil(at / SECOND_MS)) * SECOND_MS)
    .filter((at) => at >= 0 && at < DAY_MS);
  const isFree = (at: number) =>
    busy.every(({ start, end }) => at + ms <= start || at >= end) &&
    open.every((blocks) => blocks.some(({ start, end }) => start <= at && at + ms <= end));
  const free = starts.filter(isFree).sort((a, b) => Math.abs(a - wish) - Math.abs(b - wish));
  return free[0] ?? null;
}

/** Other exact plays, as the draft's clock shows them. */
function busyOf(laid: Laid): Window[] {
  return laid.looks.flatMap(({ without: { plan }, kind }) => {
    const exact = plan.entries.filter(([clip]) => plan.clips[clip]?.because.code.startsWith('why.exact'));
    const spans = exact.map(([, start, ms]) => ({ start, end: start + ms }));
    return wallOf(laid, spans, kind.days[0]);
  });
}

/** Instants of a day as ms since its midnight. */
function wallOf({ zone }: Laid, spans: readonly Window[], day = 0): Window[] {
  const midnight = instantOf(day, 0, zone);
  return spans.map(({ start, end }) => ({ start: start - midnight, end: end - midnight }));
}
