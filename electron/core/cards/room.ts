/** What the parts of this room share. */
import type { Logger } from 'pino';
import { type Failure, refusalFor } from '../../contract/failure';
import type { Asset } from '../../contract/records/asset';
import type { Card, CardContent, CardDrawing } from '../../contract/records/card';
import type { CardFeed, CardFeedFields, CardFeedState } from '../../contract/records/card-feed';
import { type Reason, reason } from '../../contract/scalars';
import { drawingOf, type Fed } from '../../domain/cards/drawing';
import { takesFeed } from '../../domain/cards/feed-rows';
import type { InTurn } from '../in-turn';
import type { KeyLocks } from '../key-locks';
import type { DrawnArrival } from '../library/drawn-by';
import type { Media } from '../media/types';
import { sha256 } from '../secret';
import { type Clock, type Reader, type Store, settingsOf } from '../store';
import { logoOf } from './logo';

export interface Room {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'warn' | 'error'>;
  media: Pick<Media, 'makeSlides'>;
  library: {
    takeDrawn(arrival: DrawnArrival): Promise<Asset>;
    media(hash: string): { path: string } | null;
  };
  /** One drawing of a card at a time, or an older one could overwrite a newer. */
  locks: Pick<KeyLocks, 'run'>;
  /** Pictures are painted in turns; 200 cards at once took 206 threads and 2.6 GB. */
  painting: InTurn;
  /** Where pictures are drawn before they are taken in. */
  dir: string;
}

export const refused = (...details: Reason[]) => refusalFor('refused', {}, details);

/** Where this content's feed stands; null without one, where the feed is gone and where none may be. */
export function fedOf(reader: Reader, { feedId, fields }: CardContent): Fed | null {
  const feed = feedId === null || !takesFeed(fields.template) ? undefined : reader.get('cardFeed', feedId);
  return feed ? { feed, state: stateOf(reader, feed) } : null;
}

/** What came last by this very source and mapping: neither rows nor ETag of others are of use, whichever way the feed came to be another. */
export function stateOf(reader: Pick<Reader, 'get'>, feed: CardFeed): CardFeedState | undefined {
  const state = reader.get('cardFeedState', feed.id);
  return state?.of === printOf(feed) ? state : undefined;
}

/** Of what decides what a feed's cards say. */
export const printOf = ({ source, rowsAt, mapping }: CardFeedFields): string =>
  sha256(JSON.stringify([source, rowsAt, Object.entries(mapping).sort()]));

export const againstFeed = ({ feedId, fields }: CardContent): Reason[] =>
  feedId !== null && !takesFeed(fields.template) ? [reason('card.takesNoFeed')] : [];

/** The drawing of a content as things stand now. */
export function drawnNow({ store, clock }: Pick<Room, 'store' | 'clock'>, content: CardContent): CardDrawing {
  const now = clock.now();
  const logo = logoOf({ reader: store, assets: store.assets }, content, now);
  return drawingOf({ content, fed: fedOf(store, content), settings: settingsOf(store), logo, now });
}

/** What a person may change of a card. */
export function contentIn(card: Card): CardContent {
  const { name, fields, logoAssetId, agencyId, category, qr, feedId, look } = card;
  return { name, fields, logoAssetId, agencyId, category, qr, feedId, look };
}

export const cardOfAsset = (reader: Reader, assetId: string): Card | undefined =>
  reader.all('card').find((card) => card.assetId === assetId && card.published !== null);

export const notPublished = (card: Card): Failure => refused(reason('card.notPublished', { card: card.name }));
