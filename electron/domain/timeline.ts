/** Questions to a timeline that any side may ask: what is on at an instant, what is next, what files, is it sound. */
import type { Settings } from '../contract/records/settings';
import type { Clip, Timeline } from '../contract/records/timeline';
import { HOUR_MS } from './calendar';

/**
 * Compiled beyond the horizon by a day (25 h where clocks are set back), so that between two daily compiles a display
 * always holds the whole horizon and is not told anew at every edge.
 */
const BEYOND_MS = 25 * HOUR_MS;

/** How far ahead of now a display may have been told, ms. */
export const toldAhead = ({ horizonHours }: Pick<Settings, 'horizonHours'>): number =>
  horizonHours * HOUR_MS + BEYOND_MS;

type Laid = Pick<Timeline, 'from' | 'until' | 'clips' | 'entries'>;

/** One entry, spelled out. */
export interface Placed {
  /** Its place among the entries. */
  index: number;
  clip: Clip;
  start: number;
  end: number;
}

/** What is on at `instant`; null outside the timeline. O(log n). */
export function entryAt(timeline: Laid, instant: number): Placed | null {
  let low = 0;
  let high = timeline.entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeline.entries[middle]?.[1] ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  const found = placedAt(timeline, low - 1);
  return found && instant < found.end ? found : null;
}

/** The entry that begins next after the one on at `instant`; null when none is left. */
export function nextAfter(timeline: Laid, instant: number): Placed | null {
  const now = entryAt(timeline, instant);
  if (now) return placedAt(timeline, now.index + 1);
  return instant < timeline.from ? placedAt(timeline, 0) : null;
}

/** The entry with this number; null when there is none. */
export function placedAt(timeline: Laid, index: number): Placed | null {
  const entry = timeline.entries[index];
  const clip = entry && timeline.clips[entry[0]];
  return entry && clip ? { index, clip, start: entry[1], end: entry[1] + entry[2] } : null;
}

/** What is wrong with a timeline's build, in English for a log; null when it is whole and gap-free. */
export function checkTimeline({ from, until, clips, entries }: Laid): string | null {
  let at = from;
  for (const [index, [clip, start, ms]] of entries.entries()) {
    if (!clips[clip]) return `entry ${index} names clip ${clip} of ${clips.length}`;
    if (start !== at) return `entry ${index} starts at ${start}, the one before ends at ${at}`;
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(ms) || ms < 1) return `entry ${index} lasts ${ms} ms`;
    at = start + ms;
  }
  return at === until ? null : `entries end at ${at}, the timeline at ${until}`;
}

export interface NeededMedia {
  hash: string;
  bytes: number;
  mime: string;
  /** When it is first shown, epoch ms. */
  neededAt: number;
}

/** Every file of the timeline once, the first needed first; those whose last showing ended by `since` are left out. */
export function mediaOf(timeline: Laid, since = timeline.from): NeededMedia[] {
  const found = new Map<string, NeededMedia>();
  for (const [index, start, ms] of timeline.entries) {
    const clip = timeline.clips[index];
    if (!clip || clip.kind === 'slate' || start + ms <= since || found.has(clip.hash)) continue;
    found.set(clip.hash, { hash: clip.hash, bytes: clip.bytes, mime: clip.mime, neededAt: start });
  }
  return [...found.values()];
}

/**
 * Whether two timelines show the same, for the same reasons, from `from` to where the first of them ends. False when
 * either does not reach back to `from`, or they have no time in common.
 */
export function sameContent(a: Laid & Pick<Timeline, 'fit'>, b: Laid & Pick<Timeline, 'fit'>, from: number): boolean {
  const until = Math.min(a.until, b.until);
  if (a.fit !== b.fit || a.from > from || b.from > from || until <= from) return false;
  const same = clipMatcher(a.clips, b.clips);
  let left = entryAt(a, from);
  let right = entryAt(b, from);
  while (left && right && left.start < until) {
    if (!sameSpan(left, right, from, until) || !same(a.entries[left.index]?.[0], b.entries[right.index]?.[0]))
      return false;
    left = placedAt(a, left.index + 1);
    right = placedAt(b, right.index + 1);
  }
  return true;
}

/** A slate may begin and end anywhere outside the common time; anything else must begin and end alike. */
function sameSpan(left: Placed, right: Placed, from: number, until: number): boolean {
  if (left.start === right.start && left.end === right.end) return true;
  if (left.clip.kind !== 'slate') return false;
  const start = Math.max(left.start, from) === Math.max(right.start, from);
  return start && Math.min(left.end, until) === Math.min(right.end, until);
}

/** Compares clips of two tables by content, each pair once. */
function clipMatcher(left: readonly Clip[], right: readonly Clip[]) {
  const texts = (clips: readonly Clip[]) => clips.map((clip) => JSON.stringify(sorted(clip)));
  const [a, b] = [texts(left), texts(right)];
  return (i: number | undefined, j: number | undefined): boolean =>
    i !== undefined && j !== undefined && a[i] !== undefined && a[i] === b[j];
}

/** Key order differs between a clip just made and one read back from disk. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}
