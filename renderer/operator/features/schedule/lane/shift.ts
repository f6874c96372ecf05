/**
 * A booking moved or stretched in time: which of its days and hours change. Pure. What comes out is a booking that the station
 * would take; null of a stretch that would leave nothing.
 */
import type { Booking, BookingDraft, Daypart } from '../../../../../electron/contract/records/booking';
import type { LocalDate, LocalTime, Weekday } from '../../../../../electron/contract/scalars';
import { DAY_MS, dateOf, dayNumber, timeMs, timeOf, weekdayOf } from '../../../../../electron/domain/calendar';

export type Times = Pick<BookingDraft, 'from' | 'to' | 'weekdays' | 'rule' | 'exceptions' | 'dayparts' | 'how'>;

/** Whole days, and milliseconds of the wall clock; of one daypart or exact time, or of all where `part` is null. */
export interface Shift {
  days: number;
  ms: number;
  part: number | null;
}

const addDays = (date: LocalDate, days: number): LocalDate => dateOf(dayNumber(date) + days);

/**
 * What a bar drawn out of its place by so much means: with its only daypart or exact time a booking moves over midnight, one of
 * several goes round the clock, and takes the booking along by whole days.
 */
export function shiftBy({ how, dayparts }: Times, part: number | null, ms: number): Shift {
  const starts = how.kind === 'exact' ? how.times : dayparts.flatMap((each) => (isAllDay(each) ? [] : each.start));
  const [only, ...more] = starts;
  const days = only && more.length === 0 ? Math.floor((timeMs(only) + ms) / DAY_MS) : Math.trunc(ms / DAY_MS);
  return { days, ms, part };
}

/** Days move the dates with their exceptions; hours move exact times, else dayparts, round the clock. */
export function moved<T extends Times>(booking: T, { days, ms, part }: Shift): T {
  // Over midnight by hours, each play goes to the day beside its own.
  const shifted = days === 0 ? booking : movedDays(booking, days, ms % DAY_MS !== 0);
  if (ms === 0) return shifted;
  const { how, dayparts } = shifted;
  const its = <V>(values: readonly V[], shift: (value: V) => V) =>
    values.map((value, index) => (part === null || part === index ? shift(value) : value));
  // Each keeps its place among them, by which it is known while it is moved.
  return how.kind === 'exact'
    ? { ...shifted, how: { ...how, times: its(how.times, (time) => clock(timeMs(time) + ms)) } }
    : { ...shifted, dayparts: its(dayparts, (daypart) => movedDaypart(daypart, ms)) };
}

function movedDays<T extends Times>(booking: T, days: number, byHours: boolean): T {
  const { from, to, exceptions } = booking;
  return {
    ...booking,
    from: addDays(from, days),
    to: addDays(to, days),
    weekdays: movedWeekdays(booking, days, byHours),
    exceptions: exceptions.map((date) => addDays(date, days)),
  };
}

/** Less than a week goes with its weekdays, or Tuesday's booking would play on no day; of a longer one they are a choice. */
function movedWeekdays({ from, to, weekdays }: Times, days: number, byHours: boolean): Weekday[] {
  if (!byHours && dayNumber(to) - dayNumber(from) >= 6) return weekdays;
  return weekdays.map((day) => weekdayOf(day - 4 + days)).sort((a, b) => a - b);
}

const isAllDay = ({ start, end }: Daypart) => start === '00:00:00' && end === '24:00:00';

function movedDaypart(daypart: Daypart, ms: number): Daypart {
  if (isAllDay(daypart)) return daypart;
  return { start: clock(timeMs(daypart.start) + ms), end: asEnd(timeMs(daypart.end) + ms) };
}

const round = (ms: number): number => ((ms % DAY_MS) + DAY_MS) % DAY_MS;
const clock = (ms: number): LocalTime => timeOf(round(ms));
/** Midnight as an end closes the day. */
const asEnd = (ms: number): LocalTime => (round(ms) === 0 ? '24:00:00' : clock(ms));

export type Edge = 'start' | 'end';

/** First or last day, by days; never past the other. Null where it would play on no day at all. */
export function stretchedDays<T extends Times>(booking: T, edge: Edge, days: number): T | null {
  const { from, to } = booking;
  const bounded =
    edge === 'start'
      ? { from: dateOf(Math.min(dayNumber(from) + days, dayNumber(to))) }
      : { to: dateOf(Math.max(dayNumber(to) + days, dayNumber(from))) };
  const next = { ...booking, ...bounded };
  return playsAtAll(next) ? next : null;
}

function playsAtAll({ from, to, weekdays, rule, exceptions }: Times): boolean {
  if (rule !== null) return true;
  const never = new Set(exceptions);
  const last = Math.min(dayNumber(to), dayNumber(from) + 6 + never.size);
  for (let day = dayNumber(from); day <= last; day++) {
    if (weekdays.includes(weekdayOf(day)) && !never.has(dateOf(day))) return true;
  }
  return false;
}

/** Start or end of one of its dayparts, by ms; at least a second stays and at most a day. Null of exact times: they have no end. */
export function stretchedHours<T extends Times>(booking: T, part: number, edge: Edge, ms: number): T | null {
  const daypart = booking.dayparts[part];
  if (!daypart || booking.how.kind === 'exact') return null;
  const start = timeMs(daypart.start);
  const length = timeMs(daypart.end) - start + (daypart.end <= daypart.start ? DAY_MS : 0);
  const grown = Math.min(Math.max(length + (edge === 'start' ? -ms : ms), 1000), DAY_MS);
  const from = edge === 'start' ? start + length - grown : start;
  const next = { start: clock(from), end: asEnd(from + grown) };
  return { ...booking, dayparts: booking.dayparts.map((each, index) => (index === part ? next : each)) };
}

/** What is sent of it. */
export function draftOf(booking: Booking): BookingDraft {
  const { id: _id, rev: _rev, createdAt: _at, createdBy: _by, ...draft } = booking;
  return draft;
}
