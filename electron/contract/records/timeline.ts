/**
 * Timeline: what one display shows from-until, gap-free. Pushed ahead of time; the display plays it by the clock
 * and needs nothing else. Entries are tuples over a table of clips, since 48 h of 30 s clips are 5,760 entries.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, Reason, Sha256 } from '../scalars';
import { Fit } from './display';
import { Matter } from './matter';

const clipBase = {
  bookingId: Id.nullable(),
  /** Why this is here: which booking or filler put it. */
  because: Reason,
};
const mediaBase = {
  ...clipBase,
  ...{ assetId: Id, name: z.string(), hash: Sha256, bytes: z.int().min(1), mime: z.string() },
  /** What the display judges it by when it comes; absent where a plan was made without rules. */
  matter: Matter.optional(),
};

export const Clip = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('video'),
    ...mediaBase,
    /** Length of the file; an entry may play less, cut at its end. */
    durationMs: DurationMs,
    codecs: z.object({ video: z.string(), audio: z.string() }),
    /** Where in the file it begins, for what joins in progress; 0 where absent. */
    fromMs: DurationMs.optional(),
  }),
  z.object({ kind: z.literal('image'), ...mediaBase }),
  /** The station's slate: name and clock, drawn by the page. Needs no file. `dark`: nothing but black, as the panel is closed. */
  z.object({ kind: z.literal('slate'), ...clipBase, dark: z.boolean().optional() }),
]);
export type Clip = z.infer<typeof Clip>;

/** [index into `clips`, start as epoch ms, duration ms]. Each start is the end of the one before. */
export const Entry = z.tuple([z.int().min(0), Instant, DurationMs.min(1)]);
export type Entry = z.infer<typeof Entry>;

export const Timeline = z.object({
  displayId: Id,
  /** Grows by one whenever what the display should show changes. */
  revision: z.int().min(1),
  /** When it was counted. Tells a number that is counted again, after a restored backup, from its first time. */
  countedAt: Instant,
  from: Instant,
  until: Instant,
  fit: Fit,
  /** Made under rules: not to be shown by a display that does not hold them. */
  lawful: z.literal(true).optional(),
  clips: z.array(Clip),
  entries: z.array(Entry),
  /** What could not be placed, and why: material not ready, a display with nothing booked. */
  skipped: z.array(z.object({ bookingId: Id.nullable(), assetId: Id.nullable(), because: Reason })),
});
export type Timeline = z.infer<typeof Timeline>;

/** What displays of one look share, to the byte: told apart from what is each display's own. */
const SHARED = { clips: true, entries: true, skipped: true } as const;
export const TimelineHead = Timeline.omit(SHARED);
export const TimelineBody = Timeline.pick(SHARED);
export type TimelineHead = z.infer<typeof TimelineHead>;
export type TimelineBody = z.infer<typeof TimelineBody>;

/** As compiled, before it is counted: told to no display. */
export const Plan = Timeline.omit({ revision: true, countedAt: true });
export type Plan = z.infer<typeof Plan>;

/** Length of the stretches that `prints` stands for. Starts are multiples of it, epoch ms. */
export const PRINT_MS = 15 * 60_000;
/** Characters of one print: 48 bits in base64. */
export const PRINT_CHARS = 8;

/**
 * What is kept of a display's newest timeline so that revisions go on after a restart: its number and a fingerprint of
 * every quarter of an hour. The timeline itself is compiled anew whenever it is wanted; keeping 72 h of entries as a
 * row cost 28 ms of a blocked loop for each display and commit.
 */
export const StoredTimeline = z.object({
  /** The display's. */
  id: Id,
  rev: z.int().min(0),
  revision: z.int().min(1),
  countedAt: Instant,
  /** Start of the first print. */
  from: Instant.multipleOf(PRINT_MS),
  /** Up to where the display has been told. */
  until: Instant,
  prints: z.string().regex(/^(?:[A-Za-z0-9+/]{8})*$/),
});
export type StoredTimeline = z.infer<typeof StoredTimeline>;
/** What tells one timeline of a display from another. */
export type Newest = Pick<StoredTimeline, 'revision' | 'countedAt'>;
export const storedTimelineRecord = recordType('storedTimeline', StoredTimeline, [(old) => ({ ...old, countedAt: 0 })]);
