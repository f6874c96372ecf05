/**
 * Recall: material taken back from everywhere, and what each display said of it. It names contents, not names: another version of
 * the same message stays. A recall is never removed, only lifted, so that what happened stays to be read.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, LocalDate, Name, Sha256 } from '../scalars';

/** Files of one asset and of what was made from it, for every profile and trim: a logo of every card on every panel; 7 MB as it is told. */
const MOST_HASHES = 100_000;
const MOST_MADE = 20_000;
/** Recalls that stand at once, as displays are told them: beyond it the newest, since panels have dropped the files of old ones long ago. */
export const MOST_RECALLS = 50_000;

const Person = z.object({ id: z.string(), name: z.string() });

/** Why, for the letter and the record: never an empty word. */
const Why = z.string().trim().min(10).max(2000);

export const RecallFields = z.object({
  assetId: Id,
  /** The very file that is meant: one that has changed since is not recalled by mistake. */
  hash: Sha256,
  reason: Why,
  /** Null: the station counts its own. */
  letterNumber: z.string().trim().min(1).max(80).nullable(),
  /** Of what was made from it, what stays: a later version that is right, a card that is drawn anew without it. */
  keep: z.array(Id).max(MOST_MADE).default([]),
});
export type RecallFields = z.infer<typeof RecallFields>;

export const Lifted = z.object({ at: Instant, by: Person, reason: Why });

/**
 * What was made from recalled material: a copy that the quality check repaired, a later version of the same submission, a card that it is
 * drawn on; and the very same file under another name.
 */
export const MadeFrom = z.object({ assetId: Id, name: Name, kind: z.enum(['same', 'mended', 'version', 'card']) });
export type MadeFrom = z.infer<typeof MadeFrom>;
/** These may stay: they need not show what is wrong with it. A repaired copy is the same pictures. */
export const MAY_STAY: readonly MadeFrom['kind'][] = ['version', 'card'];

export const Recall = z.object({
  id: Id,
  rev: z.int().min(0),
  assetId: Id,
  /** As it was called then. */
  name: Name,
  /** Withdrawn with it, in the same act or when it was made later. */
  made: z.array(MadeFrom).max(MOST_MADE).default([]),
  /** Every file of all of them that is played: as it came in, and all that was made of it, also later. */
  hashes: z.array(Sha256).min(1).max(MOST_HASHES),
  /** Small pictures of it, which no display keeps. */
  pictures: z.array(Sha256).max(MOST_HASHES),
  reason: Why,
  letterNumber: z.string().max(80),
  letterDate: LocalDate,
  agencyId: Id.nullable(),
  by: Person,
  at: Instant,
  /** Null: it stands. */
  lifted: Lifted.nullable(),
});
export type Recall = z.infer<typeof Recall>;
export const recallRecord = recordType('recall', Recall);

/** What became of a recall at one display. */
export const RecallReceipt = z.object({
  /** `RECALL:DISPLAY`. */
  id: z.string().max(60),
  rev: z.int().min(0),
  recallId: Id,
  displayId: Id,
  /** When it first heard of it. From then on it shows no frame of it. */
  toldAt: Instant.nullable(),
  /** When the last byte of it was gone there, or it was found to have none. */
  removedAt: Instant.nullable(),
  /** When it was last on that panel; null: never, as far as the display remembers. */
  lastShownAt: Instant.nullable(),
  /** How much was deleted; 0 where it held nothing. */
  bytes: z.int().min(0),
});
export type RecallReceipt = z.infer<typeof RecallReceipt>;
export const recallReceiptRecord = recordType('recallReceipt', RecallReceipt);

/** As a display says it. */
export const ToldReceipt = RecallReceipt.omit({ id: true, rev: true, displayId: true });
export type ToldReceipt = z.infer<typeof ToldReceipt>;

/** As a display is told of it. */
export const RecallOrder = Recall.pick({ id: true, hashes: true });
export type RecallOrder = z.infer<typeof RecallOrder>;
