/**
 * A display's bookings as iCalendar (RFC 5545): one event for each daypart, recurring by the booking's days, on the wall clock
 * that the booking is read on.
 */
import ical, { type ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Booking, Daypart } from '../../../contract/records/booking';
import type { Display } from '../../../contract/records/display';
import type { Settings } from '../../../contract/records/settings';
import type { Zone } from '../../../contract/scalars';
import { DAY_MS, dayNumber, timeMs } from '../../../domain/calendar';
import { daysOf, zoneFor } from '../../../domain/occurrences';
import type { Steps } from '../../../domain/steps';
import { instantOf, localParts } from '../../../domain/time';
import { WORDS } from '../exchange/words';
import { zoneText } from './zone-text';

/** What ended longer ago is left out. */
const PAST_DAYS = 31;
/** Days looked through for the first or the last of a rule. */
const MOST_DAYS = 3700;
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Events written at once: the library takes a millisecond or more for each, and a display may have thousands. */
const PIECE = 5;

/** In steps of some milliseconds. */
export function* calendarSteps(
  display: Display,
  bookings: readonly Booking[],
  station: Settings,
  now: number,
): Steps<string> {
  const fresh = emptyCalendar(display, now);
  // The first of each zone, so that it stands with its zones.
  const frame = fresh();
  const zones = new Set<Zone>();
  const pieces: string[] = [];
  let piece = fresh();
  for (const { zone, add } of eventsOf(bookings, display, station, now)) {
    add(zones.has(zone) ? piece : frame);
    zones.add(zone);
    if (piece.length() < PIECE) continue;
    pieces.push(eventLines(piece));
    piece = fresh();
    yield;
  }
  yield;
  if (piece.length() > 0) pieces.push(eventLines(piece));
  const text = frame.toString();
  const end = afterEvents(text);
  return [text.slice(0, end), ...pieces, text.slice(end)].join('');
}

/** Zones are written once for all pieces. */
function emptyCalendar(display: Display, now: number): () => ICalCalendar {
  const written = new Map<string, string>();
  const generator = (zone: string) => {
    const text = written.get(zone) ?? zoneText(zone, now);
    written.set(zone, text);
    return text;
  };
  return () => {
    const calendar = ical({ name: display.name, prodId: { company: 'Suar', product: 'Suar' } });
    // Named here, the zone would also be that of the stamps, which have to be in UTC (RFC 5545, 3.8.7.2).
    calendar.timezone({ name: null, generator });
    calendar.x('X-WR-TIMEZONE', display.zone);
    return calendar;
  };
}

function eventLines(calendar: ICalCalendar): string {
  const text = calendar.toString();
  return text.slice(text.indexOf(EVENT.begins) + 2, afterEvents(text));
}

/** Whole lines: a name may hold the words, but no line of its own. */
const EVENT = { begins: '\r\nBEGIN:VEVENT\r\n', ends: '\r\nEND:VEVENT\r\n' };

function afterEvents(text: string): number {
  const last = text.lastIndexOf(EVENT.ends);
  return last < 0 ? text.length : last + EVENT.ends.length;
}

interface Event {
  zone: Zone;
  add(calendar: ICalCalendar): void;
}

function* eventsOf(
  bookings: readonly Booking[],
  display: Display,
  station: Settings,
  now: number,
): Generator<Event, void> {
  const today = Math.floor(now / DAY_MS);
  const { language } = station;
  for (const booking of bookings) {
    if (booking.paused || dayNumber(booking.to) < today - PAST_DAYS) continue;
    const days = recurrence(booking);
    if (!days) continue;
    const zone = zoneFor(booking, station.zone, display.zone);
    for (const [index, daypart] of booking.dayparts.entries()) {
      yield { zone, add: (calendar) => addEvent(calendar, booking, days, { daypart, index, zone, now, language }) };
    }
  }
}

interface Recurrence {
  first: number;
  last: number;
  /** Without its end. */
  rule: string;
}

/** Null for a booking that plays on no day. */
function recurrence(booking: Booking): Recurrence | null {
  // A day that is left out counts: RFC 5545 begins with the first of the rule and takes it away again.
  const playsOn = daysOf({ ...booking, exceptions: [] });
  const [from, to] = [dayNumber(booking.from), dayNumber(booking.to)];
  const first = findDay(playsOn, from, Math.min(to, from + MOST_DAYS), 1);
  if (first === null) return null;
  const counted = booking.rule !== null && /;COUNT=/.test(booking.rule);
  const last = counted ? lastOf(playsOn, first, to) : findDay(playsOn, to, Math.max(first, to - MOST_DAYS), -1);
  const days = booking.rule ?? `FREQ=WEEKLY;BYDAY=${booking.weekdays.map((day) => CODES[day - 1]).join(',')}`;
  return { first, last: last ?? to, rule: days.replace(/;(?:COUNT|UNTIL)=[^;]*/g, '') };
}

function findDay(playsOn: (day: number) => boolean, from: number, to: number, step: 1 | -1): number | null {
  for (let day = from; step > 0 ? day <= to : day >= to; day += step) if (playsOn(day)) return day;
  return null;
}

function lastOf(playsOn: (day: number) => boolean, first: number, to: number): number {
  let last = first;
  for (let day = first; day <= Math.min(to, first + MOST_DAYS); day++) if (playsOn(day)) last = day;
  return last;
}

interface EventParts {
  daypart: Daypart;
  index: number;
  zone: Zone;
  now: number;
  language: Settings['language'];
}

function addEvent(calendar: ICalCalendar, booking: Booking, days: Recurrence, parts: EventParts): void {
  const { daypart, index, zone, now, language } = parts;
  const start = timeMs(daypart.start);
  const end = timeMs(daypart.end) + (daypart.end <= daypart.start ? DAY_MS : 0);
  const words = WORDS[language];
  calendar.createEvent({
    id: `${booking.id}-${index + 1}@suar`,
    sequence: booking.rev,
    stamp: new Date(now),
    timezone: zone,
    start: wall(instantOf(days.first, start, zone), zone),
    end: wall(instantOf(days.first, end, zone), zone),
    summary: booking.name,
    description: `${words.columns.how}: ${words.hows[booking.how.kind]}\n${words.columns.priority}: ${booking.priority}`,
    transparency: ICalEventTransparency.TRANSPARENT,
    repeating: [ruleLine(days, start, zone), ...exceptionLine(booking, start, zone)].join('\r\n'),
  });
}

/** Beside a start in a zone the end of a rule is told in UTC (RFC 5545, 3.3.10). */
function ruleLine({ rule, last }: Recurrence, start: number, zone: Zone): string {
  const until = new Date(instantOf(last, start, zone)).toISOString().replace(/[-:]|\.\d+/g, '');
  return `RRULE:${rule};UNTIL=${until}`;
}

function exceptionLine({ exceptions }: Booking, start: number, zone: Zone): string[] {
  if (exceptions.length === 0) return [];
  const days = exceptions.map((day) => localParts(instantOf(dayNumber(day), start, zone), zone));
  return [`EXDATE;TZID=${zone}:${days.map(({ date, time }) => `${date}T${time}`.replace(/[-:]/g, '')).join(',')}`];
}

const wall = (instant: number, zone: Zone) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
