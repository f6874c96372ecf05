/** One look at one display: what it should show from now on, and whether it has to be told. */
import type { Display, Profile } from '../../contract/records/display';
import { PRINT_MS, type StoredTimeline } from '../../contract/records/timeline';
import type { Reason } from '../../contract/scalars';
import { HOUR_MS } from '../../domain/calendar';
import { type Compiled, compile, missingRenditions, nextEdge } from '../../domain/compile';
import type { Reader } from '../store';
import type { Network } from './network';
import { type Printed, printTimeline, samePrints } from './prints';
import { questionOf, settingsOf } from './questions';

/** A rendition to be made; `inMs` is the trim-in, 0 for the whole. */
export interface RenditionNeed {
  assetId: string;
  profile: Profile;
  inMs: number;
}

/** content: it should show something else; horizon: the same, told further ahead. */
export type WhyTold = 'content' | 'horizon';

export interface Look {
  display: Display;
  timeline: Compiled;
  printed: Printed;
  /** Null when the display knows already. */
  tell: WhyTold | null;
  /** The next start or end of a booking's window; null when there is none. */
  nextEdge: number | null;
  /** Booked or filler material that cannot be shown, and why. */
  notReady: Reason[];
  needs: RenditionNeed[];
}

/**
 * Compiled beyond the horizon by a day (25 h where clocks are set back), so that between two daily compiles a display
 * always holds the whole horizon and is not told anew at every edge.
 */
const BEYOND_MS = 25 * HOUR_MS;

/** The interval a display is told of at `now`: from the quarter of the hour it is in. */
export function intervalAt(reader: Reader, now: number): { from: number; until: number } {
  const until = now + settingsOf(reader).horizonHours * HOUR_MS + BEYOND_MS;
  return { from: Math.floor(now / PRINT_MS) * PRINT_MS, until };
}

export function lookAt(
  reader: Reader,
  network: Network,
  display: Display,
  known: StoredTimeline | undefined,
  now: number,
): Look {
  const input = { ...questionOf(reader, network, display), ...intervalAt(reader, now) };
  const timeline = compile(input);
  const printed = printTimeline(timeline);
  return {
    display,
    timeline,
    printed,
    tell: whyTell(known, printed, now + settingsOf(reader).horizonHours * HOUR_MS),
    nextEdge: nextEdge(input, now),
    notReady: timeline.skipped.filter(({ assetId }) => assetId !== null).map(({ because }) => because),
    needs: missingRenditions(input).map((need) => ({ ...need, profile: display.profile })),
  };
}

function whyTell(known: StoredTimeline | undefined, next: Printed, horizon: number): WhyTold | null {
  if (!known || !samePrints(known, next)) return 'content';
  const further = next.until - known.until >= HOUR_MS;
  return known.until < horizon && further ? 'horizon' : null;
}
