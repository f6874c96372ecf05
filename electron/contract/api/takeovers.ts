/** Taking displays over at once or as planned, ending it, and what became of it at each display. */
import { z } from 'zod';
import { PageUrl, Takeover, TakeoverFields, TakeoverReceipt, TakeoverWhere } from '../records/takeover';
import { Id, Instant, Reason } from '../scalars';
import { command, query } from './procedure';
import { LockNow } from './rules';

/** A display that was meant, whether or not it could be reached. */
export const TakeoverAt = z.object({
  displayId: Id,
  displayName: z.string(),
  connected: z.boolean(),
  receipt: TakeoverReceipt.nullable(),
  /** The takeover that this one lies under at this display, which has told that it shows it; null: none. */
  coveredBy: z.object({ id: Id, name: z.string() }).nullable(),
});
export type TakeoverAt = z.infer<typeof TakeoverAt>;

/** Of the displays that are meant, how many told what; one that has shown it also received it. `shown`: not where another lies above it. */
export const TakeoverCounts = z.object({
  displays: z.int(),
  received: z.int(),
  shown: z.int(),
  ended: z.int(),
  faulty: z.int(),
});
export type TakeoverCounts = z.infer<typeof TakeoverCounts>;

/** What is told of a takeover before it is sent. */
export const TakeoverReview = z.object({
  /** Why it would not be started; empty where it would. Where the rules refuse it on every display, their reasons. */
  against: z.array(Reason),
  /** Displays of which the rules say something, those of which they say the same together. */
  panels: z.array(
    z.object({
      displays: z.array(z.object({ id: Id, name: z.string() })),
      refused: z.array(Reason),
      warned: z.array(Reason),
      /** Where it is refused for a part of its time: the first such stretch. Null: all of it, or nothing is refused. */
      within: z.object({ from: Instant, until: Instant }).nullable(),
    }),
  ),
});
export type TakeoverReview = z.infer<typeof TakeoverReview>;

export const takeoversApi = {
  /** Those that hold or are planned, and those of the last 30 days; newest first. */
  list: query('read').route({ method: 'GET', path: '/takeovers' }).output(z.array(Takeover)),
  /** One, with every display it means, in order of name. */
  get: query('read')
    .route({ method: 'GET', path: '/takeovers/{id}' })
    .input(z.object({ id: Id }))
    .output(z.object({ takeover: Takeover, displays: z.array(TakeoverAt) })),
  /** What every console asks while displays answer: the list above of a thousand displays takes the station 30 ms to tell. */
  counts: query('read')
    .route({ method: 'GET', path: '/takeovers/{id}/counts' })
    .input(z.object({ id: Id }))
    .output(TakeoverCounts),
  /** What speaks against showing a page of the network; null: nothing. The station opens it once, which takes up to 5 s. */
  tryPage: query('schedule')
    .route({ method: 'GET', path: '/takeovers/try-page' })
    .input(z.object({ url: PageUrl }))
    .output(Reason.nullable()),
  /** Locks that hold or come within a week on any of these displays: under them what has no known category is refused. */
  locks: query('schedule')
    .route({ method: 'POST', path: '/takeovers/locks' })
    .input(z.object({ where: TakeoverWhere }))
    .output(z.array(LockNow)),
  /** What the rules say of it, were it started now. Starts nothing. */
  review: query('schedule')
    .route({ method: 'POST', path: '/takeovers/review' })
    .input(TakeoverFields)
    .output(TakeoverReview),
  /** Connected displays are told once it is on disk. A `from` in the past is now. */
  start: command('schedule').route({ method: 'POST', path: '/takeovers' }).input(TakeoverFields).output(Takeover),
  /** Another end, for one that holds or is planned; null: until someone ends it. */
  extend: command('schedule')
    .route({ method: 'PATCH', path: '/takeovers/{id}' })
    .input(z.object({ id: Id, rev: z.int(), until: Instant.nullable() }))
    .output(Takeover),
  /** Now; of one that is planned: it never comes. Ending what has ended changes nothing. */
  end: command('schedule')
    .route({ method: 'POST', path: '/takeovers/{id}/end' })
    .input(z.object({ id: Id }))
    .output(Takeover),
};
