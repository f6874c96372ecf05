import { z } from 'zod';
import { DisplayStatus } from '../live';
import { Display, DisplayGroup, PitchMm, Profile, ViewingM } from '../records/display';
import { Play, PlayOutcome } from '../records/play';
import { Id, Instant, Name, Zone } from '../scalars';
import { Paging } from './paging';
import { command, query } from './procedure';
import { Shown } from './shown';

/** A display without its token. */
export const PublicDisplay = Display.omit({ token: true }).extend({ pairedAt: Instant.nullable() });
export type PublicDisplay = z.infer<typeof PublicDisplay>;

/** A page that shows a code and waits for an operator. */
export const Pairing = z.object({
  code: z.string(),
  since: Instant,
  expiresAt: Instant,
  address: z.string(),
  userAgent: z.string(),
  width: z.int(),
  height: z.int(),
});

const DisplayFields = z.object({
  name: Name,
  place: z.string().max(200),
  zone: Zone,
  profile: Profile,
  fillerPlaylistId: Id.nullable(),
  /** How it is seen: without them a new display has none. */
  pitchMm: PitchMm.nullable().optional(),
  viewingM: ViewingM.nullable().optional(),
});

export const displaysApi = {
  list: query('read')
    .route({ method: 'GET', path: '/displays' })
    .output(z.array(z.object({ display: PublicDisplay, status: DisplayStatus }))),
  create: command('displays').route({ method: 'POST', path: '/displays' }).input(DisplayFields).output(PublicDisplay),
  update: command('displays')
    .route({ method: 'PATCH', path: '/displays/{id}' })
    .input(DisplayFields.partial().extend({ id: Id, rev: z.int() }))
    .output(PublicDisplay),
  /** Refused while booked, by its own name or through a group, with the places in `details`. Its plays stay. */
  remove: command('displays')
    .route({ method: 'DELETE', path: '/displays/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
  pairings: query('read').route({ method: 'GET', path: '/pairings' }).output(z.array(Pairing)),
  /** Gives the page that shows `code` this display's token. A page that held it before is dropped. */
  pair: command('displays')
    .route({ method: 'POST', path: '/displays/{id}/pair' })
    .input(z.object({ id: Id, code: z.string().trim().toUpperCase().length(6) }))
    .output(PublicDisplay),
  revoke: command('displays')
    .route({ method: 'POST', path: '/displays/{id}/revoke' })
    .input(z.object({ id: Id }))
    .output(PublicDisplay),
  identify: command('displays')
    .route({ method: 'POST', path: '/displays/{id}/identify' })
    .input(z.object({ id: Id }))
    .output(z.null()),
  /** For the desktop window and the demo: makes a one-time address that opens this display's page already paired. */
  localPage: command('displays')
    .route({ method: 'POST', path: '/displays/{id}/local-page' })
    .input(z.object({ id: Id }))
    .output(z.object({ path: z.string() })),
  /** Consoles that look at pictures say so every 20 s; displays send them only then. */
  watch: query('read').route({ method: 'POST', path: '/displays/watch' }).output(z.null()),
};

export const groupsApi = {
  list: query('read').route({ method: 'GET', path: '/groups' }).output(z.array(DisplayGroup)),
  create: command('displays')
    .route({ method: 'POST', path: '/groups' })
    .input(z.object({ name: Name, displayIds: z.array(Id).max(5000) }))
    .output(DisplayGroup),
  /** `leavesBookings` where a display would lose what is booked for the group, unless `evenIfBooked`. */
  update: command('displays')
    .route({ method: 'PATCH', path: '/groups/{id}' })
    .input(
      z.object({
        id: Id,
        rev: z.int(),
        name: Name.optional(),
        displayIds: z.array(Id).max(5000).optional(),
        evenIfBooked: z.boolean().default(false),
      }),
    )
    .output(DisplayGroup),
  remove: command('displays')
    .route({ method: 'DELETE', path: '/groups/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};

const At = z.coerce.number().pipe(Instant);
export const PlayQuery = z.object({
  displayId: Id.optional(),
  assetId: Id.optional(),
  bookingId: Id.optional(),
  outcome: PlayOutcome.optional(),
  from: At.optional(),
  until: At.optional(),
});
export type PlayQuery = z.infer<typeof PlayQuery>;

export const proofApi = {
  /** Newest first. `before` is the `cursor` of the page above. */
  plays: query('read')
    .route({ method: 'GET', path: '/plays' })
    .input(
      PlayQuery.extend({
        before: z.string().max(100).optional(),
        limit: Paging.limit,
      }),
    )
    .output(z.object({ items: z.array(Play), cursor: z.string().nullable() })),
  /** How many there are and how they went. CSV of the same filters is at `/api/plays.csv`. */
  summary: query('read')
    .route({ method: 'GET', path: '/plays/summary' })
    .input(PlayQuery)
    .output(z.object({ total: z.int(), shownMs: z.int(), byOutcome: z.record(PlayOutcome, z.int()) })),
  /** What a display reported to have shown between two instants, at most a day (25 h) apart; the future is left out. */
  shown: query('read')
    .route({ method: 'GET', path: '/displays/{displayId}/shown' })
    .input(z.object({ displayId: Id, from: At, until: At }))
    .output(Shown),
};
