/**
 * Which spots stand in the breaks of the radio. Pure: the same breaks and bookings fill alike, in whatever order bookings come.
 *
 * Break after break, place after place, the best of those with a claim is taken: exact times before frequencies and shares, those
 * before rotation; among alike the more urgent priority, then who has been given least of what it asks for, then who had none for
 * longest, then the older booking. A spot must fit into what is left, lie in its days and hours, and obey the station's rules; but
 * for exact times it also keeps apart from its neighbours, for which it may come in before spots that are placed already. What is short
 * says why.
 */
import { type Reason, reason } from '../../contract/scalars';
import { atOnce, type Steps } from '../steps';
import { Aired, DayCounts, isOpenFor, lawAgainst, mayFollow, roomIn } from './limits';
import { quotaOf } from './quota';
import type { Claimant, Filled, PlacedSpot, Quota, Shortfall, SpotBreak, SpotLaw, SpotPiece } from './types';

/** `breaks`: all of the days concerned, in any order. `claimants`: bookings that name the radio and are not paused. */
export function fillBreaks(breaks: readonly SpotBreak[], claimants: readonly Claimant[], law: SpotLaw): Filled {
  return atOnce(fillInSteps(breaks, claimants, law));
}

/** The same, to be put down between two places: with hundreds of bookings and breaks it takes seconds. */
export function* fillInSteps(
  breaks: readonly SpotBreak[],
  claimants: readonly Claimant[],
  law: SpotLaw,
): Steps<Filled> {
  const inOrder = [...breaks].sort((a, b) => a.start - b.start || (a.itemId < b.itemId ? -1 : 1));
  const desk: Desk = {
    law,
    counts: new DayCounts(law.judged),
    aired: new Aired(),
    wishes: [],
  };
  for (const claimant of [...claimants].sort(byAge)) {
    desk.wishes.push(wishOf(claimant, inOrder, law));
    yield;
  }
  for (const each of inOrder) {
    const stands = each.open ? [] : each.booked.map(({ piece }) => piece);
    for (const piece of [...each.byHand, ...stands, ...each.behind]) {
      desk.counts.note(piece, each.start);
      desk.aired.note(piece, each.start);
    }
  }
  const placed: Filled['placed'] = new Map();
  for (const [at, each] of inOrder.entries()) if (each.open) placed.set(each.itemId, yield* fillOne(desk, each, at));
  const short = new Map(desk.wishes.map((wish) => [wish.claimant.booking.id, shortfallOf(wish)]));
  return { placed, short: claimants.flatMap(({ booking }) => short.get(booking.id) ?? []) };
}

interface Desk {
  law: SpotLaw;
  counts: DayCounts;
  aired: Aired;
  wishes: Wish[];
}

interface Wish {
  claimant: Claimant;
  quota: Quota;
  /** 0 exact, 1 frequency and share, 2 rotation. */
  rank: number;
  /** Plays so far: whose turn it is among its pieces. */
  turn: number;
  lastAt: number;
  /** What stood in its way, each once, by its code. */
  obstacles: Map<string, Reason>;
}

const byAge = (a: Claimant, b: Claimant) =>
  a.booking.createdAt - b.booking.createdAt || (a.booking.id < b.booking.id ? -1 : 1);

const RANKS = { exact: 0, frequency: 1, share: 1, rotation: 2, slot: 2 } as const;

function wishOf(claimant: Claimant, breaks: readonly SpotBreak[], { zone }: SpotLaw): Wish {
  const { booking } = claimant;
  const isOwn = ({ bookingId }: PlacedSpot) => bookingId === booking.id;
  const stands = breaks.reduce((sum, each) => sum + (each.open ? 0 : each.booked.filter(isOwn).length), 0);
  return {
    claimant,
    quota: quotaOf(claimant, breaks, zone),
    rank: RANKS[booking.how.kind],
    turn: stands,
    lastAt: Number.NEGATIVE_INFINITY,
    obstacles: new Map(),
  };
}

/** As many as a break holds, those put in by hand among them. */
const MOST_SPOTS = 100;

