/** Rundown: one broadcast as it is planned. Its items, scripts, calls and comments are records of their own. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, LocalDate, LocalTime, Name, Zone } from '../scalars';
import { ItemMs, ItemStatus, PartId } from './rundown-item';

export const RundownGuest = z.object({
  key: Id,
  guestId: Id,
  /** When they are to be there. */
  arrival: LocalTime.nullable(),
  arrived: z.boolean(),
});

export const Question = z.object({
  key: Id,
  text: z.string().trim().min(1).max(1000),
  /** Whom it is for, by the key of the guest. */
  guestKey: Id.nullable(),
  asked: z.boolean(),
});

/** Only pages of the network: a link may not run anything. */
export const Link = z.object({ title: z.string().trim().max(200), url: z.url({ protocol: /^https?$/ }).max(2000) });

export const RundownFields = z.object({
  name: Name,
  /** The day on which it begins, and the time on the rundown's own clock. */
  date: LocalDate,
  startsAt: LocalTime,
  zone: Zone,
  /** How long it ought to be; 0 asks nothing. It may go on past midnight. */
  lengthMs: ItemMs,
  presenterIds: z.array(Id).max(20),
  status: ItemStatus,
  guests: z.array(RundownGuest).max(100),
  questions: z.array(Question).max(300),
  research: z.string().max(50_000),
  links: z.array(Link).max(100),
});
export type RundownFields = z.infer<typeof RundownFields>;

export const Rundown = z.object({
  id: Id,
  rev: z.int().min(0),
  programmeId: Id.nullable(),
  ...RundownFields.shape,
  createdAt: Instant,
  createdBy: z.string(),
  updatedAt: Instant,
});
export type Rundown = z.infer<typeof Rundown>;
export const rundownRecord = recordType('rundown', Rundown);

/** What somebody says about a rundown or one of its items. */
export const RundownComment = z.object({
  id: PartId,
  rev: z.int().min(0),
  rundownId: Id,
  itemId: PartId.nullable(),
  text: z.string().trim().min(1).max(2000),
  by: z.string(),
  at: Instant,
  resolved: z.boolean(),
});
export type RundownComment = z.infer<typeof RundownComment>;
export const rundownCommentRecord = recordType('rundownComment', RundownComment);

/** A listener on the line, from the first word with the screener to the last on air. */
export const Call = z.object({
  id: PartId,
  rev: z.int().min(0),
  rundownId: Id,
  /** First name only. */
  caller: z.string().trim().min(1).max(100),
  topic: z.string().trim().max(300),
  /** Of the telephone, or WhatsApp. */
  line: z.string().trim().max(50),
  /** What the screener says of them. */
  note: z.string().trim().max(1000),
  state: z.enum(['waiting', 'screened', 'onAir', 'done', 'dropped']),
  order: z
    .string()
    .regex(/^[0-9A-Za-z]+$/)
    .max(500),
  /** Since when on air; null before. */
  onAirAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  createdAt: Instant,
  /** The rehearsal in which it was taken down: it goes with it, and no other show has it in its queue. */
  rehearsalId: Id.nullable(),
});
export type Call = z.infer<typeof Call>;
/** Version 2: callers of rehearsals. */
export const callRecord = recordType('call', Call, [(old) => ({ ...old, rehearsalId: null })]);
