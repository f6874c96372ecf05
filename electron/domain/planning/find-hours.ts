/** Days and hours of a draft at which a display is closed, and what its loop has no place for. */
import type { Booking } from '../../contract/records/booking';
import { reason } from '../../contract/scalars';
import { DAY_MS, dayNumber, timeMs } from '../calendar';
import { blocksIn } from '../hours';
import { daysOf, type Window } from '../occurrences';
import { instantOf } from '../time';
import { type Finding, foundOn } from './finding';
import { dayParam, type Laid } from './stage';

/** Days of a draft on which the display does not open at its hours. */
export function closedDays({ draft, stage, zone, first, last }: Laid): number[] {
  const { policy, display } = stage.question;
  if (!policy) return [];
  const playsOn = daysOf(draft);
  const blocks = blocksIn(policy, display.zone, instantOf(first, 0, zone), instantOf(last + 2, 0, zone));
  const closed: number[] = [];
  let next = 0;
  for (let day = Math.max(first, dayNumber(draft.from)); day <= last; day++) {
    const windows = windowsOn(draft, day, zone);
    if (windows.length === 0) continue;
    const start = Math.min(...windows.map((window) => window.start));
    while ((blocks[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const near = blocks.slice(next, next + 20);
    if (playsOn(day) && !windows.some((window) => near.some((block) => overlaps(window, block)))) closed.push(day);
  }
  return closed;
}

const overlaps = (a: Window, b: Window) => a.start < b.end && b.start < a.end;

/** None where the clocks skip all of its hours. */
function windowsOn({ dayparts, how }: Booking, day: number, zone: string): Window[] {
  const parts = how.kind === 'exact' ? [{ start: '00:00:00', end: '24:00:00' }] : dayparts;
  const windows = parts.map(({ start, end }) => {
    const [from, until] = [timeMs(start), timeMs(end)];
    return { start: instantOf(day, from, zone), end: instantOf(day, until <= from ? until + DAY_MS : until, zone) };
  });
  return windows.filter(({ start, end }) => start < end);
}

/** The first of its days on which the clocks skip all of its hours, as in the night that summer time begins. */
function skippedDay({ draft, zone, first, last }: Laid): number | undefined {
  const playsOn = daysOf(draft);
  for (let day = Math.max(first, dayNumber(draft.from)); day <= last; day++) {
    if (playsOn(day) && windowsOn(draft, day, zone).length === 0) return day;
  }
  return undefined;
}

export function findClosed(laid: Laid): Finding[] {
  const { stage, looks } = laid;
  const closed = closedDays(laid);
  const never = { severity: 'stops' as const, displayIds: stage.displayIds, field: 'hours' as const };
  const [first] = closed;
  if (first === undefined) {
    const skipped = looks.length === 0 ? skippedDay(laid) : undefined;
    if (skipped === undefined) return [];
    const day = dayParam(skipped, stage.question.station.zone);
    return [{ ...never, day: skipped, reason: reason('plan.hoursSkipped', { day }) }];
  }
  const day = dayParam(first, stage.question.station.zone);
  if (looks.length === 0) return [{ ...never, day: first, reason: reason('plan.closedAlways') }];
  const found = { ...foundOn(laid, 'notice'), field: 'days' as const, day: first };
  return [{ ...found, reason: reason('plan.closedDays', { count: closed.length, day }) }];
}

/** Slots that are not there, or kept for others. */
export function findLoop(laid: Laid): Finding[] {
  const { draft, stage } = laid;
  const { policy } = stage.question;
  const found = { severity: 'stops' as const, displayIds: stage.displayIds, field: 'how' as const, day: null };
  const fits = (purpose: string) => purpose === 'any' || purpose === draft.purpose;
  if (draft.how.kind !== 'slot') {
    if (!policy || draft.how.kind === 'exact' || policy.slots.some(({ purpose }) => fits(purpose))) return [];
    return [{ ...found, field: 'purpose', reason: reason('plan.noSlotFor') }];
  }
  const { slot } = draft.how;
  if (!policy) return [{ ...found, reason: reason('plan.noLoop') }];
  const there = policy.slots[slot - 1];
  if (!there) return [{ ...found, reason: reason('plan.slotBeyond', { slot, count: policy.slots.length }) }];
  // By `context` the sentence names what it is kept for (i18next).
  return fits(there.purpose) ? [] : [{ ...found, reason: reason('plan.slotKept', { slot, context: there.purpose }) }];
}
