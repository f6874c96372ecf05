/**
 * What a view of one rundown is told: everything once, then only what moved. Every view holds the same records and asks the
 * same pure functions (`domain/rundown`) for times, so that all show the same numbers without being told them.
 */
import { z } from 'zod';
import { Presenter } from './records/programme';
import { Call, Rundown, RundownComment } from './records/rundown';
import { PartId, RundownItem } from './records/rundown-item';
import { Show, Step } from './records/show';
import { Id, Instant } from './scalars';

/** Somebody who has the rundown open. Known while their page is there, never stored. */
export const Present = z.object({
  /** Of the page: one person may have two open. */
  key: Id,
  userId: z.string(),
  name: z.string(),
  /** The item their cursor is in. */
  itemId: PartId.nullable(),
  /** They are typing there: others may look and not write. */
  editing: z.boolean(),
});
export type Present = z.infer<typeof Present>;

const parts = {
  rundown: Rundown,
  presenters: z.array(Presenter),
  items: z.array(RundownItem),
  comments: z.array(RundownComment),
  calls: z.array(Call),
  /** The newest of this rundown; null where it never ran. */
  show: Show.nullable(),
  /** Of that show, in order. */
  steps: z.array(Step),
};

/** Words in the script of an item by speaker (empty: whoever presents), and its pauses. Null fields: there is no script. */
export const Spoken = z.object({
  itemId: PartId,
  rev: z.int(),
  words: z.record(z.string(), z.int().min(0)),
  pausesMs: z.int().min(0),
});
export type Spoken = z.infer<typeof Spoken>;

export const RundownEvent = z.discriminatedUnion('type', [
  /** First of every subscription, and again when this view fell behind: all there is. `at`: the station's clock. */
  z.object({ type: z.literal('whole'), at: Instant, ...parts, spoken: z.array(Spoken), present: z.array(Present) }),
  /** What one commit moved. Whatever is not named stays as it is. */
  z.object({
    type: z.literal('moved'),
    at: Instant,
    ...z.object(parts).partial().shape,
    spoken: z.array(Spoken).optional(),
    /** Ids of items, comments and calls that are gone. */
    removed: z.array(PartId).optional(),
  }),
  z.object({ type: z.literal('present'), present: z.array(Present) }),
  /** The station's clock was set: what it reads now. The show's instants come in a `moved` of their own before. */
  z.object({ type: z.literal('clock'), at: Instant }),
  /** The rundown was removed. */
  z.object({ type: z.literal('gone') }),
]);
export type RundownEvent = z.infer<typeof RundownEvent>;
