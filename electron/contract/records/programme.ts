/** Programme: a broadcast that comes back, such as a talk show each Thursday at nine, with the template of its rundowns; and who presents. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, LocalTime, Name, Weekday } from '../scalars';
import { ItemMs, TemplateLine } from './rundown-item';

export const ProgrammeFields = z.object({
  name: Name,
  description: z.string().max(5000),
  /** On which days it usually comes; empty: as announced. */
  weekdays: z.array(Weekday).max(7),
  startsAt: LocalTime,
  lengthMs: ItemMs,
  presenterIds: z.array(Id).max(20),
  /** Jingles, beds and sweepers at hand on air, in the order of the cart's keys. */
  jingles: z.array(Id).max(32),
  template: z.array(TemplateLine).max(500),
});
export type ProgrammeFields = z.infer<typeof ProgrammeFields>;

export const Programme = z.object({
  id: Id,
  rev: z.int().min(0),
  ...ProgrammeFields.shape,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Programme = z.infer<typeof Programme>;
export const programmeRecord = recordType('programme', Programme);

/** What a person reads in a minute until something else was learnt. */
export const USUAL_WPM = 130;

export const PresenterFields = z.object({
  name: Name,
  /** Words a minute as a person set them; null: as learnt, or the usual. */
  wpm: z.int().min(60).max(300).nullable(),
});
export type PresenterFields = z.infer<typeof PresenterFields>;

export const Presenter = z.object({
  id: Id,
  rev: z.int().min(0),
  ...PresenterFields.shape,
  /** What was read on air so far. */
  learnt: z.object({ words: z.int().min(0), ms: z.int().min(0) }),
  createdAt: Instant,
});
export type Presenter = z.infer<typeof Presenter>;
export const presenterRecord = recordType('presenter', Presenter);
