/** What bookings ask for of caps that count the whole station: at which places, how often a day, since when. */
import type { Booking, BookingWhat } from '../../contract/records/booking';
import type { Matter } from '../../contract/records/matter';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { BookRule } from '../../contract/records/rulebook';
import type { Zone } from '../../contract/scalars';
import { playsIn, windowsUnder } from '../../domain/bills';
import { countedAs } from '../../domain/judge/caps';
import { names } from '../../domain/judge/open';
import type { Claim, ClaimsOf } from '../../domain/judge/station';
import type { OpenBook, Place } from '../../domain/judge/types';
import { plannedMs } from '../../domain/material';
import { itemsOf, wholeOf } from '../../domain/smart';
import { daySpan } from '../../domain/time';
import { groupsByDisplay, lookups, type Reader, type Store, settingsOf } from '../store';
import { BREAKS, displayPlace, matterIn } from './places';

/** With what smart playlists find, and when records have changed, where the reader knows it. */
export type Whole = Pick<Reader, 'get' | 'all' | 'find'> & Partial<Pick<Store, 'lastChange'>>;

/** A place as it is, or would be, booked. */
export interface Own {
  place: Place;
  bookings: readonly Booking[];
}

/** One booking at one of its places. */
export interface Standing {
  booking: Booking;
  place: Place;
  zone: Zone;
}
/** With what of its material a rule counts there. */
type Counted = Standing & { matters: readonly Matter[] };

export interface Claims {
  of: ClaimsOf;
  /** All that a rule counts, wherever it stands. */
  under(rule: BookRule): readonly Counted[];
}

/** Records are read when first asked for; of one moment, as all that a compile reads. */
export function claimsIn(reader: Whole, open: OpenBook, own?: Own): Claims {
  const { zone } = settingsOf(reader);
  const { agreements } = lookups(reader);
  const mattersOf = materials(reader);
  const byRule = new Map<string, Counted[]>();
  let all: Standing[] | null = null;

  function countedBy(rule: BookRule): Counted[] {
    const known = byRule.get(rule.id);
    if (known) return known;
    all ??= standingIn(reader, own);
    const counted = all.flatMap((each): Counted[] => {
      const matters = mattersOf(each.booking.what).filter(
        (matter) => names(rule, matter) && open.rulesFor(matter, each.place).includes(rule),
      );
      return matters.length === 0 ? [] : [{ ...each, matters }];
    });
    byRule.set(rule.id, counted);
    return counted;
  }

  function airsOn({ booking, zone: at }: Standing, day: number): boolean {
    const span = daySpan(day, zone);
    const input = { agreements, ...span, display: { zone: at }, station: { zone } };
    return playsIn(windowsUnder(input, booking), span.from, span.until);
  }

  return {
    of(rule, matter, day) {
      const key = countedAs(rule, matter);
      return countedBy(rule).flatMap((each): Claim[] => {
        const same = each.matters.filter((one) => countedAs(rule, one) === key);
        if (same.length === 0 || !airsOn(each, day)) return [];
        const { booking, place } = each;
        const ms = Math.max(...same.map((one) => one.ms));
        return [{ placeId: place.id, plays: playsADay(booking), ms, since: booking.since ?? booking.createdAt }];
      });
    },
    under: countedBy,
  };
}

/** At its own place those bookings that are given, which may be about to be made; elsewhere as they are. */
export function standingIn(reader: Whole, own?: Own): Standing[] {
  const { zone } = settingsOf(reader);
  const groupsOf = groupsByDisplay(reader);
  const places = new Map<string, Omit<Standing, 'booking'>>(
    reader
      .all('display')
      .map((display) => [display.id, { place: displayPlace(display, [...groupsOf(display.id)]), zone: display.zone }]),
  );
  places.set(RADIO_CHANNEL_ID, { place: BREAKS, zone });
  const ownZone = [...places.values()].find(({ place }) => place.id === own?.place.id)?.zone ?? zone;
  const members = new Map(reader.all('displayGroup').map(({ id, displayIds }) => [id, displayIds]));
  const namedBy = ({ where }: Booking) => [
    ...new Set([...where.displayIds, ...where.groupIds.flatMap((id) => members.get(id) ?? [])]),
  ];
  const playing = reader.all('booking').filter(({ paused }) => !paused);
  const elsewhere = playing.flatMap((booking) =>
    namedBy(booking).flatMap((id) => {
      const at = places.get(id);
      return at && at.place.id !== own?.place.id ? [{ booking, ...at }] : [];
    }),
  );
  const here = own?.bookings.filter(({ paused }) => !paused) ?? [];
  return [...elsewhere, ...here.map((booking) => ({ booking, place: own?.place ?? BREAKS, zone: ownZone }))];
}

/** What each booking could air, as long as one play of it is. */
export function materials(reader: Whole): (what: BookingWhat) => readonly Matter[] {
  const { playlists, find } = lookups(reader);
  const { stillMs } = settingsOf(reader);
  const known = new Map<string, readonly Matter[]>();
  const read = (what: BookingWhat) => {
    const playlist = what.kind === 'playlist' ? playlists.get(what.playlistId) : undefined;
    const items = what.kind === 'asset' ? [wholeOf(what.assetId)] : playlist ? itemsOf(playlist, find) : [];
    return items.flatMap((item): Matter[] => {
      const asset = reader.get('asset', item.assetId);
      return asset ? [matterIn(reader, asset, plannedMs(item, asset, stillMs) ?? undefined)] : [];
    });
  };
  return (what) => {
    const key = what.kind === 'playlist' ? what.playlistId : what.assetId;
    const matters = known.get(key) ?? read(what);
    known.set(key, matters);
    return matters;
  };
}

/** Of a share, a slot and turns it is not known beforehand. */
function playsADay({ how }: Booking): number {
  switch (how.kind) {
    case 'frequency':
      return how.per === 'day' ? how.plays : how.plays * 24;
    case 'exact':
      return how.times.length;
    case 'share':
    case 'slot':
    case 'rotation':
      return Number.POSITIVE_INFINITY;
    default:
      return how satisfies never;
  }
}
