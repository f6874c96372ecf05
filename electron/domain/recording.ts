/** How long recordings are kept, and whether one holds what it should. Pure. */
import type { Recording } from '../contract/records/recording';
import { type Reason, reason } from '../contract/scalars';
import { DAY_MS } from './calendar';

/** A setting below this is warned of: broadcast material is archived for a year (PP 50/2005 art. 20; check). */
export const LEGAL_DAYS = 365;

/** A setting that was raised since holds for what there is; one that was lowered does not shorten what was promised. */
export function keptUntil({ startedAt, keepUntil }: Pick<Recording, 'startedAt' | 'keepUntil'>, days: number): number {
  return Math.max(keepUntil, startedAt + days * DAY_MS);
}

/** What decoding a recording from end to end told. */
export interface Heard {
  /** Sound that could be decoded, ms. */
  durationMs: number;
  /** Of it, silence. */
  silentMs: number;
  /** Complaints of the decoder: packets that are no sound. */
  faults: number;
}

/** By the clock against by the samples: rounding of chunks, and 0.02 % of drift between a sound card and a clock. */
const TOLERANCE_MS = 1000;
const DRIFT = 0.0002;
/** Of one that its page did not end, the last chunk's time is known to a chunk's grain. */
const UNENDED_MS = 2000;

/** What is wrong with a recording; null where it is whole. */
export function faultOf(
  recording: Pick<Recording, 'startedAt' | 'endedAt' | 'closedBy' | 'lost'>,
  heard: Heard,
): Reason | null {
  const seconds = (ms: number) => Math.round(ms / 100) / 10;
  const { startedAt, endedAt, closedBy, lost } = recording;
  const wantedMs = (endedAt ?? startedAt) - startedAt;
  const tolerance = (closedBy === 'page' ? TOLERANCE_MS : UNENDED_MS) + wantedMs * DRIFT;
  if (heard.durationMs === 0) return reason('recording.empty');
  if (lost > 0) return reason('recording.lostChunks', { lost });
  if (heard.faults > 0) return reason('recording.undecodable', { faults: heard.faults });
  if (Math.abs(heard.durationMs - wantedMs) <= tolerance) return null;
  const params = { seconds: seconds(heard.durationMs), wanted: seconds(wantedMs) };
  return heard.durationMs < wantedMs ? reason('recording.tooShort', params) : reason('recording.tooLong', params);
}
