/** What of a day's timeline is on at a moment, and what lies before and after it. Pure. */
import type { Clip, Plan } from '../../../../../electron/contract/records/timeline';
import { entryAt } from '../blocks';

export interface Item {
  index: number;
  clip: Clip;
  start: number;
  end: number;
}

export function itemIn({ clips, entries }: Plan, index: number): Item | null {
  const entry = entries[index];
  const clip = entry && clips[entry[0]];
  return entry && clip ? { index, clip, start: entry[1], end: entry[1] + entry[2] } : null;
}

export const itemAt = (plan: Plan, at: number): Item | null => itemIn(plan, entryAt(plan.entries, at));

/** Later than this into an item, a step back goes to its own start, as players do. ms. */
const OWN_START_FROM_MS = 1500;

/** Where a step leads: the start of the next item, or of this one, or of the one before; null at the ends. */
export function stepFrom(plan: Plan, at: number, by: 1 | -1): number | null {
  const now = itemAt(plan, at);
  if (!now) return null;
  if (by < 0 && at - now.start > OWN_START_FROM_MS) return now.start;
  return itemIn(plan, now.index + by)?.start ?? null;
}

/** How far a video is into its file, ms: what joins in progress does not begin at its start. */
export function fileMs({ clip, start }: Item, at: number): number {
  const from = clip.kind === 'video' ? (clip.fromMs ?? 0) : 0;
  return from + Math.max(at - start, 0);
}
