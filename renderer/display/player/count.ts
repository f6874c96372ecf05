/** Plays: every entry passed makes exactly one, whatever the clock does. Pure. */
import { type Reason, reason } from '../../../electron/contract/scalars';
import { type Cover, longestSeen } from './cover';
import type { PlayerEffect, PlayMade } from './effects';
import { entryKey, entryOf, findEntry, type Material, type Slot } from './slot';

/** Entries that have their play, with their start. */
export type Counted = ReadonlyMap<string, number>;

/** Beginning or ending within this of the plan is on time. */
export const ON_TIME_MS = 500;
/** Longer ago, and no clock will come back to it. */
const REMEMBER_MS = 26 * 3_600_000;
const PRUNE_ABOVE = 20_000;

interface Counting {
  shownAt: ReadonlyMap<string, number>;
  counted: Counted;
  covers: readonly Cover[];
}
type Made = [Counted, PlayerEffect[]];

/** The play of a slot that is over at `end`. `cut`: why it ended early; null when it ran to its end. */
export function closeSlot({ shownAt, counted, covers }: Counting, slot: Slot, end: number, cut: Reason | null): Made {
  if (!slot.entry || counted.has(slot.entry.key)) return [counted, []];
  const after = new Map(counted).set(slot.entry.key, slot.entry.start);
  return [after, [{ type: 'play', play: playOf(slot, { from: shownAt.get(slot.id), until: end }, cut, covers) }]];
}

type Shown = { from: number | undefined; until: number };

function playOf(slot: Slot, { from, until }: Shown, cut: Reason | null, covers: readonly Cover[]): PlayMade {
  if (slot.instead) return skipped(slot, slot.instead);
  if (from === undefined || from > until) return skipped(slot, cut ?? reason('play.notSeen'));
  const seen = longestSeen(from, until, covers) ?? { from, until, because: null };
  if (seen.because && seen.from === seen.until) return skipped(slot, seen.because);
  const late = seen.from - Math.max(slot.start, slot.entry?.start ?? slot.start);
  const early = slot.end - seen.until;
  const whole = late <= ON_TIME_MS && early <= ON_TIME_MS;
  const because =
    seen.because ?? (early > ON_TIME_MS && cut ? cut : reason('play.beganLate', { ms: Math.round(late) }));
  const span = { startedAt: seen.from, endedAt: Math.max(seen.until, seen.from) };
  return { slot, ...span, outcome: whole ? 'shown' : 'partial', because: whole ? null : because };
}

function skipped(slot: Slot, because: Reason): PlayMade {
  const start = slot.entry?.start ?? slot.start;
  return { slot, startedAt: start, endedAt: start, outcome: 'skipped', because };
}

/** Entries wholly passed between `from` and `to` without ever being planned. */
export function skipBetween(state: Counting & Material, from: number, to: number, because: Reason): Made {
  const { timeline } = state;
  const after = new Map(state.counted);
  const effects: PlayerEffect[] = [];
  for (let i = timeline ? findEntry(timeline.entries, from) : 0; timeline && i < timeline.entries.length; i++) {
    const [clipIndex, start, ms] = timeline.entries[i] as [number, number, number];
    const clip = timeline.clips[clipIndex];
    if (start + ms > to) break;
    const key = clip && entryKey(clip, start);
    if (!clip || !key || after.has(key) || start < from) continue;
    after.set(key, start);
    const entry = entryOf(timeline, clip, start, ms);
    const slot: Slot = { id: key, entry, shows: clip, instead: null, start, end: start + ms };
    effects.push({ type: 'play', play: skipped(slot, because) });
  }
  return [after, effects];
}

/** Forgets entries so long past that they cannot come again. */
export function remember(counted: Counted, now: number): Counted {
  if (counted.size <= PRUNE_ABOVE) return counted;
  return new Map([...counted].filter(([, start]) => Math.abs(now - start) < REMEMBER_MS));
}
