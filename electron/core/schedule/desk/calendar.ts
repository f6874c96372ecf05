/** Days of several displays together, for the calendar: how much is open, and what is booked in it. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { CalendarDay, CalendarPart, SilentPart } from '../../../contract/api/planner';
import type { LocalDate, Reason } from '../../../contract/scalars';
import { dateOf, dayNumber } from '../../../domain/calendar';
import type { DaySum } from '../../../domain/day-sum';
import { daySpan } from '../../../domain/time';
import type { DaySums } from './day-sums';
import { placeIn, silentIn } from './places';

interface CalendarQuestion {
  displayIds: readonly string[];
  from: LocalDate;
  days: number;
  zone: string;
}

interface DayTotal {
  openMs: number;
  skipped: number;
  /** By index of the owner, the first reason told. */
  silent: Map<number, SilentPart>;
  /** By index of the owner. */
  parts: Map<number, CalendarPart>;
}

/** Displays that are gone are left out. @throws what a compile throws */
export async function calendarOf(sums: DaySums, { displayIds, from, days, zone }: CalendarQuestion) {
  const tables: Tables = { owners: [], reasons: [] };
  const told: CalendarDay[] = [];
  for (let day = dayNumber(from); day < dayNumber(from) + days; day++) {
    const total: DayTotal = { openMs: 0, skipped: 0, silent: new Map(), parts: new Map() };
    for (const displayId of displayIds) {
      const sum = await sums.of(displayId, daySpan(day, zone));
      if (sum) add(total, sum, tables);
    }
    const { silent, parts, ...whole } = total;
    told.push({ date: dateOf(day), ...whole, silent: [...silent.values()], parts: [...parts.values()] });
    await breathe();
  }
  return { ...tables, days: told };
}

interface Tables {
  owners: string[];
  reasons: Reason[];
}

/** The tables are the answer's, and grow. */
function add(total: DayTotal, sum: DaySum, { owners, reasons }: Tables): void {
  total.openMs += sum.openMs.reduce((all, ms) => all + ms, 0);
  total.skipped += sum.skipped;
  for (const [owner, why] of silentIn(sum.silent, owners, reasons))
    if (!total.silent.has(owner)) total.silent.set(owner, [owner, why]);
  for (const [index, owner] of sum.owners.entries()) {
    const [ms, plays] = [dayOf(sum.ms, index, sum.owners.length), dayOf(sum.plays, index, sum.owners.length)];
    if (ms === 0) continue;
    const place = placeIn(owners, owner);
    const [, msBefore, playsBefore, displays] = total.parts.get(place) ?? [place, 0, 0, 0];
    total.parts.set(place, [place, msBefore + ms, playsBefore + plays, displays + 1]);
  }
}

/** One owner's sum over all parts of the day. */
function dayOf(values: Uint32Array, owner: number, owners: number): number {
  let sum = 0;
  for (let at = owner; at < values.length; at += owners) sum += values[at] ?? 0;
  return sum;
}
