/** What the radio aired and will, by whose it was, held against the shares that the law asks for. */
import type { SharesOf } from '../../contract/api/spots';
import type { BookingPurpose } from '../../contract/records/booking';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { RundownItem } from '../../contract/records/rundown-item';
import type { Id, LocalDate } from '../../contract/scalars';
import { dayNumber } from '../../domain/calendar';
import { type AirTimes, addTimes, dailyMs, NOTHING, sharesOf } from '../../domain/spots/shares';
import { daySpan, localDay } from '../../domain/time';
import { newestBroadcast, type Store, settingsOf } from '../store';
import { type DayNeed, overIn, pieces, rundownsNear, standingIn } from './day';

type SharesNeed = DayNeed & { store: Pick<Store, 'plays'> };

export function sharesOn(need: SharesNeed, date: LocalDate, now: number): SharesOf {
  const { zone, spots } = settingsOf(need.store);
  const day = dayNumber(date);
  const first = dayNumber(`${date.slice(0, 8)}01`);
  const aired = airedOn(need, day);
  let month = NOTHING;
  for (let each = first; each <= day; each++) month = addTimes(month, each === day ? aired : airedOn(need, each));
  const daily = dailyMs(spots.law);
  return {
    law: spots.law,
    day: sharesOf(aired, spots.law, daily),
    dayPlanned: sharesOf(addTimes(aired, stillPlanned(need, day, zone, now)), spots.law, daily),
    month: sharesOf(month, spots.law, daily * (day - first + 1)),
  };
}

function airedOn(need: SharesNeed, day: number): AirTimes {
  const { store } = need;
  const { from, until } = daySpan(day, settingsOf(store).zone);
  const purposeOf = purposes(need, day);
  const times = { ...NOTHING };
  // One that reaches in from the day before belongs to that day.
  for (const { startedAt, bookingId, assetId, shownMs } of store.plays.traces(RADIO_CHANNEL_ID, from, until))
    if (startedAt >= from) times[purposeOf(bookingId, assetId)] += shownMs;
  return times;
}

/** What breaks still hold. */
function stillPlanned(need: SharesNeed, day: number, zone: string, now: number): AirTimes {
  const purposeOf = purposes(need, day);
  const pieceOf = pieces(need.store);
  const times = { ...NOTHING };
  for (const rundown of rundownsNear(need.store, { first: day, last: day })) {
    const over = overIn(need, rundown.id);
    if (over === null) continue;
    const runs = newestBroadcast(need.store, rundown.id) !== null;
    for (const { itemId, spot, piece, start } of standingIn(need, rundown, pieceOf)) {
      // What nobody took on air in time will hardly come; on air, late is still to come.
      const passed = runs ? over.has(itemId) : start < now;
      if (!piece || passed || localDay(start, zone) !== day) continue;
      times[purposeOf(spot.bookingId, spot.assetId)] += piece.ms;
    }
  }
  return times;
}

type PurposeOf = (bookingId: Id | null, assetId: Id | null) => BookingPurpose;

/**
 * As it was booked. Put in by hand, an agency's in a break or an item for announcements is a public service announcement; all else,
 * such as jingles and what the keys of the cart play, is the station's own.
 */
function purposes({ store, items }: SharesNeed, day: number): PurposeOf {
  let announced: ReadonlySet<Id> | null = null;
  return (bookingId, assetId) => {
    const booking = bookingId === null ? undefined : store.get('booking', bookingId);
    if (booking) return booking.purpose;
    if (assetId === null || !store.get('asset', assetId)?.agencyId) return 'station';
    announced ??= new Set(rundownsNear(store, { first: day, last: day }).flatMap(({ id }) => announcedIn(items(id))));
    return announced.has(assetId) ? 'ilm' : 'station';
  };
}

const announcedIn = (items: readonly RundownItem[]): Id[] =>
  items
    .filter(({ kind }) => kind === 'spotBreak' || kind === 'ilm')
    .flatMap(({ spots }) => spots.map(({ assetId }) => assetId));
