/** Contest (sayembara konten): a call for content, what was sent in, and how a jury judged it. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, LocalDate, Name } from '../scalars';

export const Criterion = z.object({
  id: Id,
  name: Name,
  /** Against those of the others. */
  weight: z.int().min(1).max(100),
});
export type Criterion = z.infer<typeof Criterion>;

const fields = {
  title: Name,
  theme: z.string().trim().max(500),
  /** The call itself. */
  call: z.string().trim().max(10_000),
  rules: z.string().trim().max(20_000),
  /** What an entrant declares of rights and consent. */
  statement: z.string().trim().max(5000),
  /** First and last day on which entries are taken, both included. */
  opensOn: LocalDate,
  closesOn: LocalDate,
  /** Judged apart from one another; empty: all together. */
  categories: z.array(Name).max(20),
  criteria: z.array(Criterion).min(1).max(20),
  /** Users; nobody else scores. */
  jurorIds: z.array(Id).max(30),
};
export const ContestFields = z
  .object(fields)
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, { error: 'closes before it opens', path: ['closesOn'] });
export type ContestFields = z.infer<typeof ContestFields>;

export const ContestState = z.enum(['draft', 'open', 'judging', 'shortlisted', 'decided']);
export type ContestState = z.infer<typeof ContestState>;

/** Why something out of the ordinary is done to a contest; it stands in its minutes. */
export const ContestReason = z.string().trim().min(10).max(1000);

export const Contest = z.object({
  id: Id,
  rev: z.int().min(0),
  ...fields,
  state: ContestState,
  decided: z
    .object({
      by: z.string(),
      on: LocalDate,
      /** Why it was decided while jurors had not scored; none where all had. */
      incomplete: ContestReason.optional(),
    })
    .nullable(),
  /** Each time a step was taken back, and why. */
  reopened: z.array(z.object({ by: z.string(), on: LocalDate, from: ContestState, reason: ContestReason })).default([]),
  createdAt: Instant,
});
export type Contest = z.infer<typeof Contest>;
export const contestRecord = recordType('contest', Contest);

export const Entrant = z.object({
  name: Name,
  /** Village, school, community. */
  from: z.string().trim().max(200),
  phone: z.string().trim().max(100),
  email: z.string().trim().max(200),
});
export type Entrant = z.infer<typeof Entrant>;

export const ContestEntryFields = z.object({
  title: Name,
  category: Name.nullable(),
  entrant: Entrant,
  assetId: Id.nullable(),
  /** Whether the entrant has signed the statement of rights and consent. */
  confirmed: z.boolean(),
  /** Jurors whose own it is, or who stand near to it: they do not score it. */
  ownJurorIds: z.array(Id).max(30),
});
export type ContestEntryFields = z.infer<typeof ContestEntryFields>;

export const EntryState = z.enum(['received', 'valid', 'disqualified', 'shortlisted', 'winner']);
export type EntryState = z.infer<typeof EntryState>;

/** Of 0 to 100 for each criterion, by its id. */
export const Marks = z.record(Id, z.int().min(0).max(100));
export type Marks = z.infer<typeof Marks>;

export const Score = z.object({ jurorId: Id, marks: Marks, note: z.string().trim().max(2000), at: Instant });
export type Score = z.infer<typeof Score>;

export const ContestEntry = z.object({
  id: Id,
  rev: z.int().min(0),
  contestId: Id,
  ...ContestEntryFields.shape,
  state: EntryState,
  /** Why it was disqualified; empty of all others. */
  why: z.string().max(2000),
  /** Of a winner, from 1 within its category; those who share it have the same. */
  rank: z.int().min(1).nullable(),
  scores: z.array(Score).max(30),
  forgottenAt: Instant.nullable(),
  createdAt: Instant,
});
export type ContestEntry = z.infer<typeof ContestEntry>;
export const contestEntryRecord = recordType('contestEntry', ContestEntry);