function* fillOne(desk: Desk, each: SpotBreak, at: number): Steps<PlacedSpot[]> {
  const placed: PlacedSpot[] = [];
  let left = roomIn(each);
  for (;;) {
    yield;
    if (placed.length + each.byHand.length + each.behind.length >= MOST_SPOTS) return placed;
    const start = each.start + each.ms - left;
    const best = bestOf(desk, { at, start, left, before: each.byHand.at(-1), behind: each.behind[0], placed });
    if (!best) return placed;
    const { wish, piece, place } = best;
    placed.splice(place, 0, { bookingId: wish.claimant.booking.id, piece });
    wish.quota.note(at, piece.ms);
    wish.turn += 1;
    wish.lastAt = start;
    desk.counts.note(piece, start);
    desk.aired.note(piece, start);
    left -= piece.ms;
  }
}

interface Place {
  /** Number of the break. */
  at: number;
  /** Epoch ms. */
  start: number;
  /** Room, ms. */
  left: number;
  /** What was put in by hand last before the booked ones. */
  before: SpotPiece | undefined;
  /** The first that was put in by hand behind them. */
  behind: SpotPiece | undefined;
  /** So far. */
  placed: readonly PlacedSpot[];
}

interface Fit {
  piece: SpotPiece;
  /** Where among those that are placed. */
  place: number;
}

interface Choice extends Fit {
  wish: Wish;
}

function bestOf(desk: Desk, place: Place): Choice | null {
  let best: Choice | null = null;
  for (const wish of desk.wishes) {
    if (best && !isBefore(wish, best.wish, place.at)) continue;
    const fit = fitFor(desk, wish, place);
    if (fit) best = { wish, ...fit };
  }
  return best;
}

/** Strictly: among equals the older, which comes first, stays. */
function isBefore(a: Wish, b: Wish, at: number): boolean {
  if (a.rank !== b.rank) return a.rank < b.rank;
  const urgent = b.claimant.booking.priority - a.claimant.booking.priority;
  if (urgent !== 0) return urgent < 0;
  const need = a.quota.need(at) - b.quota.need(at);
  return need !== 0 ? need > 0 : a.lastAt < b.lastAt;
}

/** Of a long playlist, for one place. */
const MOST_TRIED = 24;

/** The next of its pieces, in their turns, that may stand there, and where. */
function fitFor(desk: Desk, wish: Wish, place: Place): Fit | null {
  const { pieces } = wish.claimant;
  for (let step = 0; step < Math.min(pieces.length, MOST_TRIED); step++) {
    const piece = pieces[(wish.turn + step) % pieces.length] as SpotPiece;
    if (!wish.quota.allows(place.at, piece.ms)) continue;
    const obstacle = obstacleTo(desk, piece, place);
    const at = obstacle ? -1 : wish.rank === 0 ? place.placed.length : placeFor(desk, piece, place);
    if (at >= 0) return { piece, place: at };
    const why = obstacle ?? reason('spots.apart');
    wish.obstacles.set(why.code, why);
  }
  return null;
}

function obstacleTo(desk: Desk, piece: SpotPiece, { start, left }: Place): Reason | null {
  if (!isOpenFor(piece, start, start + piece.ms)) return reason('spots.notItsDays');
  const forbidden = lawAgainst(piece, start, desk.law.judged) ?? desk.counts.against(piece, start);
  if (forbidden) return forbidden;
  return piece.ms > left ? reason('spots.noRoom') : null;
}

/** The last place where it keeps apart from both its neighbours; -1 where there is none. */
function placeFor({ law, aired }: Desk, piece: SpotPiece, { start, before, behind, placed }: Place): number {
  if (aired.isTooNear(piece, start, law)) return -1;
  for (let at = placed.length; at >= 0; at--) {
    const left = at === 0 ? before : placed[at - 1]?.piece;
    if (mayFollow(left, piece, law) && mayFollow(piece, at === placed.length ? behind : placed[at]?.piece, law))
      return at;
  }
  return -1;
}

function shortfallOf({ claimant, quota, obstacles, turn }: Wish): Shortfall[] {
  const { booking, pieces, leftOut } = claimant;
  const missing = pieces.length === 0 ? null : quota.missing();
  const lacks = missing === null ? turn === 0 : missing > 0;
  const because = [...leftOut];
  if (booking.how.kind === 'slot') because.push(reason('spots.slot'));
  else if (pieces.length > 0 && quota.breaks === 0) because.push(reason('spots.noBreak'));
  if (lacks) because.push(...obstacles.values());
  // An exact time that no break is near, beside others that have one.
  if (missing && because.length === 0) because.push(reason('spots.noBreak'));
  return because.length > 0 || missing ? [{ bookingId: booking.id, missing, because }] : [];
}
