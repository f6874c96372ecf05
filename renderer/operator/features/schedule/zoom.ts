/** What part of time the timeline shows, as instants; and how it zooms, pans and is ruled. Pure. */
export interface View {
  readonly from: number;
  readonly until: number;
}

const MINUTE = 60_000;
/** Nothing closer than five seconds across: a second is then as wide as a hand. */
export const MIN_SPAN_MS = 5000;
/** Six weeks: a month with its first and last week. */
export const MAX_SPAN_MS = 42 * 24 * 60 * MINUTE;

export const spanOf = (view: View) => view.until - view.from;

/** Zooms so that the instant under the cursor stays there. `factor` < 1 comes closer. Stays inside `bounds`. */
export function zoomAround(view: View, at: number, factor: number, bounds: View): View {
  const span = Math.min(Math.max(spanOf(view) * factor, MIN_SPAN_MS), spanOf(bounds), MAX_SPAN_MS);
  const share = (at - view.from) / spanOf(view);
  return inside({ from: at - span * share, until: at + span * (1 - share) }, bounds);
}

/** Moves by `ms`, never past the ends of the day. */
export function pan(view: View, ms: number, day: View): View {
  return inside({ from: view.from + ms, until: view.until + ms }, day);
}

/** Keeps the span where it can and shifts the view into the day. */
export function inside(view: View, day: View): View {
  const span = Math.min(spanOf(view), spanOf(day));
  const from = Math.round(Math.min(Math.max(view.from, day.from), day.until - span));
  return { from, until: Math.round(from + span) };
}

/** A view of `span` with `at` in its middle. */
export function centred(at: number, span: number, day: View): View {
  return inside({ from: at - span / 2, until: at + span / 2 }, day);
}

export const xOf = (at: number, view: View, width: number) => ((at - view.from) / spanOf(view)) * width;
export const atOf = (x: number, view: View, width: number) => view.from + (x / width) * spanOf(view);

const SECOND = 1000;
const HOUR = 60 * MINUTE;
const STEPS = [
  SECOND,
  5 * SECOND,
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
];

/** Ruler marks at least `minPx` apart, counted from the start of the local day so that they fall on round times. */
export function ticks(view: View, width: number, dayStart: number, minPx = 72): { at: number; stepMs: number }[] {
  const msPerPx = spanOf(view) / Math.max(width, 1);
  const stepMs = STEPS.find((step) => step / msPerPx >= minPx) ?? 12 * HOUR;
  const first = dayStart + Math.ceil((view.from - dayStart) / stepMs) * stepMs;
  const count = Math.max(Math.floor((view.until - first) / stepMs) + 1, 0);
  return Array.from({ length: count }, (_, index) => ({ at: first + index * stepMs, stepMs }));
}

const TILES = [10 * MINUTE, HOUR, 6 * HOUR];

/**
 * The stretch of a day to ask for when this much of it is in view: half as long again as one of a few lengths and beginning on a
 * half of it, so that zooming and panning ask seldom; the whole day when most of it is in view.
 */
export function tileOf(view: View, day: View): View {
  const length = TILES.find((each) => each >= spanOf(view));
  if (length === undefined) return day;
  const half = length / 2;
  const from = day.from + Math.floor((view.from - day.from) / half) * half;
  return { from, until: Math.min(from + length + half, day.until) };
}
