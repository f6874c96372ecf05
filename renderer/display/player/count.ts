/** Plays: every entry passed makes exactly one, whatever the clock does. Pure. */
import type { Reason } from '../../../electron/contract/scalars';
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
}
type Made = [Counted, PlayerEffect[]];

/** The play of a slot that is over at `end`. `cut`: why it ended early; null when it ran to its end. */
export function closeSlot({ shownAt, counted }: Counting, slot: Slot, end: number, cut: Reason | null): Made {
  if (!slot.entry || counted.has(slot.entry.key)) return [counted, []];
  const after = new Map(counted).set(slot.entry.key, slot.entry.start);
  return [after, [{ type: 'play', play: playOf(slot, shownAt.get(slot.id), end, cut) }]];
}

function playOf(slot: Slot, startedAt: number | undefined, end: number, cut: Reason | null): PlayMade {
  if (slot.instead) return skipped(slot, slot.instead);
  if (startedAt === undefined || startedAt > end) return skipped(slot, cut ?? { code: 'play.notSeen', params: {} });
  const lateMs = startedAt - Math.max(slot.start, slot.entry?.start ?? slot.start);
  const earlyMs = slot.end - end;
  const whole = lateMs <= ON_TIME_MS && earlyMs <= ON_TIME_MS;
  const late = { code: 'play.beganLate', params: { ms: Math.round(lateMs) } };
  const because = whole ? null : earlyMs > ON_TIME_MS && cut ? cut : late;
  return { slot, startedAt, endedAt: Math.max(end, startedAt), outcome: whole ? 'shown' : 'partial', because };
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
