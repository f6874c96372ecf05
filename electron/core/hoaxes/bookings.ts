/** An answer on chosen panels: a booking like any other, by turns with what is shown there, from today on. Read `bookPanels` first. */
import { isDeepStrictEqual } from 'node:util';
import type { PublishOn } from '../../contract/api/hoaxes';
import { type Booking, type BookingDraft, EVERY_DAY, PLAIN_BOOKING, WHOLE_DAY } from '../../contract/records/booking';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { Id } from '../../contract/scalars';
import { dateOf, dayNumber } from '../../domain/calendar';
import { changeBooking, makeBooking } from '../schedule/bookings';
import { dayAt, type Reader, type Tx } from '../store';

/** First and last day of so many from today on, on the station's clock. */
export function daysFrom(reader: Reader, now: number, days: number): Pick<Booking, 'from' | 'to'> {
  const from = dayAt(reader, now);
  return { from, to: dateOf(dayNumber(from) + days - 1) };
}

/** What panels show of it; null before it is published. */
export const cardAssetOf = (reader: Reader, { cardId }: Pick<HoaxCase, 'cardId'>): Id | null =>
  cardId === null ? null : (reader.get('card', cardId)?.assetId ?? null);

/** Of this material, and not over. What makes good for another stays what it was given for. */
export function liveOf(reader: Reader, assetId: Id, now: number): Booking[] {
  const today = dayAt(reader, now);
  return reader
    .all('booking')
    .filter(
      ({ what, to, makeGoodFor }) => what.kind === 'asset' && what.assetId === assetId && to >= today && !makeGoodFor,
    );
}

/** Those that the desk made and nobody has deleted. */
export const ownIn = (reader: Reader, { bookingIds }: Pick<HoaxCase, 'bookingIds'>): Id[] =>
  bookingIds.filter((id) => reader.get('booking', id) !== undefined);

/** Every day and all day, as the desk books. */
const PLAIN_DAYS = {
  ...PLAIN_BOOKING,
  ...{ weekdays: EVERY_DAY, dayparts: WHOLE_DAY, zone: 'station', paused: false },
} satisfies Partial<BookingDraft>;

export const plainDraft = (
  draft: Pick<BookingDraft, 'name' | 'what' | 'where' | 'how' | 'from' | 'to'>,
): BookingDraft => ({
  ...PLAIN_DAYS,
  ...draft,
});

/** Nobody has given it hours or days of its own: another panel beside its own has them all. */
const isPlain = (booking: Booking): boolean =>
  booking.how.kind === 'rotation' &&
  Object.entries(PLAIN_DAYS).every(([field, value]) => isDeepStrictEqual(booking[field as keyof Booking], value));

/**
 * With other days: from today, to the last day asked for. Hours, weekdays and how often are left as somebody set them; that it was paused is
 * not, since whoever publishes there again wants it shown.
 * @param exact else it is lengthened only: what stands there besides was not asked about
 */
export function withDays(booking: Booking, { from, to }: Pick<Booking, 'from' | 'to'>, exact: boolean): Booking {
  const [first, last] = [booking.from < from ? booking.from : from, exact || booking.to < to ? to : booking.to];
  return { ...booking, from: first, to: last, paused: false };
}

const ONCE_APPROVED = { onceApproved: true };

interface OnPanels {
  one: Pick<HoaxCase, 'name' | 'bookingIds'>;
  assetId: Id;
  on: PublishOn;
  now: number;
  by: string;
}

/**
 * Where it is booked already, that booking goes on: two would give it two shares of the turns. Panels that are new join the desk's own
 * booking where it ends on the same day. Also of a card that nobody has approved yet: it is judged at every moment, and shown from the
 * approval on. Answers what the desk made.
 */
export function bookPanels(tx: Tx, { one, assetId, on, now, by }: OnPanels): Id[] {
  const days = daysFrom(tx, now, on.days);
  const asked = panelsOf(tx, on);
  const isOwn = ({ id }: Booking) => one.bookingIds.includes(id);
  const all = liveOf(tx, assetId, now).filter(isOnPanels);
  const going = all.filter(({ where }) => panelsOf(tx, where).some((id) => asked.includes(id)));
  const widens = (booking: Booking) => isOwn(booking) && isPlain({ ...booking, paused: false });
  const wide =
    going.find(widens) ?? all.find((booking) => widens(booking) && !booking.paused && booking.to === days.to);
  const rest = restOf(tx, on, going, wide);
  const isRest = rest.displayIds.length + rest.groupIds.length > 0;
  const home = isRest ? wide : undefined;
  for (const booking of home ? new Set([...going, home]) : going) {
    const exact = isOwn(booking) && panelsOf(tx, booking.where).every((id) => asked.includes(id));
    const { where } = booking;
    const wider = {
      displayIds: [...where.displayIds, ...rest.displayIds],
      groupIds: [...where.groupIds, ...rest.groupIds],
    };
    const draft = { ...withDays(booking, days, exact), where: booking === home ? wider : where };
    changeBooking(tx, booking.id, draft, ONCE_APPROVED);
  }
  if (!isRest || home) return [];
  const draft = {
    name: one.name,
    what: { kind: 'asset', assetId },
    where: rest,
    how: { kind: 'rotation' },
    ...days,
  } as const;
  return [makeBooking(tx, plainDraft(draft), { now, by, ...ONCE_APPROVED }).id];
}

/**
 * Where it is not booked yet. Of a group with displays that other bookings name, the displays that are left: within one booking a display
 * counts once, however often it is named.
 * @param wide the booking that takes them in
 */
function restOf(reader: Reader, on: PublishOn, going: readonly Booking[], wide: Booking | undefined): Booking['where'] {
  const panels = (bookings: readonly Booking[]) => new Set(bookings.flatMap(({ where }) => panelsOf(reader, where)));
  const [named, byOthers] = [panels(going), panels(going.filter((booking) => booking !== wide))];
  const asked = on.groupIds
    .filter((id) => !named.has(id))
    .map((id) => ({ id, inside: reader.get('displayGroup', id)?.displayIds ?? [] }));
  const isShared = ({ inside }: (typeof asked)[number]) => inside.some((id) => byOthers.has(id));
  const left = asked.filter(isShared).flatMap(({ inside }) => inside);
  return {
    displayIds: [...new Set([...on.displayIds, ...left])].filter((id) => !named.has(id)),
    groupIds: asked.filter((group) => !isShared(group)).map(({ id }) => id),
  };
}

export const isOnPanels = ({ where }: Pick<Booking, 'where'>): boolean =>
  where.groupIds.length > 0 || where.displayIds.some((id) => id !== RADIO_CHANNEL_ID);

/** Displays and groups, and the displays that are in those groups. */
function panelsOf(reader: Reader, { displayIds, groupIds }: Booking['where']): Id[] {
  const inside = groupIds.flatMap((id) => reader.get('displayGroup', id)?.displayIds ?? []);
  return [...displayIds.filter((id) => id !== RADIO_CHANNEL_ID), ...groupIds, ...inside];
}
