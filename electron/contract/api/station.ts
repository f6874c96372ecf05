import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Alert, LiveEvent } from '../live';
import { AuditEntry } from '../records/audit';
import { Settings, SettingsValues } from '../records/settings';
import { Instant } from '../scalars';
import { command, query } from './procedure';

/** ffmpeg and ffprobe as found, and which of the things Suar needs they lack. */
export const Toolchain = z.object({
  ffmpeg: z.object({ path: z.string(), version: z.string(), from: z.string() }).nullable(),
  ffprobe: z.object({ path: z.string(), version: z.string(), from: z.string() }).nullable(),
  /** Of libx264, aac, loudnorm, drawtext ... those missing. */
  missing: z.array(z.string()),
  /** Tried before what is in use, and not run; `from` as above. */
  rejected: z.array(
    z.object({ tool: z.enum(['ffmpeg', 'ffprobe']), path: z.string(), from: z.string(), why: z.string() }),
  ),
});
export type Toolchain = z.infer<typeof Toolchain>;

export const StationInfo = z.object({
  version: z.string(),
  startedAt: Instant,
  /** Station's clock as it answers. */
  now: Instant,
  dataDir: z.string(),
  diskFreeBytes: z.int().nullable(),
  mediaBytes: z.int(),
  /** Where it listens, `http://host:port`. */
  addresses: z.array(z.string()),
  toolchain: Toolchain,
  nodeVersion: z.string(),
});
export type StationInfo = z.infer<typeof StationInfo>;

export const stationApi = {
  info: query('read').route({ method: 'GET', path: '/station' }).output(StationInfo),
  settings: query('read').route({ method: 'GET', path: '/settings' }).output(Settings),
  updateSettings: command('administer')
    .route({ method: 'PATCH', path: '/settings' })
    .input(z.object({ rev: z.int(), values: SettingsValues.partial() }))
    .output(Settings),
  alerts: query('read').route({ method: 'GET', path: '/alerts' }).output(z.array(Alert)),
  dismissAlert: command('library')
    .route({ method: 'POST', path: '/alerts/dismiss' })
    .input(z.object({ id: z.string() }))
    .output(z.null()),
  audit: query('read')
    .route({ method: 'GET', path: '/audit' })
    .input(
      z.object({
        before: z.coerce.number().int().optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
        record: z.string().optional(),
        id: z.string().optional(),
      }),
    )
    .output(z.array(AuditEntry)),
  /** Takes back the caller's newest undoable command; answers which. */
  undo: command('read')
    .route({ method: 'POST', path: '/undo' })
    .output(z.object({ command: z.string(), seq: z.int() })),
  redo: command('read')
    .route({ method: 'POST', path: '/redo' })
    .output(z.object({ command: z.string(), seq: z.int() })),
  /** Starts with `hello`, then everything that moves. */
  live: query('read').route({ method: 'GET', path: '/live' }).output(eventIterator(LiveEvent)),
};
