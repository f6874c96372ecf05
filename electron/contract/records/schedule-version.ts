/** ScheduleVersion: all bookings as they stood at one moment, to be compared and restored. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, Name } from '../scalars';

/** `published`: what a draft was made into. `kept`: by hand. `before`: what a publishing or restoring put an end to. */
export const VersionReason = z.enum(['published', 'kept', 'before']);
export type VersionReason = z.infer<typeof VersionReason>;

export const ScheduleVersion = z.object({
  id: Id,
  rev: z.int().min(0),
  /** Of the draft, or given by hand; of `before` what came then: a draft's or a version's name. */
  name: Name,
  reason: VersionReason,
  createdAt: Instant,
  createdBy: z.string(),
  bookings: z.int().min(0),
  /** SHA-1 of the bookings without their revisions, hex: equal digests, equal schedules. */
  digest: z.string().regex(/^[0-9a-f]{40}$/),
});
export type ScheduleVersion = z.infer<typeof ScheduleVersion>;
export const scheduleVersionRecord = recordType('scheduleVersion', ScheduleVersion);

/** Which schedule: the one that airs, a draft, or a version. */
export const ScheduleSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('published') }),
  z.object({ kind: z.literal('draft'), id: Id }),
  z.object({ kind: z.literal('version'), id: Id }),
]);
export type ScheduleSource = z.infer<typeof ScheduleSource>;

/** The bookings of a version, under its id. A thousand of them take about 80 kB. */
export const VersionContent = z.object({
  id: Id,
  rev: z.int().min(0),
  /** Gzipped lines of JSON, one booking each. */
  packed: z.base64(),
});
export type VersionContent = z.infer<typeof VersionContent>;
export const versionContentRecord = recordType('versionContent', VersionContent);

/** Versions made by publishing and restoring are dropped beyond the newest so many; those kept by hand never are. */
export const MOST_VERSIONS = { automatic: 40, kept: 100 } as const;
