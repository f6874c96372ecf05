/** The plan: slots without a gap from now to some way ahead. What was decided stays unless there is cause. Pure. */
import { hold } from './hold';
import { dueAt, findEntry, identity, type Material, type Scene, type Slot, slotAt, usable } from './slot';

/** How far ahead slots are decided, so that they can be prepared. */
export const AHEAD_MS = 40_000;
const MAX_SLOTS = 200;
/** Closer than this to its start, a slot is not changed for the better: what is prepared comes. */
const DECIDED_MS = 3_000;
/** Own media that arrives during its entry is still shown when this much is left of it. */
const WORTH_INSTEAD_OF_SLATE_MS = 2_000;
const WORTH_INSTEAD_OF_FILLER_MS = 30_000;

export type Replan = 'time' | 'timeline' | 'media' | 'clock' | 'law';

export function makePlan(material: Scene, now: number, old: readonly Slot[], because: Replan): readonly Slot[] {
  const plan: Slot[] = [];
  let at = now;
  while (plan.length < MAX_SLOTS && (plan.length < 2 || at < now + AHEAD_MS)) {
    const slot = nextSlot(material, now, at, old, because);
    plan.push(slot);
    at = slot.end;
  }
  return plan;
}

function nextSlot(material: Scene, now: number, at: number, old: readonly Slot[], because: Replan): Slot {
  const kept = old.find((slot) => slot.start <= at && at < slot.end);
  if (kept && because === 'time') return kept;
  const fresh = slotAt(material, at);
  if (kept && stays(material, kept, fresh, now))
    return joined(goOn(kept, fresh, endOf(material, kept, fresh, at)), at, now);
  return (kept && at === now && hold(material, kept, fresh, now)) || joined(fresh, at, now);
}

/** The slot as it comes at `at`: behind a clip that runs on, the entry due then is joined midway. Another picture, another id. */
function joined(slot: Slot, at: number, now: number): Slot {
  const { joinAt, ...whole } = slot;
  if (!slot.entry || slot.instead || (joinAt !== undefined && joinAt <= now)) return slot;
  const { start, key } = slot.entry;
  // An entry that the timeline itself has join in progress begins in the midst of its film, at its own start.
  const own = slot.start < start ? { joinAt: start } : {};
  if (at === now || start >= at) return joinAt === own.joinAt ? slot : { ...whole, ...own, id: key };
  return joinAt === at ? slot : { ...whole, id: `${key}@${at}`, joinAt: at };
}

/** Whether `kept` may go on although `fresh` is what would be chosen today. */
function stays(material: Material, kept: Slot, fresh: Slot, now: number): boolean {
  if (!usable(kept.shows, material, now) || !sameEntry(kept, fresh)) return false;
  const slate = kept.shows.kind === 'slate';
  const better = (kept.instead && !fresh.instead) || (slate && fresh.shows.kind !== 'slate');
  if (!better) return true;
  if (dueAt(kept) > now) return !slate && dueAt(kept) - now < DECIDED_MS;
  return kept.end - now < (slate ? WORTH_INSTEAD_OF_SLATE_MS : WORTH_INSTEAD_OF_FILLER_MS);
}

/** The same item, for a viewer: a new timeline may cut its start or move its end. */
function sameEntry(kept: Slot, fresh: Slot): boolean {
  if (!kept.entry || !fresh.entry) return kept.entry === fresh.entry;
  if (identity(kept.entry.clip) !== identity(fresh.entry.clip)) return false;
  const sameEnd = kept.entry.start + kept.entry.ms === fresh.entry.start + fresh.entry.ms;
  return kept.entry.start === fresh.entry.start || sameEnd;
}

/** A showing between entries ends where a new timeline begins one. */
function endOf({ timeline }: Material, kept: Slot, fresh: Slot, at: number): number {
  if (kept.entry || !timeline) return fresh.entry ? fresh.end : kept.end;
  const next = timeline.entries[findEntry(timeline.entries, at)];
  return Math.min(kept.end, next?.[1] ?? kept.end);
}

/** The same showing with what is now known of it: its end, and why it is not the entry's own clip. */
function goOn(kept: Slot, fresh: Slot, end: number): Slot {
  const instead = kept.instead && fresh.instead ? fresh.instead : kept.instead;
  return kept.end === end && kept.instead?.code === instead?.code ? kept : { ...kept, end, instead };
}
