/** A day of a timeline as a strip of few segments: neighbouring parts with the same bookings become one. Pure. */
import type { Plan } from '../../../electron/contract/records/timeline';

export interface StripSegment {
  from: number;
  until: number;
  /** booked: something was booked; filler: only filler; slate: only the station's slate. */
  kind: 'booked' | 'filler' | 'slate';
  /** Names of what is shown in it, most shown first. */
  names: string[];
  /** Bookings shown in it, sorted; none for filler and slate. */
  bookingIds: string[];
}

type Laid = Pick<Plan, 'from' | 'until' | 'clips' | 'entries'>;

/** Cuts `timeline` into `parts` equal parts and joins equal neighbours. O(entries). */
export function stripOf(timeline: Laid, parts = 96): StripSegment[] {
  const partMs = (timeline.until - timeline.from) / parts;
  if (!(partMs > 0)) return [];
  const shown = Array.from({ length: parts }, () => new Map<number, number>());
  for (const [clip, start, ms] of timeline.entries) spread(shown, timeline.from, partMs, clip, start, ms);
  const segments = shown.map((clips, index) =>
    segmentOf(timeline, clips, timeline.from + index * partMs, timeline.from + (index + 1) * partMs),
  );
  return segments.reduce<StripSegment[]>(join, []);
}

/** Adds an entry's time to each part it touches. */
function spread(shown: Map<number, number>[], from: number, partMs: number, clip: number, start: number, ms: number) {
  const first = Math.max(0, Math.floor((start - from) / partMs));
  const last = Math.min(shown.length - 1, Math.floor((start + ms - 1 - from) / partMs));
  for (let part = first; part <= last; part += 1) {
    const begins = Math.max(start, from + part * partMs);
    const ends = Math.min(start + ms, from + (part + 1) * partMs);
    const clips = shown[part];
    clips?.set(clip, (clips.get(clip) ?? 0) + ends - begins);
  }
}

function segmentOf(timeline: Laid, shown: Map<number, number>, from: number, until: number): StripSegment {
  const clips = [...shown].sort((a, b) => b[1] - a[1]).flatMap(([index]) => timeline.clips[index] ?? []);
  const booked = clips.filter((clip) => clip.bookingId !== null);
  const kept = booked.length > 0 ? booked : clips.filter((clip) => clip.kind !== 'slate');
  const kind = booked.length > 0 ? 'booked' : kept.length > 0 ? 'filler' : 'slate';
  const names = [...new Set(kept.flatMap((clip) => (clip.kind === 'slate' ? [] : clip.name)))];
  const bookingIds = [...new Set(booked.flatMap((clip) => clip.bookingId ?? []))].sort();
  return { from, until, kind, names, bookingIds };
}

function join(segments: StripSegment[], next: StripSegment): StripSegment[] {
  const last = segments.at(-1);
  if (!last || !showTheSame(last, next)) return [...segments, next];
  last.until = next.until;
  last.names = [...new Set([...last.names, ...next.names])];
  return segments;
}

function showTheSame(a: StripSegment, b: StripSegment): boolean {
  return a.kind === b.kind && a.bookingIds.join() === b.bookingIds.join();
}
