/** What stands in the way of bookings as a schedule would have them. */
import type { Difference } from '../../../contract/api/drafts';
import type { Booking } from '../../../contract/records/booking';
import type { LocalDate } from '../../../contract/scalars';
import { dateOf } from '../../../domain/calendar';
import type { Change } from '../../../domain/drafts';
import { checkSteps } from '../../../domain/planning/check';
import { localDay } from '../../../domain/time';
import { inTurns } from '../../loop';
import { settingsOf } from '../questions';
import { stagesOf } from '../stages';
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
  const [, , from = today] = [booking.from, days.from, today].sort();
  const [to = days.to] = [booking.to, days.to].sort();
  return booking.paused || from > to ? [] : [{ ...booking, from, to }];
}

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
  const { sources, network } = view;
  const { zone } = settingsOf(sources);
  const today = dateOf(localDay(now, zone));
  const airing = changes.flatMap(({ after }) => (after ? within(after, days, today) : []));
  for (const booking of airing) {
    if (checked > 0 && performance.now() - since > CHECK_MS) break;
    const begun = performance.now();
    const ground = {
      stages: stagesOf(sources, network(), booking, booking.id),
      zone,
      agreements: sources.all('agreement'),
      today,
    };
    const patience = { more: () => performance.now() - begun < ONE_MS, moreWays: () => false };
    const found = await inTurns(checkSteps(ground, booking, booking, patience));
    const grave = found.conflicts.filter(({ severity }) => severity !== 'notice');
    if (grave.length > 0) conflicts.push({ bookingId: booking.id, name: booking.name, conflicts: grave });
    checked += 1;
  }
  return { conflicts, checked: { checked, ofChecked: airing.length } };
}
