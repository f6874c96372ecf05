/** The interval cut at every edge: times with nothing but the same bookings active. */
import type { Bill } from './bills';

/** A time between two edges. */
export interface Stretch {
  /** Its true start, also when that lies before the interval; 0 when nothing was ever booked before. */
  start: number;
  /** Its true end; infinite when nothing is booked after. */
  end: number;
  /** In the order in which they take their turns. The same array each time: good until the next stretch is asked for. */
  active: readonly Bill[];
}

/** A bill's window begins or ends. Windows of one bill never touch, so that one bill has one turn at an instant. */
interface Turn {
  at: number;
  /** The bill's place among all. */
  place: number;
  begins: boolean;
}

/**
 * The stretches that cover [from, until), in order. Edges are the starts and ends of windows. One walk over them in order,
 * with the active bills at hand: asking every bill at every edge took 100 ms for 1,000 bookings and 73 hours.
 */
export function* stretchesOf(bills: readonly Bill[], from: number, until: number): Generator<Stretch> {
  const { turns, places, before, after } = turnsWithin(bills, from, until);
  const active = places.map((place) => bills[place] as Bill);
  let start = Math.max(before, 0);
  for (const { at, place, begins } of turns) {
    if (at > start) yield { start, end: at, active };
    start = at;
    const index = placeAmong(places, place);
    if (begins) {
      places.splice(index, 0, place);
      active.splice(index, 0, bills[place] as Bill);
    } else {
      places.splice(index, 1);
      active.splice(index, 1);
    }
  }
  yield { start, end: after, active };
}

interface Within {
  /** Inside (from, until), in order. */
  turns: Turn[];
  /** Places of the bills active at `from`, rising. */
  places: number[];
  /** The last edge up to `from`; -Infinity without one. */
  before: number;
  /** The first edge from `until` on; Infinity without one. */
  after: number;
}

function turnsWithin(bills: readonly Bill[], from: number, until: number): Within {
  const within: Within = { turns: [], places: [], before: Number.NEGATIVE_INFINITY, after: Number.POSITIVE_INFINITY };
  const edge = (at: number, place: number, begins: boolean) => {
    if (at <= from) within.before = Math.max(within.before, at);
    else if (at >= until) within.after = Math.min(within.after, at);
    else within.turns.push({ at, place, begins });
  };
  for (const [place, { windows }] of bills.entries()) {
    for (const { start, end } of windows) {
      edge(start, place, true);
      edge(end, place, false);
      if (start <= from && from < end) within.places.push(place);
    }
  }
  within.turns.sort((a, b) => a.at - b.at);
  return within;
}

/** Where a place stands among rising ones, or belongs. */
function placeAmong(places: readonly number[], place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
