/**
 * What a new timeline does to the clip on the panel: it runs to its end while the timeline still has it, so that an edit cuts
 * nobody's clip. It gives way at once when it may no longer play (its booking deleted or paused, its asset gone: the
 * timeline has it no more), and filler gives way to whatever is booked, as it does at every edge. Pure.
 */
import type { Clip, Timeline } from '../../../electron/contract/records/timeline';
import { findEntry, identity, type Scene, type Slot, usable } from './slot';

/** `kept` with the mark that it runs on beside `fresh`, or null when it must give way. */
export function hold(scene: Scene, kept: Slot, fresh: Slot, now: number): Slot | null {
  const { timeline, shownAt } = scene;
  const { entry } = kept;
  if (!timeline || !entry || kept.instead || !shownAt.has(kept.id) || !usable(kept.shows, scene, now)) return null;
  if (entry.displayId !== timeline.displayId || kept.shows.kind === 'slate') return null;
  const givesWay = entry.clip.bookingId === null && fresh.entry !== null && fresh.entry.clip.bookingId !== null;
  if (givesWay || !comesAgain(timeline, entry.clip, now)) return null;
  return kept.heldSince === undefined ? { ...kept, heldSince: now } : kept;
}

function comesAgain({ clips, entries }: Timeline, clip: Clip, now: number): boolean {
  const wanted = identity(clip);
  const same = new Set(clips.flatMap((each, index) => (identity(each) === wanted ? [index] : [])));
  if (same.size === 0) return false;
  for (let i = findEntry(entries, now); i < entries.length; i++) if (same.has(entries[i]?.[0] ?? -1)) return true;
  return false;
}
