/**
 * What lies at one moment of a display's row: an entry of the plan, a reported play, the sums of a slot, nothing reported; from
 * afar a day; in its lane a booking.
 */
import type { Shown, ShownOwner, ShownPlay, ShownSlot } from '../../../../electron/contract/api/shown';
import type { Booking } from '../../../../electron/contract/records/booking';
import type { Clip, Plan } from '../../../../electron/contract/records/timeline';
import { entryAt } from './blocks';
import type { OwnedDay } from './cells';
import { pastOf, seamOf } from './past';

export type Spot = { displayId: string; start: number; end: number } & (
  | { kind: 'plan'; clip: Clip }
  | { kind: 'play'; play: ShownPlay; owner: ShownOwner }
  | { kind: 'slot'; slot: ShownSlot; owners: readonly ShownOwner[] }
  | { kind: 'gap' }
  | { kind: 'cell'; owned: OwnedDay }
  | { kind: 'bar'; booking: Booking; part: number | null }
);

/** `shown` null: nothing of the day is over, or it is not known yet. */
export function spotIn(plan: Plan | undefined, shown: Shown | null, at: number, now: number): Spot | null {
  const seam = plan ? seamOf(plan, shown?.reportedUntil ?? null, now) : now;
  if (shown && at < seam) return shownAt(shown, at, seam);
  const entry = plan?.entries[entryAt(plan.entries, at)];
  const clip = entry && plan?.clips[entry[0]];
  if (!plan || !entry || !clip || entry[1] > at) return null;
  const start = shown ? Math.max(entry[1], seam) : entry[1];
  return { kind: 'plan', displayId: plan.displayId, clip, start, end: entry[1] + entry[2] };
}

function shownAt(shown: Shown, at: number, seam: number): Spot | null {
  const { displayId } = shown;
  const gap = pastOf(shown).gaps.find(({ from, until }) => from <= at && at < until);
  if (shown.kind === 'plays') {
    const here = shown.plays.filter(({ start, ms }) => start <= at && at < start + ms);
    const play = here.find(({ outcome }) => outcome !== 'skipped') ?? here[0];
    const owner = play && shown.owners[play.owner];
    if (play && owner) return { kind: 'play', displayId, play, owner, start: play.start, end: play.start + play.ms };
  } else {
    const slot = shown.slots.find(({ start }) => start <= at && at < start + shown.slotMs);
    const end = slot && Math.min(slot.start + shown.slotMs, shown.until);
    if (slot && end) return { kind: 'slot', displayId, slot, owners: shown.owners, start: slot.start, end };
  }
  return gap ? { kind: 'gap', displayId, start: gap.from, end: Math.min(gap.until, seam) } : null;
}
