/** An answer in the breaks of the radio: sound of the library, booked as every spot is and judged like it. */
import type { PublishSpot } from '../../contract/api/hoaxes';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { Id } from '../../contract/scalars';
import { isOnRadio } from '../../domain/spots/radio';
import { changeBooking, makeBooking } from '../schedule/bookings';
import type { Tx } from '../store';
import { daysFrom, isOnPanels, liveOf, plainDraft, withDays } from './bookings';

interface OnRadio {
  one: Pick<HoaxCase, 'name' | 'bookingIds' | 'spokenId'>;
  spot: PublishSpot;
  now: number;
  by: string;
}

/**
 * The desk's own booking goes on with this sound, though it was another before: an answer is told in one way. One that somebody else made of
 * the sound is lengthened, and never made shorter or rarer. Answers what the desk made.
 */
export function bookSpot(tx: Tx, { one, spot: { assetId, days, plays }, now, by }: OnRadio): Id[] {
  const what = { kind: 'asset', assetId } as const;
  const how = { kind: 'frequency', plays, per: 'day' } as const;
  const until = daysFrom(tx, now, days);
  const onAir = (sound: Id) => liveOf(tx, sound, now).filter(isOnRadio);
  // On a panel besides it shows a picture: somebody made more of it than a spoken answer.
  const own = onAir(one.spokenId ?? assetId).find((each) => one.bookingIds.includes(each.id) && !isOnPanels(each));
  const held = own ?? onAir(assetId)[0];
  if (held) {
    const often = own?.how.kind === 'frequency' && own.how.per === 'day' ? how : held.how;
    changeBooking(tx, held.id, { ...withDays(held, until, own !== undefined), what, how: often });
    return [];
  }
  const where = { displayIds: [RADIO_CHANNEL_ID], groupIds: [] };
  return [makeBooking(tx, plainDraft({ name: one.name, what, where, how, ...until }), { now, by }).id];
}
