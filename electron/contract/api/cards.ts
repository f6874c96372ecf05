/** Cards drawn for panels, and the feeds that fill them. */
import { z } from 'zod';
import { Asset } from '../records/asset';
import { Card, CardContent } from '../records/card';
import { CardFeed, CardFeedFields, CardFeedState, FeedRow } from '../records/card-feed';
import { Id, Reason } from '../scalars';
import { command, query } from './procedure';

const one = z.object({ id: Id });

/** A card, its asset's approval, and why its picture may not leave the station; empty where it may. */
export const ShownCard = z.object({ card: Card, asset: Asset.nullable(), withheld: z.array(Reason) });
export type ShownCard = z.infer<typeof ShownCard>;

/** A feed and what it brought last. */
export const ShownFeed = z.object({ feed: CardFeed, state: CardFeedState.nullable() });
export type ShownFeed = z.infer<typeof ShownFeed>;

export const cardsApi = {
  /** Newest first. */
  list: query('read').route({ method: 'GET', path: '/cards' }).output(z.array(ShownCard)),
  get: query('read').route({ method: 'GET', path: '/cards/{id}' }).input(one).output(ShownCard),
  create: command('desk').route({ method: 'POST', path: '/cards' }).input(CardContent).output(Card),
  /** The draft: what airs is what was published. */
  update: command('desk')
    .route({ method: 'PUT', path: '/cards/{id}' })
    .input(one.extend({ rev: z.int(), content: CardContent }))
    .output(Card),
  /** Refused while its asset is in the library: that is taken away there, where its bookings are seen. */
  remove: command('desk').route({ method: 'DELETE', path: '/cards/{id}' }).input(one).output(z.null()),
  /** Draws it into the library, where it waits for approval unless it needs none. */
  publish: command('desk')
    .route({ method: 'POST', path: '/cards/{id}/publish' })
    .input(one.extend({ rev: z.int() }))
    .output(ShownCard),
};

export const cardFeedsApi = {
  list: query('read').route({ method: 'GET', path: '/card-feeds' }).output(z.array(ShownFeed)),
  create: command('desk').route({ method: 'POST', path: '/card-feeds' }).input(CardFeedFields).output(CardFeed),
  update: command('desk')
    .route({ method: 'PUT', path: '/card-feeds/{id}' })
    .input(one.extend({ rev: z.int(), fields: CardFeedFields }))
    .output(CardFeed),
  /** Refused while a card names it, with the cards in `details`. */
  remove: command('desk').route({ method: 'DELETE', path: '/card-feeds/{id}' }).input(one).output(z.null()),
  /** Asks now; answers what came of it. */
  fetchNow: command('desk').route({ method: 'POST', path: '/card-feeds/{id}/fetch' }).input(one).output(ShownFeed),
  /** Reads once without keeping: the first rows as they would fill a card, or why not. */
  tryOut: command('desk')
    .route({ method: 'POST', path: '/card-feeds/try' })
    .input(CardFeedFields.pick({ source: true, rowsAt: true, mapping: true }))
    .output(z.object({ rows: z.array(FeedRow), columns: z.array(z.string()), failure: Reason.nullable() })),
};
