/**
 * Publishing what was said on air. Sound is at `GET /api/episodes/ID/audio`, a programme's feed at `GET /api/programmes/ID/podcast.xml`; where
 * the settings open it to all, also at `/podcast/ID.m4a` and `/podcast/PROGRAMME/feed.xml`.
 */
import { z } from 'zod';
import { Episode, EpisodeWords, MOST_PIECES } from '../records/episode';
import { PartId } from '../records/part-id';
import { ItemKind } from '../records/rundown-item';
import { Id, Instant, LocalDate, Reason } from '../scalars';
import { command, query } from './procedure';

const one = z.object({ id: Id });
const ofShow = z.object({ showId: Id });

/** An item of the log as it may be published. */
export const OfferedItem = z.object({
  stepId: PartId,
  title: z.string(),
  kind: ItemKind,
  from: Instant,
  until: Instant,
  /** Chosen unless a person says otherwise. */
  talk: z.boolean(),
  /** Why it cannot be chosen; empty where it can. */
  because: z.array(Reason),
  warnings: z.array(Reason),
});
export type OfferedItem = z.infer<typeof OfferedItem>;

/** What title and description are begun with. Of guests nothing by which they can be reached. */
export const EpisodeOffer = z.object({
  items: z.array(OfferedItem),
  programme: z.object({ id: Id, name: z.string() }).nullable(),
  rundownName: z.string(),
  /** On which it was on air, on the rundown's clock. */
  date: LocalDate,
  guests: z.array(
    z.object({
      ...{ name: z.string(), position: z.string(), agency: z.string(), consent: z.boolean() },
      /** Items in which they may be heard. */
      stepIds: z.array(PartId),
    }),
  ),
});
export type EpisodeOffer = z.infer<typeof EpisodeOffer>;

/** An episode, and why it is in no feed though it is made. */
export const ShownEpisode = z.object({ episode: Episode, withheld: z.array(Reason) });
export type ShownEpisode = z.infer<typeof ShownEpisode>;

export const episodesApi = {
  /** Refused while it is on air, and of a rehearsal. */
  offer: query('read')
    .route({ method: 'GET', path: '/shows/{showId}/episode-offer' })
    .input(ofShow)
    .output(EpisodeOffer),
  /** Of a show, newest first. */
  of: query('read')
    .route({ method: 'GET', path: '/shows/{showId}/episodes' })
    .input(ofShow)
    .output(z.array(ShownEpisode)),
  /** One file each, of its items in the order in which they were on air. All of them or, where one is refused, none. */
  make: command('rundown')
    .route({ method: 'POST', path: '/shows/{showId}/episodes' })
    .input(
      ofShow.extend({
        episodes: z
          .array(EpisodeWords.extend({ stepIds: z.array(PartId).min(1).max(MOST_PIECES) }))
          .min(1)
          .max(MOST_PIECES),
      }),
    )
    .output(z.array(Episode)),
  update: command('rundown')
    .route({ method: 'PATCH', path: '/episodes/{id}' })
    .input(one.extend({ rev: z.int(), words: EpisodeWords }))
    .output(Episode),
  /** Makes one that failed anew. */
  retry: command('rundown').route({ method: 'POST', path: '/episodes/{id}/retry' }).input(one).output(Episode),
  /** Its file is kept for a week from then. */
  remove: command('rundown').route({ method: 'DELETE', path: '/episodes/{id}' }).input(one).output(z.null()),
};
