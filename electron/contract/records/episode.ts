/**
 * Episode: what was said on air, cut out of the recordings of the broadcast to be published. The record holds all that making it asks
 * for, so that it can be made anew while the recordings are kept, whatever became of its rundown. The id carries when it was published.
 */
import { z } from 'zod';
import { recordType, type Upgrade } from '../record-type';
import { DurationMs, Id, Instant, Name, Reason, Sha256 } from '../scalars';
import { PartId } from './part-id';

/** More items than any show has; each may be an input of its own to ffmpeg. */
export const MOST_PIECES = 200;

/** One item of the log, as it was on air. */
export const EpisodePiece = z.object({
  stepId: PartId,
  title: z.string().max(300),
  from: Instant,
  until: Instant,
  /** Material of the library that stood in the item or was played during it: without leave, the episode is held back. */
  assetIds: z.array(Id).max(1000),
  /** Who spoke in it: until each is noted as having agreed, the episode is held back. */
  guestIds: z.array(Id).max(1000),
});
export type EpisodePiece = z.infer<typeof EpisodePiece>;

export const Chapter = z.object({ title: z.string(), startMs: DurationMs });
export type Chapter = z.infer<typeof Chapter>;

/** What a person writes. */
export const EpisodeWords = z.object({ title: Name, description: z.string().trim().max(10_000) });
export type EpisodeWords = z.infer<typeof EpisodeWords>;

const base = {
  id: Id,
  rev: z.int().min(0),
  showId: Id,
  rundownId: Id,
  /** Whose podcast it is in; null: it is only a file. */
  programmeId: Id.nullable(),
  /** As the programme, or else the rundown, was called. */
  album: Name,
  ...EpisodeWords.shape,
  /** When its first piece went on air. */
  airedAt: Instant,
  /** In the order of the broadcast. */
  pieces: z.array(EpisodePiece).min(1).max(MOST_PIECES),
  /** Of its material and guests those that had no leave when they were last there: what counts once they are deleted. */
  lacking: z.array(Id),
  createdAt: Instant,
  createdBy: z.string(),
};

export const Episode = z.discriminatedUnion('state', [
  z.object({ state: z.literal('making'), ...base }),
  z.object({
    state: z.literal('ready'),
    ...base,
    hash: Sha256,
    bytes: z.int().min(1),
    /** As measured on the file. */
    durationMs: DurationMs,
    chapters: z.array(Chapter),
    /** As measured on the file; null where nothing in it is loud enough to count. */
    loudnessLufs: z.number().nullable(),
    /** The title that stands in the file. */
    taggedTitle: z.string(),
    madeAt: Instant,
  }),
  z.object({ state: z.literal('failed'), ...base, failure: Reason }),
]);
export type Episode = z.infer<typeof Episode>;
export type ReadyEpisode = Extract<Episode, { state: 'ready' }>;

const Unguested = z.looseObject({ pieces: z.array(z.looseObject({})) });
/** Who spoke in those made until then is not known. */
const withGuests: Upgrade = (old) => {
  const { pieces, ...rest } = Unguested.parse(old);
  return { ...rest, pieces: pieces.map((piece) => ({ ...piece, guestIds: [] })), lacking: [] };
};
export const episodeRecord = recordType('episode', Episode, [withGuests]);
