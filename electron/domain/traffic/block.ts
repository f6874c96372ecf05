/** One block before anything is laid in it: who claims what of it, and what makes another block its like. */
import type { Zone } from '../../contract/scalars';
import type { Bill } from '../bills';
import type { Material } from '../material';
import type { Window } from '../occurrences';
import type { Steps } from '../steps';
import { type Claim, claimOf, isOf } from './claims';
import { type Wish, wishesOf } from './exacts';

export interface Block extends Window {
  claims: readonly Claim[];
  /** Exact times, in order of their instants. */
  wishes: readonly Wish[];
}

/** Bills between two pauses: half a millisecond's work. */
const STEP = 256;

/** @param bills those with a window in the block, or an exact time; in any order */
export function* openBlock(window: Window, bills: readonly Bill[], zoneOf: (bill: Bill) => Zone): Steps<Block> {
  const claims: Claim[] = [];
  for (const [index, bill] of bills.entries()) {
    if (index % STEP === STEP - 1) yield;
    claims.push(claimOf(bill, window));
  }
  return { ...window, claims, wishes: yield* wishesOf(claims.filter(isOf('exact')), window, zoneOf) };
}

/** Blocks of equal shape under one policy, with the same bills, are laid alike but for where they begin; null: unlike any other. */
export type ShapeOf = (block: Block) => string | null;

/** @param materials all that may be shown in any of the blocks */
export function createShapes(materials: Iterable<Material>): ShapeOf {
  const limits = limitsOf(materials);
  return ({ start, end, claims, wishes }) => {
    if (limits.some((limit) => start < limit && limit < end)) return null;
    const windows = claims.map((claim) => claim.windows.map((each) => `${each.start - start}-${each.end - start}`));
    const times = wishes.map(({ claim, at }) => `${claim.bill.booking.id} ${at - start}`);
    const began = limits.filter((limit) => limit <= start).length;
    return `${end - start} ${began} ${windows.join(';')} ${times.join(';')}`;
  };
}

/** Where the validity of any item begins or ends: what may air is the same from one to the next. */
function limitsOf(materials: Iterable<Material>): number[] {
  const limits = new Set<number>();
  for (const { pieces } of materials) {
    for (const { airs } of pieces) for (const at of [airs.from, airs.until]) if (Number.isFinite(at)) limits.add(at);
  }
  return [...limits];
}
