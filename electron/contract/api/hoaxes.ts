/** The hoax desk: rumours reported, checked and answered. */
import { z } from 'zod';
import { Clarification, HoaxCase, HoaxReport } from '../records/hoax-case';
import { Id, LocalDate } from '../scalars';
import { Paging } from './paging';
import { command, query } from './procedure';

const one = z.object({ id: Id });
const held = one.extend({ rev: z.int() });

const days = z.int().min(1).max(365);

/** Panels that show an answer by turns with what they show, from today on. Where it is booked already, that booking is lengthened and widened. */
export const PublishOn = z
  .object({
    displayIds: z.array(Id).max(1000).default([]),
    groupIds: z.array(Id).max(100).default([]),
    days,
  })
  .refine(({ displayIds, groupIds }) => displayIds.length + groupIds.length > 0, { error: 'no display or group' });
export type PublishOn = z.infer<typeof PublishOn>;

/** Sound of the library that says the answer in breaks of the radio, from today on. Of one case there is one: another takes its place. */
export const PublishSpot = z.object({ assetId: Id, days, plays: z.int().min(1).max(48) });
export type PublishSpot = z.infer<typeof PublishSpot>;

/** One place of an answer. Of a booking that names several, each stands for itself; the radio's is `RADIO_CHANNEL_ID`. */
export const HoaxPlaceRef = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('playlist'), id: Id }),
  z.object({ kind: z.enum(['display', 'group', 'radio']), id: Id, bookingId: Id }),
  z.object({ kind: z.literal('rundown'), id: Id }),
]);
export type HoaxPlaceRef = z.infer<typeof HoaxPlaceRef>;

const [inPlaylist, booked, inRundown] = HoaxPlaceRef.options;
const named = { name: z.string() };

/**
 * What an item reads out: the answer as it is, or as its editors put it since; the desk's words of an `earlier` answer, written anew
 * when it is published again; or words that an editor put, before the answer was changed, and that nobody but an editor changes.
 */
export const ReadOutWords = z.enum(['current', 'earlier', 'edited']);
export type ReadOutWords = z.infer<typeof ReadOutWords>;

/** A case in the list. `shown`: its answer is somewhere, or is still to be read out. */
export const HoaxLine = HoaxCase.extend({ shown: z.boolean() });
export type HoaxLine = z.infer<typeof HoaxLine>;

/** Where an answer is now, whoever put it there. */
export const HoaxPlace = z.discriminatedUnion('kind', [
  inPlaylist.extend(named),
  /** Of the radio, `name` is the sound's. `own`: made by the desk for it; what others booked is theirs to end. */
  booked.extend({ ...named, from: LocalDate, to: LocalDate, paused: z.boolean(), own: z.boolean() }),
  /** `over`: its broadcast is, and the item stays. */
  inRundown.extend({ ...named, date: LocalDate, over: z.boolean(), words: ReadOutWords }),
]);
export type HoaxPlace = z.infer<typeof HoaxPlace>;

/** Which month, on the station's clock; absent: all. */
export const HoaxQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .optional(),
});
export type HoaxQuery = z.infer<typeof HoaxQuery>;

/** Where a case lies: still to be worked on, answered, or put aside. */
export const HoaxShelf = z.enum(['open', 'published', 'dismissed']);
export type HoaxShelf = z.infer<typeof HoaxShelf>;

export const HoaxPage = z.object({
  /** Absent: all of them, newest first. */
  shelf: HoaxShelf.optional(),
  /** Words of the claim, its answer, where it goes round and who told, all of which must be there. */
  search: z.string().max(200).default(''),
  /** Asks where this case stands among those that are meant. */
  placeOf: z.string().max(40).optional(),
  ...Paging,
});
export type HoaxPage = z.output<typeof HoaxPage>;

export const MonthMeasure = z.object({
  /** `2026-11`, of the report, on the station's clock. */
  month: z.string(),
  reported: z.int(),
  dismissed: z.int(),
  answered: z.int(),
  /** Of those answered. */
  withinTarget: z.int(),
  /** Time taken, ms; null where nothing was answered. */
  medianMs: z.number().nullable(),
});
export type MonthMeasure = z.infer<typeof MonthMeasure>;

export const hoaxesApi = {
  /** A page of them: what is open waits longest first, all else is newest first. `counts` are of all that the words mean. */
  list: query('read')
    .route({ method: 'GET', path: '/hoaxes' })
    .input(HoaxPage)
    .output(z.object({ items: z.array(HoaxLine), counts: z.record(HoaxShelf, z.int()), place: z.int().nullable() })),
  /** How quickly reports were answered, newest month first. */
  measures: query('read').route({ method: 'GET', path: '/hoaxes/measures' }).output(z.array(MonthMeasure)),
  report: command('desk').route({ method: 'POST', path: '/hoaxes' }).input(HoaxReport).output(HoaxCase),
  update: command('desk')
    .route({ method: 'PUT', path: '/hoaxes/{id}' })
    .input(held.extend({ report: HoaxReport }))
    .output(HoaxCase),
  /** Takes it up: the caller is its redaktur. */
  check: command('desk').route({ method: 'POST', path: '/hoaxes/{id}/check' }).input(held).output(HoaxCase),
  /** Says what is true and makes its card, or changes both. */
  clarify: command('desk')
    .route({ method: 'POST', path: '/hoaxes/{id}/clarify' })
    .input(held.extend({ clarification: Clarification }))
    .output(HoaxCase),
  /** The case as it is, and where its answer is: playlists that hold it, live bookings of it, rundowns in which it is read out. */
  places: query('desk')
    .route({ method: 'GET', path: '/hoaxes/{id}/places' })
    .input(one)
    .output(z.object({ one: HoaxCase, places: z.array(HoaxPlace) })),
  /**
   * Publishes its card and puts it at the end of these playlists; it airs as soon as it is approved. `on` and `spot` book it and take the
   * right to plan; `rundownId` adds it to a rundown, to be read out, and takes the right to write rundowns. All of it is done or nothing;
   * asked again it is in no place twice. Where it is still to be read out in the desk's own words, those become the answer of now. A card that says the same as before keeps its approval.
   */
  publish: command('desk')
    .route({ method: 'POST', path: '/hoaxes/{id}/publish' })
    .input(
      held.extend({
        playlistIds: z.array(Id).max(50),
        on: PublishOn.nullable().default(null),
        rundownId: Id.nullable().default(null),
        spot: PublishSpot.nullable().default(null),
      }),
    )
    .output(HoaxCase),
  /**
   * Off one of its places, by the right to that place. With the last of them, where nothing of it has aired yet, it is ready to be published
   * and its clock goes on.
   */
  takeOff: command('desk')
    .route({ method: 'POST', path: '/hoaxes/{id}/off' })
    .input(held.extend({ place: HoaxPlaceRef }))
    .output(HoaxCase),
  /** Nothing to answer: a joke, a doublet; and why. */
  dismiss: command('desk')
    .route({ method: 'POST', path: '/hoaxes/{id}/dismiss' })
    .input(held.extend({ why: z.string().trim().min(1).max(1000) }))
    .output(HoaxCase),
  /** How long it may take, hours. */
  target: command('approve')
    .route({ method: 'PUT', path: '/hoaxes/target' })
    .input(z.object({ hours: z.int().min(1).max(720) }))
    .output(z.null()),
};
