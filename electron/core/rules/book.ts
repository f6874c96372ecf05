/** The rules as they stand, opened for judging: made anew only when a record they stand on has changed. */
import type { Asset } from '../../contract/records/asset';
import type { Display } from '../../contract/records/display';
import type { Channel, Matter } from '../../contract/records/matter';
import { matterOf } from '../../domain/judge/matter-of';
import { openBook } from '../../domain/judge/open';
import { type Context, type Law, type OpenBook, type Place, TRUSTED } from '../../domain/judge/types';
import { type Reader, rulesIn, settingsOf } from '../store';

/** Kinds of record that the book is made of. */
export const OF_BOOK = ['rule', 'stageCalendar', 'lockLift', 'settings'] as const;

interface Opened {
  /** The very records; a change makes new ones. */
  of: readonly object[];
  /** What else it stands on. */
  beside: string;
  open: OpenBook;
  /** Told apart from every other book of this process. */
  serial: number;
}

/** A draft, a version and the store may be asked in turn. */
const KEPT = 4;
let kept: Opened[] = [];
let serial = 0;

type Ground = Pick<Reader, 'get' | 'all'>;

function opened(reader: Ground): Opened {
  const settings = settingsOf(reader);
  const [rules, calendars, lifts] = [reader.all('rule'), reader.all('stageCalendar'), reader.all('lockLift')];
  const of = [...rules, ...calendars, ...lifts];
  const kinds = rules.some(({ scope }) => scope.agencyKinds.length > 0) ? kindsOf(reader) : [];
  const beside = JSON.stringify([settings.zone, settings.categories, kinds]);
  const known = kept.find(
    (each) => each.beside === beside && each.of.length === of.length && each.of.every((one, at) => one === of[at]),
  );
  if (known) return known;
  serial++;
  const fresh = { of, beside, open: openBook({ ...rulesIn(reader), version: 1, madeAt: 0 }), serial };
  kept = [fresh, ...kept].slice(0, KEPT);
  return fresh;
}

/** Rules that go by kinds of agency move when one is said to be of another kind. */
const kindsOf = (reader: Ground) => reader.all('agency').map(({ id, kind }) => [id, kind]);

export const openBookOf = (reader: Ground): OpenBook => opened(reader).open;

/** What every output of the station judges by; its own clock is the one that displays follow. */
export const contextOf = (reader: Ground): Context => ({ book: openBookOf(reader), clock: TRUSTED });

/** By what a display's days are judged. Displays of one print have the same law. */
export function lawFor(reader: Ground, display: Pick<Display, 'id' | 'place'>, groupIds: readonly string[]): Law {
  const { open, serial: number } = opened(reader);
  const place = displayPlace(display, groupIds);
  const here = open.book.rules.filter((rule) => isHere(rule, place)).map(({ id }) => id);
  return {
    place,
    context: { book: open, clock: TRUSTED },
    agencyOf: (agencyId) => (agencyId === null ? undefined : reader.get('agency', agencyId)),
    print: `${number} ${here.join()}`,
  };
}

export const displayPlace = ({ id, place }: Pick<Display, 'id' | 'place'>, groupIds: readonly string[]): Place => ({
  channel: 'displays',
  id,
  groupIds,
  site: place,
});

/** A channel as a whole: the radio, a feed, a package. */
export const channelPlace = (channel: Channel): Place => ({ channel, id: channel, groupIds: [], site: '' });

/** The breaks of the radio, where its bookings air. */
export const BREAKS: Place = { ...channelPlace('radio'), breaks: true };

export function matterIn(reader: Ground, asset: Asset, ms?: number): Matter {
  const agency = asset.agencyId === null ? undefined : reader.get('agency', asset.agencyId);
  return matterOf(asset, agency, settingsOf(reader).zone, ms);
}

type Bound = Pick<OpenBook['book']['rules'][number], 'displayIds' | 'groupIds' | 'places'>;

/** Whether the rule names this display among others; one that names none is everybody's. */
function isHere({ displayIds, groupIds, places }: Bound, place: Place): boolean {
  if (displayIds.length + groupIds.length + places.length === 0) return false;
  const named = displayIds.includes(place.id) || groupIds.some((id) => place.groupIds.includes(id));
  return (displayIds.length + groupIds.length === 0 || named) && (places.length === 0 || places.includes(place.site));
}
