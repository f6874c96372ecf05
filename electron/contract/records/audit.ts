/** AuditEntry: who did what, with each record before and after. Also what undo reads. */
import { z } from 'zod';
import { Instant } from '../scalars';

export const Actor = z.object({
  kind: z.enum(['user', 'token', 'display', 'station']),
  id: z.string(),
  name: z.string(),
});
export type Actor = z.infer<typeof Actor>;

/** Who acts when nobody asked: timers, jobs, recovery. */
export const STATION_ACTOR: Actor = { kind: 'station', id: 'station', name: 'Suar' };

/** One record before and after; null is "was not there" or "is gone". */
export const Change = z.object({
  record: z.string(),
  id: z.string(),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
});
export type Change = z.infer<typeof Change>;

export const AuditEntry = z.object({
  seq: z.int().min(1),
  at: Instant,
  actor: Actor,
  /** Procedure name such as `playlists.update`. */
  command: z.string(),
  changes: z.array(Change),
  /** Whether an undo may take it back, and whether one has. */
  undoable: z.boolean(),
  undoneBy: z.int().nullable(),
  /** The entry this one undoes or redoes. */
  undoes: z.int().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
