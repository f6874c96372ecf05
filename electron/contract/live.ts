/** What the station tells open consoles as it happens. A change says which records moved; screens ask again. */
import { z } from 'zod';
import { JobProgress, JobState } from './records/job';
import { Id, Instant, Reason } from './scalars';

/** What a display is doing now, as far as the station knows. */
export const DisplayStatus = z.object({
  displayId: Id,
  connected: z.boolean(),
  /** Since when it has been connected, or gone; null when never seen. */
  since: Instant.nullable(),
  /** Newest revision compiled for it; null before the first compile. */
  expectedRevision: z.int().nullable(),
  /** Revision it says it holds. */
  holdsRevision: z.int().nullable(),
  missing: z.object({ files: z.int().min(0), bytes: z.int().min(0) }),
  playing: z
    .object({ name: z.string(), assetId: Id.nullable(), startedAt: Instant, endsAt: Instant.nullable() })
    .nullable(),
  next: z.object({ name: z.string(), assetId: Id.nullable(), at: Instant }).nullable(),
  /** Station minus display, ms, and how sure: half of the best round trip. */
  clock: z.object({ offsetMs: z.number(), errorMs: z.number() }).nullable(),
  /** Plays the display still holds unacknowledged. */
  outbox: z.int().min(0),
  /** Newest picture of what it shows, at `/displays/ID/picture`. */
  pictureAt: Instant.nullable(),
  /** Newest first, at most 20. */
  faults: z.array(z.object({ at: Instant, reason: Reason })),
  /** Material it should show but for which no rendition is ready. */
  notReady: z.array(Reason),
});
export type DisplayStatus = z.infer<typeof DisplayStatus>;

/** Something that needs a person, shown in the top bar until it is settled. */
export const Alert = z.object({
  id: z.string(),
  severity: z.enum(['warning', 'error']),
  at: Instant,
  reason: Reason,
});
export type Alert = z.infer<typeof Alert>;

export const LiveEvent = z.discriminatedUnion('type', [
  /** First event of every subscription: re-query everything, then follow. */
  z.object({ type: z.literal('hello'), stationTime: Instant, version: z.string() }),
  z.object({ type: z.literal('changed'), records: z.array(z.object({ record: z.string(), id: z.string() })) }),
  z.object({ type: z.literal('job'), id: Id, state: JobState, progress: JobProgress }),
  z.object({ type: z.literal('display'), status: DisplayStatus }),
  z.object({ type: z.literal('pairings') }),
  z.object({ type: z.literal('plays') }),
  z.object({ type: z.literal('alerts') }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
