/**
 * Submission: material that an agency hands in, with the letter it comes by and who answers for it. Every step is signed and bound
 * to the content of the version that was looked at; `domain/submission` says which step may follow which.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, LocalDate, Name, Sha256 } from '../scalars';
import { Channel } from './matter';
import { Signer } from './partner';

const Text = (most: number) => z.string().trim().max(most);

/** What whoever hands in says of it. */
export const SubmissionFields = z.object({
  title: Name,
  letterNumber: Text(200).default(''),
  letterDate: LocalDate.nullable().default(null),
  /** Penanggung jawab, and in what position. */
  responsible: Text(200).default(''),
  position: Text(200).default(''),
  purpose: Text(2000).default(''),
  category: Name.nullable().default(null),
  /** `CALENDAR/KEY` of the stage it belongs to. */
  stageRef: Name.nullable().default(null),
  /** Candidate pair or participant whose time is counted. */
  subject: Name.nullable().default(null),
  channels: z.array(Channel).max(10).default([]),
  displayIds: z.array(Id).max(1000).default([]),
  validFrom: LocalDate.nullable().default(null),
  validTo: LocalDate.nullable().default(null),
  /** What is said in it. */
  message: Text(10_000).default(''),
  rights: z.object({ text: Text(2000), confirmed: z.boolean() }).default({ text: '', confirmed: false }),
});
export type SubmissionFields = z.infer<typeof SubmissionFields>;

export const SubmissionState = z.enum(['draft', 'submitted', 'verified', 'approved', 'returned', 'withdrawn']);
export type SubmissionState = z.infer<typeof SubmissionState>;
/** As a person sees it: one that is approved is airing while it does, ended when its days are over, recalled while a recall holds it back. */
export const SubmissionStanding = z.enum([...SubmissionState.options, 'airing', 'ended', 'recalled']);
export type SubmissionStanding = z.infer<typeof SubmissionStanding>;

export const Via = z.enum(['operator', 'partner', 'link', 'folder']);
export type Via = z.infer<typeof Via>;

export const SubmissionVersion = z.object({
  n: z.int().min(1),
  assetId: Id,
  hash: Sha256,
  fileName: z.string().max(1024),
  bytes: z.int().min(1),
  at: Instant,
  by: Signer,
  note: Text(2000),
  /** What was said of it when this version came or was last handed in, for the difference to the next. */
  fields: SubmissionFields,
});
export type SubmissionVersion = z.infer<typeof SubmissionVersion>;

/** A remark at a moment of the material. */
export const Mark = z.object({ atMs: DurationMs, text: Text(500).min(1) });
export type Mark = z.infer<typeof Mark>;

export const StepKind = z.enum(['submit', 'verify', 'approve', 'return', 'withdraw']);
export type StepKind = z.infer<typeof StepKind>;

export const SubmissionStep = z.object({
  kind: StepKind,
  by: Signer,
  at: Instant,
  reason: Text(2000),
  marks: z.array(Mark).max(100).default([]),
  /** Of the version it is about; null where there was none yet. */
  hash: Sha256.nullable(),
  version: z.int().min(0),
});
export type SubmissionStep = z.infer<typeof SubmissionStep>;

export const Answer = z.object({ itemId: z.string().max(60), answer: z.enum(['yes', 'no', 'notNeeded']) });
export type Answer = z.infer<typeof Answer>;

/** Somebody asked for the approved version to take the place of those before it, as soon as it can be played wherever they are. */
export const Replacing = z.object({ assetId: Id, by: Signer, at: Instant });

export const Submission = z.object({
  id: Id,
  rev: z.int().min(0),
  /** What whoever handed it in is given to ask by, such as `ILM-2026-0012`. */
  receipt: z.string().max(40),
  agencyId: Id,
  ...SubmissionFields.shape,
  answers: z.array(Answer).max(200),
  versions: z.array(SubmissionVersion).max(100),
  state: SubmissionState,
  steps: z.array(SubmissionStep).max(500),
  via: Via,
  replacing: Replacing.nullable().default(null),
  createdAt: Instant,
  createdBy: z.string(),
});
export type Submission = z.infer<typeof Submission>;
export const submissionRecord = recordType('submission', Submission);

/** Files that one link takes: enough to send the right one after a few wrong ones, too few to fill a disk. */
export const MOST_LINK_FILES = 5;

/** A link by which somebody without an account hands in once. Its code is kept as a hash alone. */
export const UploadLink = z.object({
  id: Id,
  rev: z.int().min(0),
  agencyId: Id,
  title: Name,
  codeHash: Sha256,
  expiresAt: Instant,
  mostBytes: z.int().min(1),
  submissionId: Id.nullable(),
  usedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  createdAt: Instant,
  createdBy: z.string(),
});
export type UploadLink = z.infer<typeof UploadLink>;
export const uploadLinkRecord = recordType('uploadLink', UploadLink);
