/** Where an answer is now, whoever put it there: what a person sees before choosing more, and may take off again. */
import type { HoaxPlace } from '../../contract/api/hoaxes';
import type { Booking } from '../../contract/records/booking';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { Id } from '../../contract/scalars';
import { itemsOf } from '../../domain/smart';
import { isOnRadio } from '../../domain/spots/radio';
import type { Reader } from '../store';
import { isToBeRead } from './answered';
import { cardAssetOf, liveOf } from './bookings';
import { readOutIn, wordsIn } from './read-out';

/** Panels first, as far as they are there; then playlists, the radio's breaks, rundowns. */
export function placesOf(reader: Reader, one: HoaxCase, now: number): HoaxPlace[] {
  const assetId = cardAssetOf(reader, one);
  const onPanels =
    assetId === null ? [] : liveOf(reader, assetId, now).flatMap((booking) => panelsIn(reader, booking, one));
  return [
    ...onPanels,
    ...playlistsWith(reader, assetId),
    ...spotsOf(reader, one, now),
    ...rundownsWith(reader, one, now),
  ];
}

const bookedAs = ({ id, from, to, paused }: Booking, { bookingIds }: HoaxCase) => ({
  ...{ bookingId: id, from, to, paused },
  own: bookingIds.includes(id),
});

function panelsIn(reader: Reader, booking: Booking, one: HoaxCase): HoaxPlace[] {
  const { displayIds, groupIds } = booking.where;
  const named = (kind: 'display' | 'group', id: Id, name: string | undefined): HoaxPlace[] =>
    name === undefined ? [] : [{ kind, id, name, ...bookedAs(booking, one) }];
  return [
    ...displayIds.flatMap((id) => named('display', id, reader.get('display', id)?.name)),
    ...groupIds.flatMap((id) => named('group', id, reader.get('displayGroup', id)?.name)),
  ];
}

const playlistsWith = (reader: Reader, assetId: Id | null): HoaxPlace[] =>
  reader
    .all('playlist')
    .filter(({ smart, items }) => smart === null && items.some((item) => item.assetId === assetId))
    .map(({ id, name }) => ({ kind: 'playlist', id, name }));

function spotsOf(reader: Reader, one: HoaxCase, now: number): HoaxPlace[] {
  const { spokenId } = one;
  const sound = spokenId === null ? undefined : reader.get('asset', spokenId);
  if (!sound) return [];
  const booked = liveOf(reader, sound.id, now).filter(isOnRadio);
  return booked.map((booking) => ({
    kind: 'radio',
    id: RADIO_CHANNEL_ID,
    name: sound.name,
    ...bookedAs(booking, one),
  }));
}

/** It is somewhere, or still to be read out. What has aired and is nowhere by now is known by this. */
export const isSomewhere = (places: readonly HoaxPlace[]): boolean =>
  places.some((place) => place.kind !== 'rundown' || !place.over);

/** Also by a playlist that finds it, which is no place to take it off. */
export function isShown(reader: Reader, one: HoaxCase, now: number): boolean {
  if (isSomewhere(placesOf(reader, one, now))) return true;
  const assetId = cardAssetOf(reader, one);
  const smart = assetId === null ? [] : reader.all('playlist').filter((each) => each.smart !== null);
  return smart.some((playlist) => itemsOf(playlist, reader.find).some((item) => item.assetId === assetId));
}

const rundownsWith = (reader: Reader, one: HoaxCase, now: number): HoaxPlace[] =>
  one.rundownIds.flatMap((id) => {
    const rundown = reader.get('rundown', id);
    if (!rundown || !reader.get('rundownItem', readOutIn(id, one))) return [];
    const { name, date } = rundown;
    const over = !isToBeRead(reader, one, id, now);
    return [{ kind: 'rundown', id, name, date, over, words: over ? 'current' : wordsIn(reader, one, id) }];
  });
