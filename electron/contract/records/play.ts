/** Play: one shown item on one display, the atom of proof. Made by the display, counted once by its id. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, Reason, Sha256 } from '../scalars';

/** shown: to its end; partial: began late or ended early; skipped: never seen; interrupted: the page died meanwhile. */
export const PlayOutcome = z.enum(['shown', 'partial', 'skipped', 'interrupted']);
export type PlayOutcome = z.infer<typeof PlayOutcome>;

/** Stands in the play log where a display's id does, for what the cart of the radio played. No display can have it: its instant is 1970. */
export const RADIO_CHANNEL_ID = '0000000000000000000RAD10CH';

/** The name that a page gives its slate, which each console says in its own words. */
export const SLATE_NAME = 'slate';

/** What a display reports, and the cart of the radio. Instants are the display's clock corrected to the station's. */
export const PlayReport = z.object({
  id: Id,
  bookingId: Id.nullable(),
  assetId: Id.nullable(),
  hash: Sha256.nullable(),
  revision: z.int().min(1),
  plannedStart: Instant,
  plannedMs: DurationMs,
  startedAt: Instant,
  endedAt: Instant,
  /** Frames presented, of the radio sample frames rendered; null for a still, or where the browser cannot tell. */
  frames: z.int().min(0).nullable(),
  outcome: PlayOutcome,
  /** Why it is not `shown`. */
  because: Reason.nullable(),
  /** Offset applied to the display's own clock, ms; null when it was never synchronised. */
  clockOffsetMs: z.number().nullable(),
});
export type PlayReport = z.infer<typeof PlayReport>;

export const Play = z.object({
  ...PlayReport.shape,
  displayId: Id,
  /** Names as they were, so that proof survives a deleted record. */
  displayName: z.string(),
  assetName: z.string().nullable(),
  bookingName: z.string().nullable(),
  receivedAt: Instant,
});
export type Play = z.infer<typeof Play>;
export const playRecord = recordType('play', Play);
