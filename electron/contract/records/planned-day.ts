/**
 * PlannedDay: what one display was to show on one of its days, as it stood when each moment came. Bookings are edited and
 * deleted; what they had been promised is known from here. Written while the day comes and goes on, never after it is over.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { type DurationMs, Id, Instant, LocalDate } from '../scalars';
import { MakeGood } from './booking';

/** Plays at equal distances: [first start as epoch ms, distance ms, how many, length of each ms]. */
export type PlannedRun = [first: Instant, distance: DurationMs, plays: number, ms: DurationMs];

function isRun(value: unknown): value is PlannedRun {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [first, distance, plays, ms] = value;
  return (
    Number.isSafeInteger(first) &&
    Number.isSafeInteger(distance) &&
    distance >= 0 &&
    Number.isSafeInteger(plays) &&
    plays >= 1 &&
    Number.isSafeInteger(ms) &&
    ms >= 1
  );
}

/** One question for all: a busy day is thousands of runs, and number by number they took the loop for milliseconds. */
const PlannedRuns = z.custom<PlannedRun[]>((value) => Array.isArray(value) && value.every(isRun), {
  error: 'not runs of plays',
});

export const PlannedLine = z.object({
  bookingId: Id,
  /** As the booking was called then. */
  name: z.string(),
  /** Of its agreement, else of its material where that is of one agency. */
  agencyId: Id.nullable(),
  /** Set where these plays make good what was owed. */
  makeGoodFor: MakeGood.nullable(),
  plays: z.int().min(0),
  ms: z.int().min(0),
  /** Every play, those of one clip in the order of their starts. */
  runs: PlannedRuns,
});
export type PlannedLine = z.infer<typeof PlannedLine>;

export const PlannedDay = z.object({
  /** `DAY:DISPLAY`, so that days lie together on the disk. */
  id: z.string().regex(/^\d{4}-\d\d-\d\d:[0-9A-HJKMNP-TV-Z]{26}$/),
  rev: z.int().min(0),
  displayId: Id,
  displayName: z.string(),
  /** On the display's clock. A play belongs to the day in which it starts. */
  day: LocalDate,
  /** From when on the plan is known: the start of the day, or when the display came to be. */
  from: Instant,
  until: Instant,
  lines: z.array(PlannedLine),
});
export type PlannedDay = z.infer<typeof PlannedDay>;
export const plannedDayRecord = recordType('plannedDay', PlannedDay);

export const plannedDayId = (day: LocalDate, displayId: string): string => `${day}:${displayId}`;
