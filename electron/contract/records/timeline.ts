/**
 * Timeline: what one display shows from-until, gap-free. Pushed ahead of time; the display plays it by the clock
 * and needs nothing else. Entries are tuples over a table of clips, since 48 h of 30 s clips are 5,760 entries.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, Reason, Sha256 } from '../scalars';
import { Fit } from './display';

const clipBase = {
  bookingId: Id.nullable(),
  /** Why this is here: which booking or filler put it. */
  because: Reason,
};
const mediaBase = { ...clipBase, assetId: Id, name: z.string(), hash: Sha256, bytes: z.int().min(1), mime: z.string() };

export const Clip = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('video'),
    ...mediaBase,
    /** Length of the file; an entry may play less, cut at its end. */
    durationMs: DurationMs,
    codecs: z.object({ video: z.string(), audio: z.string() }),
  }),
  z.object({ kind: z.literal('image'), ...mediaBase }),
  /** The station's slate: name and clock, drawn by the page. Needs no file. */
  z.object({ kind: z.literal('slate'), ...clipBase }),
]);
export type Clip = z.infer<typeof Clip>;

/** [index into `clips`, start as epoch ms, duration ms]. Each start is the end of the one before. */
export const Entry = z.tuple([z.int().min(0), Instant, DurationMs.min(1)]);
export type Entry = z.infer<typeof Entry>;

export const Timeline = z.object({
  displayId: Id,
  /** Grows by one whenever what the display should show changes. */
  revision: z.int().min(1),
  from: Instant,
  until: Instant,
  fit: Fit,
  clips: z.array(Clip),
  entries: z.array(Entry),
  /** What could not be placed, and why: material not ready, a display with nothing booked. */
  skipped: z.array(z.object({ bookingId: Id.nullable(), assetId: Id.nullable(), because: Reason })),
});
export type Timeline = z.infer<typeof Timeline>;

/** The newest pushed timeline per display, kept so that revisions go on after a restart. */
export const StoredTimeline = z.object({ id: Id, rev: z.int().min(0), timeline: Timeline });
export type StoredTimeline = z.infer<typeof StoredTimeline>;
export const storedTimelineRecord = recordType('storedTimeline', StoredTimeline);
