/**
 * Recording: what went out over the radio, one file to an hour. Broadcast material is kept a year (PP 50/2005 art. 20); how long
 * is a setting. The id carries when it began.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, Reason, Sha256 } from '../scalars';

/**
 * `recording`: chunks still come. `closing`: it is made seekable and checked. `kept`: it was decoded whole and is as long as it
 * should be. `damaged`: it was kept all the same, and `check` says what is wrong.
 */
export const RecordingState = z.enum(['recording', 'closing', 'kept', 'damaged']);
export type RecordingState = z.infer<typeof RecordingState>;

export const Recording = z.object({
  id: Id,
  rev: z.int().min(0),
  /** The show it is of; null when a person began it. */
  showId: Id.nullable(),
  /** The rundown's name as it was; empty without a show. */
  name: z.string().max(200),
  /** The sound input, as its computer calls it. */
  input: z.string().max(300),
  startedAt: Instant,
  /** Null while chunks come. */
  endedAt: Instant.nullable(),
  /** Until when the last chunk that came holds sound. */
  heardUntil: Instant,
  /** Under `DIR/recordings`, with slashes. */
  file: z.string().max(300),
  /** Chunks that came: the number of the next one. */
  chunks: z.int().min(0),
  /** Chunks that the page lost and the file therefore lacks. */
  lost: z.int().min(0),
  bytes: z.int().min(0),
  hash: Sha256.nullable(),
  /** As decoded. */
  durationMs: DurationMs.nullable(),
  /** Share of the sound that is silence, 0..1. */
  silence: z.number().min(0).max(1).nullable(),
  state: RecordingState,
  /** By whom it was ended: of one that only went quiet, more may come yet. */
  closedBy: z.enum(['page', 'station']).nullable(),
  checkedAt: Instant.nullable(),
  check: Reason.nullable(),
  keepUntil: Instant,
});
export type Recording = z.infer<typeof Recording>;
export const recordingRecord = recordType('recording', Recording);

/** `silence`: dead air. `over`: above full level. `input`: the device is gone. */
export const WatchKind = z.enum(['silence', 'over', 'input']);
export type WatchKind = z.infer<typeof WatchKind>;

/** What the watch heard go wrong. The id carries when it was told. */
export const WatchAlarm = z.object({
  id: Id,
  rev: z.int().min(0),
  kind: WatchKind,
  input: z.string().max(300),
  showId: Id.nullable(),
  from: Instant,
  /** Null while it lasts. */
  until: Instant.nullable(),
  /** The page that watched fell silent before it was over: `until` is when it was last heard of. */
  lostSight: z.boolean(),
});
export type WatchAlarm = z.infer<typeof WatchAlarm>;
export const watchAlarmRecord = recordType('watchAlarm', WatchAlarm);
