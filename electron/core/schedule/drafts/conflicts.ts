/** What stands in the way of bookings as a schedule would have them. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Difference } from '../../../contract/api/drafts';
import type { Booking } from '../../../contract/records/booking';
import type { LocalDate } from '../../../contract/scalars';
import { dateOf, dayNumber } from '../../../domain/calendar';
import type { Change } from '../../../domain/drafts';
import { checkSteps } from '../../../domain/planning/check';
import { hasDay } from '../../../domain/planning/find-frame';
import { localDay } from '../../../domain/time';
import { inTurns } from '../../loop';
import { settingsOf } from '../../store';
import { groundFor } from '../stages';
import type { ScheduleView } from '../view';

/** No further booking is begun after so long, ms; and no further display of one. */
const CHECK_MS = 1500;
const ONE_MS = 300;

type Found = Pick<Difference, 'conflicts'> & { checked: Pick<Difference['looked'], 'checked' | 'ofChecked'> };

interface Days {
  /** Both included. */
  from: LocalDate;
  to: LocalDate;
}

/** The part of a booking that lies on those days and is not over; nothing where there is none. */
function within(booking: Booking, days: Days, today: LocalDate): Booking[] {
  const from = later(later(booking.from, days.from), today);
  const to = earlier(booking.to, days.to);
  if (booking.paused || from > to) return [];
  // A rule is counted from its first day: from another it would name other days.
  return [{ ...booking, from: booking.rule === null ? from : booking.from, to }];
}

/** Whether a booking plays on other days only: there is nothing to find on these. One that never plays is told of. */
function playsElsewhere(part: Booking, whole: Booking | null, { from }: Days): boolean {
  const since = Math.max(dayNumber(part.from), dayNumber(from));
  return !hasDay(part, since) && whole !== null && hasDay(whole, dayNumber(whole.from));
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** Of touched bookings that are to air on those days. Ways out are left to the form, which tries them on what stands there then. */
export async function conflictsOf(
  view: ScheduleView,
  changes: readonly Change[],
  days: Days,
  now: number,
): Promise<Found> {
  const since = performance.now();
  const conflicts: Found['conflicts'] = [];
  let checked = 0;
  const today = dateOf(localDay(now, settingsOf(view.sources).zone));
  const airing = changes.flatMap(({ after }) => (after ? within(after, days, today) : []));
  const whole = new Map(changes.map(({ bookingId, after }) => [bookingId, after]));
  for (const booking of airing) {
    if (checked > 0 && performance.now() - since > CHECK_MS) break;
    await breathe();
    if (playsElsewhere(booking, whole.get(booking.id) ?? null, days)) {
      checked += 1;
      continue;
    }
    const begun = performance.now();
    const ground = { ...groundFor(view, booking, booking.id, now), today: later(today, days.from) };
    const patience = { more: () => performance.now() - begun < ONE_MS, moreWays: () => false };
    const found = await inTurns(checkSteps(ground, booking, booking, patience));
    const grave = found.conflicts.filter(({ severity }) => severity !== 'notice');
    if (grave.length > 0) conflicts.push({ bookingId: booking.id, name: booking.name, conflicts: grave });
    checked += 1;
  }
  return { conflicts, checked: { checked, ofChecked: airing.length } };
}
