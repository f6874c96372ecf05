/** VTIMEZONE of a zone (RFC 5545, 3.6.5): each change of its clocks near now, and where it stood before. */
import type { Zone } from '../../../contract/scalars';
import { DAY_MS, dayNumber } from '../../../domain/calendar';
import { instantOf, localParts } from '../../../domain/time';

const BEFORE_DAYS = 400;
const AFTER_DAYS = 1500;
const MINUTE_MS = 60_000;

interface Change {
  /** What the clock showed when it was set, as if it were UTC. */
  wall: number;
  from: number;
  to: number;
}

export function zoneText(zone: Zone, now: number): string {
  const today = Math.floor(now / DAY_MS);
  const first = offsetAt(zone, today - BEFORE_DAYS);
  const changes = changesOf(zone, today - BEFORE_DAYS, today + AFTER_DAYS);
  const parts = [{ wall: dayNumber('1970-01-01') * DAY_MS, from: first, to: first }, ...changes].map(part);
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts.flat(), 'END:VTIMEZONE'].join('\r\n');
}

/** Minutes east of UTC at the day's midnight. */
const offsetAt = (zone: Zone, day: number): number => (day * DAY_MS - instantOf(day, 0, zone)) / MINUTE_MS;

function changesOf(zone: Zone, first: number, last: number): Change[] {
  const changes: Change[] = [];
  for (let day = first; day < last; day++) {
    const [from, to] = [offsetAt(zone, day), offsetAt(zone, day + 1)];
    if (from !== to) changes.push({ wall: wallOfChange(zone, day, from), from, to });
  }
  return changes;
}

/** What the clock showed, to the minute, when it was set on this day. */
function wallOfChange(zone: Zone, day: number, from: number): number {
  let [before, after] = [instantOf(day, 0, zone), instantOf(day + 1, 0, zone)];
  while (after - before > MINUTE_MS) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE_MS) * MINUTE_MS;
    const { date, time } = localParts(middle, zone);
    if (Date.parse(`${date}T${time}Z`) - middle === from * MINUTE_MS) before = middle;
    else after = middle;
  }
  return after + from * MINUTE_MS;
}

function part({ wall, from, to }: Change): string[] {
  const kind = to > from ? 'DAYLIGHT' : 'STANDARD';
  const start = new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, '');
  return [`BEGIN:${kind}`, `DTSTART:${start}`, `TZOFFSETFROM:${sign(from)}`, `TZOFFSETTO:${sign(to)}`, `END:${kind}`];
}

function sign(minutes: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}${two(Math.abs(minutes) % 60)}`;
}
