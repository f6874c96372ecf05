/** The rules as they stand, opened for judging: made anew only when a record they stand on has changed. */
import type { Display } from '../../contract/records/display';
import { openBook } from '../../domain/judge/open';
import { type Context, type Law, type OpenBook, type Place, TRUSTED } from '../../domain/judge/types';
import { type Reader, rulesIn, settingsOf } from '../store';
import type { Own, Whole } from './claims';
import { displayPlace } from './places';
import { othersPartIn, sharedIn } from './shared-caps';

export { BREAKS, channelPlace, displayPlace, matterIn } from './places';

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
export function lawFor(reader: Whole, display: Pick<Display, 'id' | 'place'>, groupIds: readonly string[]): Law {
  const context = contextOf(reader);
  const place = displayPlace(display, groupIds);
  return {
    place,
    context,
    agencyOf: (agencyId) => (agencyId === null ? undefined : reader.get('agency', agencyId)),
    together: (bookings) => othersPart(reader, { place, bookings }),
    get print() {
      const print = printAt(reader, place);
      const shared = sharedIn(reader, openBookOf(reader));
      // Displays that have a part of a cap have each their own, and it goes by what is booked elsewhere.
      return shared?.displays.has(place.id) ? `${print} ${place.id} ${shared.print}` : print;
    },
  };
}

/** By which rules it is judged; the same for places that are alike before them. */
export function printAt(reader: Ground, place: Place): string {
  const { open, serial: number } = opened(reader);
  const here = open.book.rules.filter((rule) => isHere(rule, place)).map(({ id }) => id);
  return `${number} ${here.join()}`;
}

/** What of caps that count the whole station is others', were a place booked so; undefined where no rule counts so. */
export const othersPart = (reader: Whole, own?: Own): Context['used'] => othersPartIn(reader, openBookOf(reader), own);

/** Displays with a booking of what a rule counts at the whole station: what one is given is another's no more. */
export const countedTogether = (reader: Whole): ReadonlySet<string> =>
  sharedIn(reader, openBookOf(reader))?.displays ?? NOWHERE;
const NOWHERE: ReadonlySet<string> = new Set();

type Bound = Pick<OpenBook['book']['rules'][number], 'displayIds' | 'groupIds' | 'places'>;

/** Whether the rule names this display among others; one that names none is everybody's. */
function isHere({ displayIds, groupIds, places }: Bound, place: Place): boolean {
  if (displayIds.length + groupIds.length + places.length === 0) return false;
  const named = displayIds.includes(place.id) || groupIds.some((id) => place.groupIds.includes(id));
  return (displayIds.length + groupIds.length === 0 || named) && (places.length === 0 || places.includes(place.site));
}
