/** Bookings as the traffic of one block sees them: what each may still ask for, from the block's start on. */
import type { BookingHow } from '../../contract/records/booking';
import type { SlotPurpose } from '../../contract/records/loop-policy';
import type { Bill } from '../bills';
import type { Window } from '../occurrences';
import type { Part } from '../sheet';

/** One booking in one block. */
export interface Claim {
  readonly bill: Bill;
  readonly how: BookingHow;
  /** Its windows within the block, cut to it. */
  readonly windows: readonly Window[];
  readonly parts: readonly Part[];
  /** The item that comes next. */
  next: number;
  /** Where its windows are being walked. */
  cursor: number;
  /** When the window is over that it was last found in. */
  until: number;
}

export function claimOf(bill: Bill, block: Window): Claim {
  const windows = bill.windows
    .filter(({ start, end }) => end > block.start && start < block.end)
    .map(({ start, end }) => ({ start: Math.max(start, block.start), end: Math.min(end, block.end) }));
  return { bill, how: bill.booking.how, windows, parts: bill.hand().pieces, next: 0, cursor: 0, until: 0 };
}

/** A claim of one kind. */
export type ClaimOf<K extends BookingHow['kind']> = Claim & { readonly how: Extract<BookingHow, { kind: K }> };

/** Whether a claim is of a kind. */
export function isOf<K extends BookingHow['kind']>(kind: K) {
  return (claim: Claim): claim is ClaimOf<K> => claim.how.kind === kind;
}

/** The window that covers an instant. Asked with instants in order only. */
export function windowAt(claim: Claim, at: number): Window | null {
  let window = claim.windows[claim.cursor];
  while (window && window.end <= at) {
    claim.cursor += 1;
    window = claim.windows[claim.cursor];
  }
  if (!window || window.start > at) return null;
  claim.until = window.end;
  return window;
}

/** Whether it has items, and none of them is valid long enough in any of its windows. */
export function isOutOfDate({ parts, windows }: Claim): boolean {
  const isValidIn = ({ piece: { airs }, ms }: Part) =>
    windows.some(
      ({ start, end }) => Math.min(end, airs.until) - Math.max(start, airs.from) >= Math.min(ms, end - start),
    );
  return windows.length > 0 && parts.length > 0 && !parts.some(isValidIn);
}

/** The first item, from the next one on, that `fits`; the one after it is then the next. */
export function takeItem(claim: Claim, fits: (part: Part) => boolean): Part | null {
  const count = claim.parts.length;
  for (let step = 0; step < count; step++) {
    const index = (claim.next + step) % count;
    const part = claim.parts[index];
    if (!part || !fits(part)) continue;
    claim.next = (index + 1) % count;
    return part;
  }
  return null;
}

/** Most urgent first; of equals the older. */
export function byPriority(a: Claim, b: Claim): number {
  const [one, other] = [a.bill.booking, b.bill.booking];
  return other.priority - one.priority || one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
}

/** Whether a slot kept for `purpose` may hold a booking. */
export function mayHold(purpose: SlotPurpose, { booking }: Bill): boolean {
  return purpose === 'any' || purpose === booking.purpose;
}
