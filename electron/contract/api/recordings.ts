/**
 * Recordings of the broadcast, and what the watch hears. Sound comes in chunks at `POST /api/recordings/ID/chunks` and is played
 * back at `GET /api/recordings/ID/audio`. Every command may be given again: a page that heard no answer repeats it.
 */
import { z } from 'zod';
import { Recording, WatchAlarm } from '../records/recording';
import { Id, Instant, LocalDate } from '../scalars';
import { command, query } from './procedure';

const day = z.object({ day: LocalDate });

/**
 * A chunk's number in its recording and until when it holds sound. `lost`: so many chunks before it are gone for good, so that the
 * station does not wait for them.
 */
export const ChunkQuery = z.object({
  n: z.coerce.number().int().min(0),
  until: z.coerce.number().pipe(Instant),
  lost: z.coerce.number().int().min(0).default(0),
});
export type ChunkQuery = z.infer<typeof ChunkQuery>;

/** The number that the station waits for: everything before it is on its disk. */
export const ChunkAnswer = z.object({ next: z.int().min(0) });
export type ChunkAnswer = z.infer<typeof ChunkAnswer>;

export const recordingsApi = {
  /** Those that began on this day of the station, oldest first. */
  list: query('read').route({ method: 'GET', path: '/recordings' }).input(day).output(z.array(Recording)),
  /** Begins one under an id that the page made when sound began. */
  begin: command('rundown')
    .route({ method: 'POST', path: '/recordings' })
    .input(z.object({ id: Id, showId: Id.nullable(), input: Recording.shape.input }))
    .output(Recording),
  /** Nothing more comes. It is then made seekable and checked. */
  close: command('rundown')
    .route({ method: 'POST', path: '/recordings/{id}/close' })
    .input(z.object({ id: Id, endedAt: Instant }))
    .output(Recording),
  /** Decodes it whole once more. */
  check: command('rundown')
    .route({ method: 'POST', path: '/recordings/{id}/check' })
    .input(z.object({ id: Id }))
    .output(Recording),
  /** Only once the time that it must be kept is over. */
  remove: command('rundown')
    .route({ method: 'DELETE', path: '/recordings/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};

export const watchApi = {
  /** Something is wrong with the sound (`until` null), still is (repeat it at least every minute), or is over. */
  alarm: command('rundown')
    .route({ method: 'POST', path: '/watch/alarms' })
    .input(WatchAlarm.omit({ rev: true, lostSight: true }))
    .output(WatchAlarm),
  /** What was told on this day of the station, oldest first. */
  alarms: query('read').route({ method: 'GET', path: '/watch/alarms' }).input(day).output(z.array(WatchAlarm)),
};
