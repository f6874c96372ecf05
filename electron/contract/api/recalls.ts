/**
 * Taking material back from everywhere: what that would touch, doing it, what each display said, what had aired. The letter to the
 * agency is at `/api/recalls/ID/letter.pdf`, the plays as CSV at `/api/plays.csv?assetId=ID`.
 */
import { z } from 'zod';
import { Lifted, MadeFrom, Recall, RecallFields, RecallReceipt } from '../records/recall';
import { Id, Instant, Name, Reason, Sha256 } from '../scalars';
import { command, query } from './procedure';

/** A place that names the material. It stays and says why; nothing of it airs. */
export const RecallTouch = z.object({
  kind: z.enum(['booking', 'playlist', 'filler', 'rundown', 'programme', 'takeover', 'cue', 'episode']),
  id: z.string(),
  name: z.string(),
  /** It is on now: a takeover that holds, an episode in an open feed. */
  now: z.boolean(),
});
export type RecallTouch = z.infer<typeof RecallTouch>;

/** A display that has it in its timeline, or on its panel. */
export const RecallPanel = z.object({
  id: Id,
  name: Name,
  connected: z.boolean(),
  /** Whether a page of it was ever here: one that never was holds nothing, and has nothing to lose. */
  met: z.boolean(),
  onPanel: z.boolean(),
  inTimeline: z.boolean(),
});
export type RecallPanel = z.infer<typeof RecallPanel>;

/** What of it aired at one place. */
export const AiredAt = z.object({
  displayId: Id,
  displayName: z.string(),
  plays: z.int(),
  shownMs: z.int(),
  firstAt: Instant,
  lastAt: Instant,
});
export type AiredAt = z.infer<typeof AiredAt>;

/** What shows people which material is meant. */
const Shown = {
  /** A small picture, for those who answer for it; null where it has none. */
  thumbnail: Sha256.nullable(),
  /** Through which it came in. */
  submissionId: Id.nullable(),
};

/** In order of name. Counts what was seen or heard, whole or cut; nothing that was passed over. */
export const Aired = z.object({ total: z.int(), shownMs: z.int(), at: z.array(AiredAt) });
export type Aired = z.infer<typeof Aired>;

export const RecallPreview = z.object({
  assetId: Id,
  name: Name,
  hash: Sha256,
  agency: z.string().nullable(),
  ...Shown,
  /** Files of it at the station. */
  files: z.int(),
  /** What was made from it, and is withdrawn with it. */
  made: z.array(MadeFrom),
  /** Already recalled, and by which. */
  standing: Id.nullable(),
  touches: z.array(RecallTouch),
  panels: z.array(RecallPanel),
  /** Displays whose timelines there was no time to read; they are told like all others. */
  panelsUnread: z.int(),
  aired: z.object({ plays: z.int(), shownMs: z.int() }),
});
export type RecallPreview = z.infer<typeof RecallPreview>;

export const RecallAt = z.object({
  displayId: Id,
  displayName: z.string(),
  connected: z.boolean(),
  /** As of `RecallPanel`. */
  met: z.boolean(),
  state: z.enum(['notReached', 'told', 'removed']),
  receipt: RecallReceipt.nullable(),
  /** Of one that was not reached: until when its kept timeline could still show it; null where it holds none. */
  timelineUntil: Instant.nullable(),
});
export type RecallAt = z.infer<typeof RecallAt>;

export const RecallCounts = z.object({ displays: z.int(), told: z.int(), removed: z.int() });
export type RecallCounts = z.infer<typeof RecallCounts>;
export const RecallLine = z.object({ recall: Recall, agency: z.string().nullable(), counts: RecallCounts });
export type RecallLine = z.infer<typeof RecallLine>;

export const RecallView = z.object({
  recall: Recall,
  agency: z.string().nullable(),
  ...Shown,
  counts: RecallCounts,
  /** In order of name. */
  displays: z.array(RecallAt),
  /** Where it is named still, held back by the recall. */
  touches: z.array(RecallTouch),
  /** Why nothing of it can air, as it is said everywhere. */
  because: z.array(Reason),
});
export type RecallView = z.infer<typeof RecallView>;

const One = z.object({ id: Id });

export const recallsApi = {
  /** Newest first, lifted ones among them. */
  list: query('read').route({ method: 'GET', path: '/recalls' }).output(z.array(RecallLine)),
  /** What a recall would touch. */
  preview: query('desk')
    .route({ method: 'GET', path: '/recalls/preview' })
    .input(z.object({ assetId: Id }))
    .output(RecallPreview),
  get: query('read').route({ method: 'GET', path: '/recalls/{id}' }).input(One).output(RecallView),
  aired: query('read').route({ method: 'GET', path: '/recalls/{id}/aired' }).input(One).output(Aired),
  /** At once and everywhere; connected displays are told as soon as it is on disk. Cannot be undone, only lifted. */
  recall: command('desk').route({ method: 'POST', path: '/recalls' }).input(RecallFields).output(Recall),
  /** It may air again from now on, as far as its own papers and the rules let it. */
  lift: command('approve')
    .route({ method: 'POST', path: '/recalls/{id}/lift' })
    .input(z.object({ id: Id, rev: z.int(), reason: Lifted.shape.reason }))
    .output(Recall),
};
