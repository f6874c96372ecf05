/** Slot bookings of a loop: which of them holds a slot in its n-th round, and what it shows there. */
import type { Slot } from '../../contract/records/loop-policy';
import { reason } from '../../contract/scalars';
import { mayAir } from '../material';
import type { Part } from '../sheet';
import { byPriority, type Claim, type ClaimOf, mayHold, takeItem, windowAt } from './claims';
import type { Note } from './notes';

export interface Slots {
  /** Parts for slot `number` (from 1) in round `round` (from 0), in order; together no longer than the slot. */
  hold(number: number, slot: Slot, round: number, at: number): readonly Part[];
}

const NOTHING: readonly Part[] = [];

/** @param hearsAll whether every note is heard, not the first of its kind alone: thousands may want one slot in every loop */
export function createSlots(claims: readonly ClaimOf<'slot'>[], note: Note, hearsAll: boolean): Slots {
  const outdone = new Set<Claim>();
  const bySlot = new Map<number, ClaimOf<'slot'>[]>();
  for (const claim of [...claims].sort(byPriority)) {
    const rivals = bySlot.get(claim.how.slot) ?? [];
    rivals.push(claim);
    bySlot.set(claim.how.slot, rivals);
  }
  return {
    hold(number, slot, round, at) {
      const rivals = bySlot.get(number);
      if (!rivals) return NOTHING;
      let held = NOTHING;
      let holder: ClaimOf<'slot'> | null = null;
      for (const claim of rivals) {
        const { every, first } = claim.how;
        const window = windowAt(claim, at);
        if (!window || round < first || (round - first) % every !== 0) continue;
        const { booking } = claim.bill;
        if (holder) {
          if (outdone.has(claim)) continue;
          if (!hearsAll) outdone.add(claim);
          const by = holder.bill.booking.name;
          note(booking.id, null, reason('why.slotTaken', { booking: booking.name, slot: number, by }), at);
        } else if (!mayHold(slot.purpose, claim.bill))
          note(booking.id, null, reason('why.slotKept', { booking: booking.name, slot: number }), at);
        else {
          held = itemsFor(claim, at, Math.min(at + slot.ms, window.end));
          if (held.length > 0) holder = claim;
          else if (claim.parts.some(({ piece, ms }) => mayAir(piece, at, at + ms)))
            note(booking.id, null, reason('why.slotTooShort', { booking: booking.name, slot: number }), at);
          else if (claim.parts.length > 0)
            note(booking.id, null, reason('why.noneValid', { booking: booking.name }), at);
        }
      }
      return held;
    },
  };
}

/** As many items of its list as fit, each once. */
function itemsFor(claim: Claim, start: number, end: number): Part[] {
  const items: Part[] = [];
  let at = start;
  const fits = (part: Part) => at + part.ms <= end && mayAir(part.piece, at, at + part.ms) && !items.includes(part);
  for (let part = takeItem(claim, fits); part; part = takeItem(claim, fits)) {
    items.push(part);
    at += part.ms;
  }
  return items;
}
