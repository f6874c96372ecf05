/** One rumour that was reported, checked and answered: what the hoax desk (Klinik Hoaks) works on. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, Name } from '../scalars';
import { HoaxLabel } from './card';

const Words = (most: number) => z.string().trim().max(most);

export const HoaxReport = z.object({
  /** Who told the office; may stay unnamed. */
  reporter: Words(200),
  /** Where it goes round: WhatsApp, Facebook, a website. */
  channel: Words(120),
  link: Words(2000),
  claim: Words(600).min(1),
  reportedAt: Instant,
});
export type HoaxReport = z.infer<typeof HoaxReport>;

export const Clarification = z.object({
  verdict: HoaxLabel,
  answer: Words(2000).min(1),
  /** Names or addresses of what it was checked against; the first address becomes the card's QR code. */
  sources: z.array(Words(500).min(1)).min(1).max(10),
});
export type Clarification = z.infer<typeof Clarification>;

/** As it is read out. */
export const Told = z.object({ claim: Words(600), clarification: Clarification, at: Instant });
export type Told = z.infer<typeof Told>;

export const HoaxCase = z.object({
  id: Id,
  rev: z.int().min(0),
  name: Name,
  ...HoaxReport.shape,
  state: z.enum(['reported', 'checking', 'clarified', 'published', 'dismissed']),
  /** Redaktur who took it up. */
  checkedBy: z.string().nullable(),
  checkingAt: Instant.nullable(),
  clarification: Clarification.nullable(),
  clarifiedAt: Instant.nullable(),
  clarifiedBy: z.string().nullable(),
  cardId: Id.nullable(),
  /** First time its answer could air: its card approved and in a place. There the clock stops. */
  publishedAt: Instant.nullable(),
  playlistIds: z.array(Id).max(50),
  /** In which it is read out. */
  rundownIds: z.array(Id).max(200).default([]),
  /** Made by the desk for it: to be lengthened and widened when it is published again, and not made a second time. */
  bookingIds: z.array(Id).max(200).default([]),
  /** Sound of the library that says the answer on the radio. */
  spokenId: Id.nullable().default(null),
  /** What was published last, and since when that is the answer: by it what is still to be read out is known as the desk's own words. */
  told: Told.nullable().default(null),
  /** Why it was closed without an answer; empty while it is not, and of those closed before this was asked. */
  closedWhy: Words(1000).default(''),
  createdAt: Instant,
  createdBy: z.string(),
});
export type HoaxCase = z.infer<typeof HoaxCase>;
export const hoaxCaseRecord = recordType('hoaxCase', HoaxCase);
