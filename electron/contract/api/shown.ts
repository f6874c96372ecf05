/** What a display reported to have shown over some hours: every play while they are few, else sums, never more than a screen can draw. */
import { z } from 'zod';
import { PlayOutcome } from '../records/play';
import { DurationMs, Id, Instant, Reason } from '../scalars';

/** A day with more plays than this is answered in slots. */
export const MOST_PLAYS = 600;
/** Slots of one answer at most: 5 minutes each in a day. */
export const MOST_SLOTS = 300;
/** Owners told of one slot; others are summed up. */
export const MOST_SHARES = 6;

/** Whose plays they are: a booking by the name it had, filler, or the station's slate (both null). */
export const ShownOwner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('booking'), bookingId: Id, name: z.string().nullable() }),
  z.object({ kind: z.literal('filler') }),
  z.object({ kind: z.literal('slate') }),
]);
export type ShownOwner = z.infer<typeof ShownOwner>;

export const ShownPlay = z.object({
  /** Index into `owners`. */
  owner: z.int().min(0),
  assetId: Id.nullable(),
  assetName: z.string().nullable(),
  /** As shown; of a skipped one, as it was planned. */
  start: Instant,
  ms: DurationMs,
  outcome: PlayOutcome,
  because: Reason.nullable(),
});
export type ShownPlay = z.infer<typeof ShownPlay>;

/** [index into `owners`, ms on the panel]. */
export const ShownShare = z.tuple([z.int().min(0), DurationMs]);
export const ShownSlot = z.object({
  start: Instant,
  /** The greatest first, at most `MOST_SHARES`. */
  shares: z.array(ShownShare),
  /** Of all other owners together, ms. */
  othersMs: DurationMs,
  /** Of which nothing was reported, ms. */
  gapMs: DurationMs,
  /** Plays begun in it. */
  plays: z.int().min(0),
  /** Of them cut short, interrupted or skipped. */
  amiss: z.int().min(0),
});
export type ShownSlot = z.infer<typeof ShownSlot>;

const base = {
  displayId: Id,
  from: Instant,
  /** Where the answer ends: what was asked for, and no later than now. */
  until: Instant,
  /** End of the last reported play; null without any. */
  reportedUntil: Instant.nullable(),
  owners: z.array(ShownOwner),
};
export const Shown = z.discriminatedUnion('kind', [
  /** In the order of their starts. */
  z.object({ kind: z.literal('plays'), ...base, plays: z.array(ShownPlay) }),
  /** Slots of `slotMs`, counted from `from`; those without any play are left out. */
  z.object({ kind: z.literal('slots'), ...base, slotMs: z.int().min(1), slots: z.array(ShownSlot) }),
]);
export type Shown = z.infer<typeof Shown>;
