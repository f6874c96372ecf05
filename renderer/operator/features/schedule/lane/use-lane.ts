/** Choosing, moving, copying and removing bookings in the lanes, by pointer and by keys. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking, BookingDraft } from '../../../../../electron/contract/records/booking';
import type { Zone } from '../../../../../electron/contract/scalars';
import { dayNumber } from '../../../../../electron/domain/calendar';
import { toastFault } from '../../../../ui/toasts';
import { dateAt } from '../days';
import { grainOf, type Loop } from '../snap';
import type { Spot } from '../spot';
import type { LaneKeys } from '../timeline/use-timeline-keys';
import type { View } from '../zoom';
import { stepped } from './drag';
import type { LaneRow } from './lane-rows';
import { rehomed } from './rehome';
import { draftOf, type Edge, moved } from './shift';
import type { Edit } from './use-lane-edits';
import { type BarSpot, type LaneWalk, laneWalk } from './walk';

interface LaneNeed {
  bookings: readonly Booking[];
  lanes: ReadonlyMap<string, LaneRow>;
  view: View;
  width: number;
  zone: Zone;
  loopOf: (displayId: string) => Loop | null;
  cursor: Spot | null;
  setCursor: (spot: Spot | null) => void;
  apply: (edit: Edit) => void;
  onToggle: (displayId: string) => void;
}

export function useLane({ bookings, lanes, view, width, zone, loopOf, cursor, setCursor, apply, onToggle }: LaneNeed) {
  const { t } = useTranslation('schedule');
  const [ids, setIds] = useState<readonly string[]>([]);
  const [copied, setCopied] = useState<readonly Booking[]>([]);
  const chosen = useMemo(() => new Set(ids.filter((id) => bookings.some((each) => each.id === id))), [ids, bookings]);
  const walk = useMemo(() => laneWalk((id) => lanes.get(id) ?? null, view), [lanes, view]);
  const withIt = (id: string) => bookings.filter((each) => (chosen.has(id) ? chosen.has(each.id) : each.id === id));
  const copyOf = (booking: Booking): BookingDraft => ({
    ...draftOf(booking),
    name: t('copyOf', { name: booking.name }).slice(0, 200),
    makeGoodFor: null,
  });
  const step = (bar: BarSpot, edge: Edge | null, steps: number) => {
    const track = lanes.get(bar.displayId)?.tracks.get(bar.booking.id) ?? 0;
    const place = { bookingId: bar.booking.id, from: bar.start, until: bar.end, part: bar.part, track, exact: false };
    const these = edge ? [bar.booking] : withIt(bar.booking.id);
    const changed = stepped(
      place,
      edge,
      steps,
      these,
      { view, width, zone, loop: loopOf(bar.displayId) },
      grainOf(view),
    );
    if (changed.length > 0) apply({ changed });
  };
  const keys: LaneKeys = {
    walk,
    toggle: onToggle,
    choose: (id, more) =>
      setIds((now) => (more ? (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]) : [id])),
    chooseNone() {
      setIds([]);
      return chosen.size > 0;
    },
    move: (bar, steps) => step(bar, null, steps),
    stretch: (bar, edge, steps) => step(bar, edge, steps),
    rehome(bar, displayId) {
      const changed = withIt(bar.booking.id).flatMap((each) => rehomed(each, bar.displayId, displayId) ?? []);
      const booking = changed.find(({ id }) => id === bar.booking.id);
      if (!booking)
        return toastFault({
          happened: t('lane.throughGroup'),
          kept: t('lane.kept'),
          todo: t('lane.byForm'),
          details: [],
        });
      if (!lanes.has(displayId)) onToggle(displayId);
      setCursor({ ...bar, booking, displayId });
      apply({ changed });
    },
    copy: (bar) => setCopied(withIt(bar.booking.id)),
    paste: (at) =>
      copied.length > 0 && apply({ made: pasted(copied, at, dateAt(Math.max(at.start, view.from), zone), copyOf) }),
    remove(bar) {
      setCursor(null);
      apply({ removed: withIt(bar.booking.id) });
    },
  };
  return {
    chosen,
    setChosen: setIds as (ids: readonly string[]) => void,
    withIt,
    keys,
    cursor: cursor?.kind === 'bar' ? followed(cursor, bookings, walk) : cursor,
    drop: (dropped: readonly Booking[], copy: boolean) =>
      apply(copy ? { made: dropped.map(copyOf) } : { changed: dropped }),
  };
}

/** The cursor stays with its booking wherever that is moved, and taken back to; null when it is gone. */
function followed(cursor: BarSpot, bookings: readonly Booking[], { again }: LaneWalk): BarSpot | null {
  const now = bookings.find(({ id }) => id === cursor.booking.id);
  if (!now) return null;
  // What was taken to another display has that one in the place of the display it came from.
  const home = now.where.displayIds[cursor.booking.where.displayIds.indexOf(cursor.displayId)];
  return again(cursor) ?? (home ? again({ ...cursor, displayId: home }) : null) ?? cursor;
}

/** From the day of the cursor on, as far apart as they were; on its display where they did not play there. */
function pasted(
  copied: readonly Booking[],
  { displayId }: Spot,
  date: string,
  copyOf: (booking: Booking) => BookingDraft,
) {
  const first = Math.min(...copied.map(({ from }) => dayNumber(from)));
  const days = dayNumber(date) - first;
  return copied.map((booking) => {
    const draft = moved(copyOf(booking), { days, ms: 0, part: null });
    const here = booking.where.groupIds.length > 0 || booking.where.displayIds.includes(displayId);
    return here ? draft : { ...draft, where: { displayIds: [displayId], groupIds: [] } };
  });
}
