/** Exact times of one block, as they can be kept: none overlaps another, and each begins and ends within the block. */
import { reason, type Zone } from '../../contract/scalars';
import type { Bill } from '../bills';
import { timeMs } from '../calendar';
import { mayAir, SHORTEST_MS } from '../material';
import { daysOf, type Window } from '../occurrences';
import { type Part, partOf } from '../sheet';
import type { Steps } from '../steps';
import { instantOf, localDay } from '../time';
import { byPriority, type ClaimOf, claimOf, isOf, takeItem } from './claims';
import type { Note } from './notes';

export interface ExactPlay {
  claim: ClaimOf<'exact'>;
  part: Part;
  start: number;
}

/** A time that is asked for, epoch ms. */
export interface Wish {
  claim: ClaimOf<'exact'>;
  at: number;
}

/** Wishes between two pauses. */
const STEP = 512;

/** All that are asked for in a block, in order; of equals the more urgent first. */
export function* wishesOf(
  claims: readonly ClaimOf<'exact'>[],
  block: Window,
  zoneOf: (bill: Bill) => Zone,
): Steps<Wish[]> {
  const wishes: Wish[] = [];
  for (const claim of claims) {
    yield;
    for (const wish of timesOf(claim, block, zoneOf(claim.bill))) wishes.push(wish);
  }
  return wishes.sort((a, b) => a.at - b.at || byPriority(a.claim, b.claim));
}

/** In order of start. What cannot be kept is noted. */
export function* exactPlays(wishes: readonly Wish[], block: Window, note: Note): Steps<ExactPlay[]> {
  const plays: ExactPlay[] = [];
  let free = block.start;
  for (const [index, wish] of wishes.entries()) {
    if (index % STEP === STEP - 1) yield;
    const play = placed(wish, free, block, note);
    if (!play) continue;
    plays.push(play);
    free = play.start + play.part.ms;
  }
  return plays;
}

/** Says which exact times lie in `gap`, where the display is closed. */
export function* noteClosed(
  bills: readonly Bill[],
  gap: Window,
  zoneOf: (bill: Bill) => Zone,
  note: Note,
): Steps<void> {
  if (gap.start >= gap.end) return;
  const claims = bills.filter(({ booking }) => booking.how.kind === 'exact').map((bill) => claimOf(bill, gap));
  const wishes = yield* wishesOf(claims.filter(isOf('exact')), gap, zoneOf);
  for (const [index, { claim, at }] of wishes.entries()) {
    if (index % STEP === STEP - 1) yield;
    const { id, name } = claim.bill.booking;
    note(id, null, reason('why.exactClosed', { booking: name }), at);
  }
}

function timesOf(claim: ClaimOf<'exact'>, block: Window, zone: Zone): Wish[] {
  const { booking } = claim.bill;
  const playsOn = daysOf(booking);
  const wishes: Wish[] = [];
  for (let day = localDay(block.start, zone); day <= localDay(block.end - 1, zone); day++) {
    if (!playsOn(day)) continue;
    for (const time of new Set(claim.how.times)) {
      const at = instantOf(day, timeMs(time), zone);
      // Its windows are whole days, but for those on which its agreement does not hold.
      if (claim.windows.some(({ start, end }) => start <= at && at < end)) wishes.push({ claim, at });
    }
  }
  return wishes;
}

/** `free`: from when on nothing that may not be cut is on. */
function placed({ claim, at }: Wish, free: number, block: Window, note: Note): ExactPlay | null {
  const { booking } = claim.bill;
  const part = takeItem(claim, ({ piece, ms }) => mayAir(piece, at, at + ms));
  if (!part) {
    if (claim.parts.length > 0) note(booking.id, null, reason('why.noneValid', { booking: booking.name }), at);
    return null;
  }
  const late = Math.max(0, free - at);
  const joined = late > 0 && claim.how.whenTaken === 'join';
  if (joined && part.ms - late < SHORTEST_MS) {
    note(booking.id, part.piece.media.assetId, reason('why.exactTaken', { booking: booking.name }), at);
    return null;
  }
  const start = at + late;
  const played = late === 0 ? part : lateOf(part, joined ? late : 0, booking.name);
  if (!mayAir(part.piece, start, start + played.ms)) {
    note(booking.id, null, reason('why.noneValid', { booking: booking.name }), at);
    return null;
  }
  if (start + played.ms > block.end) {
    note(booking.id, part.piece.media.assetId, reason('why.exactClosed', { booking: booking.name }), at);
    return null;
  }
  return { claim, part: played, start };
}

/** A still joins by being shown shorter; a film begins where it would be by now. */
function lateOf({ piece, owner }: Part, joinMs: number, booking: string): Part {
  const because = () => reason(joinMs > 0 ? 'why.exactJoined' : 'why.exactDelayed', { booking });
  return partOf(piece, { ...owner, because }, joinMs);
}
