import { z } from 'zod';
import { Booking, BookingDraft } from '../records/booking';
import { Play } from '../records/play';
import { Playlist, PlaylistItem, SmartRule } from '../records/playlist';
import { Clip, Plan } from '../records/timeline';
import { DurationMs, Id, Instant, Name } from '../scalars';
import { ExplainedPage, ExplainQuery } from './explain';
import { command, query } from './procedure';

/**
 * A playlist with what its items come to; a length is null for an item that cannot play. Of a smart playlist they are the
 * lengths of what it finds now: the assets of `found`, in order; null for one made by hand.
 */
export const PlaylistView = Playlist.extend({
  totalMs: DurationMs,
  lengths: z.array(DurationMs.nullable()),
  found: z.array(Id).nullable(),
});
export type PlaylistView = z.infer<typeof PlaylistView>;

export const playlistsApi = {
  list: query('read').route({ method: 'GET', path: '/playlists' }).output(z.array(PlaylistView)),
  get: query('read')
    .route({ method: 'GET', path: '/playlists/{id}' })
    .input(z.object({ id: Id }))
    .output(PlaylistView),
  create: command('schedule')
    .route({ method: 'POST', path: '/playlists' })
    .input(
      z.object({
        name: Name,
        items: z.array(PlaylistItem).max(2000).default([]),
        smart: SmartRule.nullable().default(null),
      }),
    )
    .output(PlaylistView),
  update: command('schedule')
    .route({ method: 'PATCH', path: '/playlists/{id}' })
    .input(
      z.object({
        id: Id,
        rev: z.int(),
        name: Name.optional(),
        items: z.array(PlaylistItem).max(2000).optional(),
        /** Null: the items of before again. */
        smart: SmartRule.nullable().optional(),
      }),
    )
    .output(PlaylistView),
  /** Refused while booked or used as filler, with the places in `details`. */
  remove: command('schedule')
    .route({ method: 'DELETE', path: '/playlists/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};

export const bookingsApi = {
  list: query('read').route({ method: 'GET', path: '/bookings' }).output(z.array(Booking)),
  create: command('schedule').route({ method: 'POST', path: '/bookings' }).input(BookingDraft).output(Booking),
  /** The whole draft each time: a booking is one decision. */
  update: command('schedule')
    .route({ method: 'PUT', path: '/bookings/{id}' })
    .input(z.object({ id: Id, rev: z.int(), draft: BookingDraft }))
    .output(Booking),
  /**
   * Several bookings as one decision, done or refused as a whole, and undone as one. Refused as `stale` where one of them has
   * changed since; `details` names each. Answers those changed and made, in that order.
   */
  updateMany: command('schedule')
    .route({ method: 'POST', path: '/bookings/many' })
    .input(
      z.object({
        changed: z
          .array(z.object({ id: Id, rev: z.int(), draft: BookingDraft }))
          .max(500)
          .default([]),
        made: z.array(BookingDraft).max(500).default([]),
        removed: z
          .array(z.object({ id: Id, rev: z.int() }))
          .max(500)
          .default([]),
      }),
    )
    .output(z.array(Booking)),
  remove: command('schedule')
    .route({ method: 'DELETE', path: '/bookings/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};

/** Of a draft of the schedule instead of what is published. */
const draftId = Id.optional();

const At = z.coerce.number().pipe(Instant);

/**
 * What a display shows at one instant, and why. `log`: what it reported to have shown. `plan`: what the bookings of today
 * make of it; of an instant that is over (`past`), because nothing was reported.
 */
export const Answer = z.discriminatedUnion('source', [
  z.object({ source: z.literal('log'), at: Instant, play: Play }),
  z.object({
    source: z.literal('plan'),
    at: Instant,
    past: z.boolean(),
    clip: Clip.nullable(),
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    next: z.object({ clip: Clip, at: Instant }).nullable(),
  }),
]);
export type Answer = z.infer<typeof Answer>;

export const scheduleApi = {
  /**
   * Any display's timeline between two instants, at most a day at a time: 25 h, as when clocks go back. Not the pushed one:
   * compiled for the question from the bookings of today, also where it lies in the past.
   */
  timeline: query('read')
    .route({ method: 'GET', path: '/displays/{displayId}/timeline' })
    .input(z.object({ displayId: Id, from: At, until: At, draftId }))
    .output(Plan),
  whatPlays: query('read')
    .route({ method: 'GET', path: '/displays/{displayId}/at' })
    .input(z.object({ displayId: Id, at: At }))
    .output(Answer),
  /** Every decision of a display's day by today's bookings: what stands where and why, what was passed over and why. */
  explain: query('read')
    .route({ method: 'GET', path: '/displays/{displayId}/explain' })
    .input(ExplainQuery)
    .output(ExplainedPage),
  /** Compile and push now; answers when every changed timeline has been handed to its connection. */
  push: command('schedule')
    .route({ method: 'POST', path: '/push' })
    .output(z.object({ changed: z.int() })),
};
