/**
 * Which display page belongs on which monitor, as pure functions. Electron gives no serial number (a Display has an id, a
 * label and a place), and an id may change when a monitor is plugged in again: so a page is found by id, then by looks,
 * and twins, two monitors of one model, by where they stand.
 */

/** A monitor as it can be known again: pixels of the desktop for its place, its own for its size. */
export interface Seat {
  monitorId: string;
  label: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Placement extends Seat {
  /** Names the page's session, and with it its token and its media. Never two alike. */
  key: string;
  /** Whether the page is to be on its monitor; one taken away keeps its session for the next time. */
  shown: boolean;
}

const sameLooks = (a: Seat, b: Seat) => a.label === b.label && a.width === b.width && a.height === b.height;
const samePlace = (a: Seat, b: Seat) => a.x === b.x && a.y === b.y;
const distance = (a: Seat, b: Seat) => Math.hypot(a.x - b.x, a.y - b.y);
const leftToRight = (a: Seat, b: Seat) => a.x - b.x || a.y - b.y;

/** Pairs each placement with at most one monitor that is there now; placements without one wait for theirs. */
export function match<P extends Seat>(placements: readonly P[], monitors: readonly Seat[]): Map<P, Seat> {
  const pairs = new Map<P, Seat>();
  const waiting = new Set(placements);
  const free = new Set(monitors);
  const pair = (place: P, monitor: Seat) => {
    pairs.set(place, monitor);
    waiting.delete(place);
    free.delete(monitor);
  };
  const pairBy = (fits: (place: P, monitor: Seat) => boolean) => {
    for (const place of [...waiting]) {
      const found = [...free].find((monitor) => fits(place, monitor));
      if (found) pair(place, found);
    }
  };
  pairBy((place, monitor) => place.monitorId === monitor.monitorId && sameLooks(place, monitor));
  for (const one of [...waiting]) {
    if (!waiting.has(one)) continue;
    const twins = [...waiting].filter((place) => sameLooks(place, one));
    const there = [...free].filter((monitor) => sameLooks(one, monitor));
    for (const [place, monitor] of pairTwins(twins, there)) pair(place, monitor);
  }
  // The same monitor at another resolution.
  pairBy((place, monitor) => place.monitorId === monitor.monitorId && place.label === monitor.label);
  return pairs;
}

/** All back: in their order, wherever the desktop has moved. Some missing: where they stood, else the nearest. */
function pairTwins<P extends Seat>(places: readonly P[], monitors: readonly Seat[]): [P, Seat][] {
  if (places.length === monitors.length) {
    const seats = monitors.toSorted(leftToRight);
    return places.toSorted(leftToRight).flatMap((place, index) => {
      const seat = seats[index];
      return seat ? [[place, seat]] : [];
    });
  }
  const all = places.flatMap((place) => monitors.map((monitor): [P, Seat] => [place, monitor]));
  const pairs: [P, Seat][] = [];
  for (const [place, monitor] of all.toSorted(([a, to], [b, at]) => distance(a, to) - distance(b, at))) {
    if (!pairs.some(([taken, seat]) => taken === place || seat === monitor)) pairs.push([place, monitor]);
  }
  return pairs;
}

/** The placements with this monitor's page switched on or off; its session stays the one it had. */
export function placed(placements: readonly Placement[], monitor: Seat, monitors: readonly Seat[], shown: boolean) {
  const held = [...match(placements, monitors)].find(([, seat]) => seat.monitorId === monitor.monitorId)?.[0];
  const others = placements.filter((place) => place !== held);
  if (!held && !shown) return [...placements];
  return [...others, { ...seatOf(monitor), key: held?.key ?? newKey(monitor, placements), shown }];
}

/** Each placement as its monitor is now: an id or a place that changed is known from here on. */
export function followed(placements: readonly Placement[], monitors: readonly Seat[]): Placement[] {
  const pairs = match(placements, monitors);
  return placements.map((place) => {
    const seat = pairs.get(place);
    return seat ? { ...place, ...seatOf(seat) } : place;
  });
}

export const sameSeat = (a: Seat, b: Seat): boolean =>
  a.monitorId === b.monitorId && sameLooks(a, b) && samePlace(a, b);

function seatOf({ monitorId, label, x, y, width, height }: Seat): Seat {
  return { monitorId, label, x, y, width, height };
}

/** Readable in the folder of sessions; a twin gets the next number. */
function newKey({ label, width, height }: Seat, placements: readonly Placement[]): string {
  const looks = `${label || 'monitor'}-${width}x${height}`.replace(/[^A-Za-z0-9-]+/g, '_');
  const taken = new Set(placements.map(({ key }) => key));
  for (let number = 1; ; number++) {
    const key = number === 1 ? looks : `${looks}-${number}`;
    if (!taken.has(key)) return key;
  }
}
