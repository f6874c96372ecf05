/** Where plays were lost and may be given again: a display, or the radio. */
import type { Booking } from '../../contract/records/booking';
import type { Display } from '../../contract/records/display';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { Id, Zone } from '../../contract/scalars';
import { timeMs } from '../../domain/calendar';
import { type CompileInput, compileInSteps } from '../../domain/compile';
import { matterOf } from '../../domain/judge/matter-of';
import { playsPerBooking } from '../../domain/make-goods';
import { materialsOf } from '../../domain/material';
import { profileKey } from '../../domain/profile';
import { pieceFinder, spotMaterial } from '../../domain/spots/pieces';
import { onRadio } from '../../domain/spots/radio';
import type { Steps } from '../../domain/steps';
import { instantOf } from '../../domain/time';
import { type Network, questionOf } from '../schedule';
import { lookups, type Store, settingsOf } from '../store';
import type { Stock } from './allowed';

export interface PlacesNeed {
  store: Store;
  network: Network;
  /** How often each booking would air on the radio on a day, were these all that name it. */
  radioPlays(day: number, bookings: readonly Booking[]): Steps<ReadonlyMap<Id, number>>;
}

export interface Place {
  zone: Zone;
  ground: Pick<CompileInput, 'station' | 'agreements'>;
  /** That play there. */
  bookings: readonly Booking[];
  stockOf(booking: Booking): Stock;
  /** Plays of each on a day, and through the night where `lost` has one. */
  playsOn(day: number, lost: Booking, bookings: readonly Booking[]): Steps<ReadonlyMap<Id, number>>;
  /** What is said where some found no place. */
  noRoom: string;
}

/** Null where the display is gone. */
export function placeOf(need: PlacesNeed, id: Id): Place | null {
  if (id === RADIO_CHANNEL_ID) return radioPlace(need);
  const display = need.store.get('display', id);
  return display ? displayPlace(need, display) : null;
}

function displayPlace({ store, network }: PlacesNeed, display: Display): Place {
  const question = questionOf(store, network, display);
  const { station } = question;
  const wanted = { profileKey: profileKey(display.profile), stillMs: station.stillMs, zone: station.zone };
  return {
    zone: display.zone,
    ground: question,
    bookings: question.bookings,
    noRoom: 'makeGood.noRoom',
    stockOf({ what }) {
      const { pieces, leftOut } = materialsOf(question, wanted)(what);
      return { pieces, leftOut: leftOut.map(({ because }) => because), zone: display.zone };
    },
    *playsOn(day, { dayparts }, bookings) {
      const nights = dayparts.some(({ start, end }) => timeMs(end) <= timeMs(start));
      const from = instantOf(day, 0, display.zone);
      const until = instantOf(day + (nights ? 2 : 1), 0, display.zone);
      return playsPerBooking(yield* compileInSteps({ ...question, from, until, bookings }));
    },
  };
}

/** In the breaks of rundowns that are there already. */
function radioPlace({ store, radioPlays }: PlacesNeed): Place {
  const station = settingsOf(store);
  const { zone, audioLoudnessLufs: loudnessLufs } = station;
  const sources = lookups(store);
  const pieceOf = pieceFinder(sources.assets, { loudnessLufs, zone, at: 0 }, (asset, ms) =>
    matterOf(asset, undefined, zone, ms),
  );
  return {
    zone,
    ground: { station, agreements: sources.agreements },
    bookings: onRadio(store.all('booking')),
    noRoom: 'makeGood.noBreak',
    stockOf: ({ what }) => ({ ...spotMaterial(what, sources, pieceOf), zone }),
    playsOn: (day, _lost, bookings) => radioPlays(day, bookings),
  };
}
