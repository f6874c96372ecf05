/**
 * Lays the traffic of one block, from its start to its end: exact times stand where they must, the loop's slots flow around
 * them one after another, and what no slot booking holds is open time. Only the block itself decides, so that every compile
 * that reaches into it agrees.
 */
import type { Separation, Slot, SlotPurpose } from '../../contract/records/loop-policy';
import { type Reason, reason } from '../../contract/scalars';
import type { Part } from '../sheet';
import type { Steps } from '../steps';
import type { Block } from './block';
import { type Claim, isOf, isOutOfDate } from './claims';
import { exactPlays } from './exacts';
import type { Note } from './notes';
import { createOpenTime, type OpenTime } from './open-time';
import { createNeighbours } from './separation';
import { createSlots } from './slots';
import type { StandIn, StandInWhy } from './stand-in';
import type { Ground } from './tape';

/** What all blocks of a display go by. */
export interface Rules {
  /** The loop; null where time is open from one edge to the next. */
  slots: readonly Slot[] | null;
  separation: Separation;
}

export interface Out {
  sheet: Ground;
  standIn: StandIn;
  note: Note;
  /** Whether somebody hears every note. */
  hearsAll: boolean;
  /** Told of every slot that comes up, whether a booking holds it. */
  slotSeen?: SlotSeen | undefined;
}

/** @param number from 1 */
export type SlotSeen = (number: number, at: number, held: boolean) => void;

/** Items laid between two pauses: with thousands of bookings on one display each item is weighed against all of them. */
const STEP = 64;

/** @returns whether it was laid to its end; else the sheet was over first */
export function* layBlock(
  block: Block,
  rules: Rules,
  { sheet, standIn, note, hearsAll, slotSeen }: Out,
): Steps<boolean> {
  const { claims } = block;
  const exacts = yield* exactPlays(block.wishes, block, note);
  const slots = createSlots(claims.filter(isOf('slot')), note, hearsAll);
  const open = yield* createOpenTime(claims);
  yield;
  const neighbours = createNeighbours(rules.separation);
  const freeSlots = (rules.slots ?? []).map((_, number) => freeSlot(number + 1));
  let laid = 0;
  let pauseAt = STEP;
  standIn.restart();

  const put = (part: Part, at: number): number => {
    const broken = neighbours.breach(part, at);
    const { bookingId } = part.owner;
    if (broken && bookingId) note(bookingId, part.piece.media.assetId, tooNear[broken](part.piece.media.name), at);
    sheet.place(part, at, part.ms);
    neighbours.note(part, at);
    return at + part.ms;
  };

  /** As much of [start, end) as is laid between two pauses. @returns how far it is */
  function openSome(start: number, end: number, purpose: SlotPurpose, why: StandInWhy): number {
    let at = start;
    while (at < end && at < sheet.until) {
      const part = purpose === 'filler' ? null : open.give(at, end, purpose, neighbours.allows);
      if (part) at = put(part, at);
      else if (purpose === 'filler') at = standIn.one(at, end, why, neighbours) ?? standIn.slate(at, end);
      else at = standIn.one(at, open.spareUntil(at, end), why, neighbours) ?? standIn.slate(at, open.wakeAt(at, end));
      if (++laid % STEP === 0) break;
    }
    return at;
  }

  function* openTime(start: number, end: number, purpose: SlotPurpose, why: StandInWhy): Steps<void> {
    for (let at = start; at < end && at < sheet.until; ) {
      at = openSome(at, end, purpose, why);
      if (laid % STEP === 0) yield;
    }
  }

  let at = block.start;
  let round = 0;
  let number = 0;
  let nextExact = 0;
  while (at < block.end && at < sheet.until) {
    const exact = exacts[nextExact];
    if (exact && exact.start <= at) {
      at = put(exact.part, exact.start);
      nextExact += 1;
      continue;
    }
    const wall = Math.min(block.end, exact?.start ?? block.end);
    const slot = rules.slots?.[number];
    if (!slot) {
      const end = Math.min(wall, open.edgeAfter(at));
      yield* openTime(at, end, 'any', NOTHING);
      at = end;
    } else if (at + slot.ms > wall) {
      yield* openTime(at, wall, slot.purpose, exact ? BEFORE_EXACT : BEFORE_CLOSING);
      at = wall;
    } else {
      let done = at;
      const held = slots.hold(number + 1, slot, round, at);
      slotSeen?.(number + 1, at, held.length > 0);
      for (const part of held) done = put(part, done);
      laid += held.length;
      const end = at + slot.ms;
      // A slot is short: only what a pause cut off is gone through in steps.
      if (done < end) done = openSome(done, end, slot.purpose, freeSlots[number] ?? NOTHING);
      if (done < end) yield* openTime(done, end, slot.purpose, freeSlots[number] ?? NOTHING);
      else if (laid >= pauseAt) {
        pauseAt = laid + STEP;
        yield;
      }
      at = end;
      number += 1;
      if (number < (rules.slots?.length ?? 0)) continue;
      number = 0;
      round += 1;
    }
  }
  if (sheet.until < block.end) return false;
  yield* noteShort(open, claims, block, note);
  return true;
}

/** Of rotation without a turn so many are told: of thousands on one display most have none, and a plan goes over the network. */
const MOST_TURNLESS = 100;

/** What the block did not give, once all of it is laid. */
function* noteShort(open: OpenTime, claims: readonly Claim[], block: Block, note: Note): Steps<void> {
  yield;
  const outOfDate = claims.filter((claim) => claim.how.kind !== 'slot' && isOutOfDate(claim));
  const dated = new Set(outOfDate.map(({ bill }) => bill));
  const tell = ({ bill }: Claim, because: Reason) => note(bill.booking.id, null, because, block.end);
  const nameOf = ({ bill }: Claim) => bill.booking.name;
  for (const claim of outOfDate) tell(claim, reason('why.noneValid', { booking: nameOf(claim) }));
  yield;
  for (const [index, { claim, plays }] of open.owed().entries()) {
    if (index % STEP === STEP - 1) yield;
    if (!dated.has(claim.bill)) tell(claim, reason('why.frequencyShort', { booking: nameOf(claim), plays }));
  }
  for (const { claim, percent: given } of open.behind()) {
    const { percent } = claim.how;
    if (!dated.has(claim.bill)) tell(claim, reason('why.shareShort', { booking: nameOf(claim), given, percent }));
  }
  const turnless = open.turnless().filter(({ bill }) => !dated.has(bill));
  for (const claim of turnless.slice(0, MOST_TURNLESS)) tell(claim, reason('why.noTurn', { booking: nameOf(claim) }));
}

const tooNear = {
  agency: (asset: string) => reason('why.tooNearAgency', { asset }),
  category: (asset: string) => reason('why.tooNearCategory', { asset }),
  sameClip: (asset: string) => reason('why.tooNearSameClip', { asset }),
};

const NOTHING: StandInWhy = { key: 'open', because: (playlist) => reason('why.filler', { playlist }) };
const BEFORE_EXACT: StandInWhy = { key: 'exact', because: (playlist) => reason('why.fillerBeforeExact', { playlist }) };
const BEFORE_CLOSING: StandInWhy = {
  key: 'closing',
  because: (playlist) => reason('why.fillerBeforeClosing', { playlist }),
};
const freeSlot = (slot: number): StandInWhy => ({
  key: `slot ${slot}`,
  because: (playlist) => reason('why.fillerSlot', { playlist, slot }),
});
