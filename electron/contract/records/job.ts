/** Job: work that outlives the request which asked for it. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, Reason, Sha256 } from '../scalars';
import { Profile } from './display';
import { Repair } from './quality';

/** Job names map to their inputs; a new kind of work is a new line here. */
export const jobInputs = {
  /** Probe, loudness, and decide which renditions are needed. */
  probe: z.object({ assetId: Id }),
  /** Thumbnail, filmstrip, waveform. */
  pictures: z.object({ assetId: Id }),
  /** One rendition; `profile` null means sound alone. */
  rendition: z.object({ assetId: Id, profile: Profile.nullable(), inMs: z.int().min(0) }),
  /** Hash and adopt a file that a watched folder or the desktop handed over by path. */
  adopt: z.object({
    path: z.string(),
    originalName: z.string(),
    createdBy: z.string(),
    createdById: z.string().optional(),
  }),
  /** Removes media that nothing refers to, and assets whose 30 days in the bin are over. */
  sweep: z.object({}),
  /** Makes a recording of the broadcast seekable, and decodes it whole. */
  recording: z.object({ recordingId: Id }),
  /** Cuts an episode out of recordings, or gives its file another title. */
  episode: z.object({ episodeId: Id }),
  /** Looks for faults in an asset's file. */
  quality: z.object({ assetId: Id, hash: Sha256 }),
  /** Makes a mended copy, which becomes the asset `newId`. */
  mend: z.object({
    assetId: Id,
    hash: Sha256,
    newId: Id,
    repairs: z.array(Repair),
    createdBy: z.string(),
    createdById: z.string().optional(),
  }),
} as const;
export type JobName = keyof typeof jobInputs;
export type JobInput<N extends JobName> = z.infer<(typeof jobInputs)[N]>;
export const JobName = z.enum(Object.keys(jobInputs) as [JobName, ...JobName[]]);

export const JobState = z.enum(['queued', 'running', 'waiting', 'paused', 'done', 'failed', 'cancelled']);
export type JobState = z.infer<typeof JobState>;

export const JobProgress = z.object({
  /** 0..1; null while unknown. */
  ratio: z.number().min(0).max(1).nullable(),
  /** Media seconds per wall second; null where it has no meaning. */
  speed: z.number().min(0).nullable(),
  remainingMs: z.number().min(0).nullable(),
});
export type JobProgress = z.infer<typeof JobProgress>;

export const Job = z.object({
  id: Id,
  rev: z.int().min(0),
  name: JobName,
  input: z.record(z.string(), z.unknown()),
  /** The asset it works for, when there is one. */
  assetId: Id.nullable(),
  /** What a person sees: the asset's or file's name. */
  title: z.string(),
  state: JobState,
  /** Higher runs first; 0 is ordinary. */
  priority: z.int().min(-100).max(100),
  attempts: z.int().min(0),
  /** `waiting`: not before this instant. */
  notBefore: Instant.nullable(),
  failure: Reason.nullable(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
});
export type Job = z.infer<typeof Job>;
export const jobRecord = recordType('job', Job);
