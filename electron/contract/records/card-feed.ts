/** Where a card's fields come from by themselves, and what came last. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, Name, Reason } from '../scalars';

export const FeedFormat = z.enum(['csv', 'json', 'rss']);
export type FeedFormat = z.infer<typeof FeedFormat>;

export const FeedSource = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('url'),
    format: FeedFormat,
    url: z.url({ protocol: /^https?$/ }).max(2000),
  }),
  z.object({ kind: z.literal('file'), format: FeedFormat, content: z.string().max(200_000) }),
]);
export type FeedSource = z.infer<typeof FeedSource>;

/** Field of a card to where it stands in a row: a CSV column, a dotted path in JSON, an element of an RSS item. */
export const FeedMapping = z.record(z.string().max(40), z.string().max(200));
export type FeedMapping = z.infer<typeof FeedMapping>;

export const CardFeedFields = z.object({
  name: Name,
  source: FeedSource,
  /** Where the rows are in JSON, dotted; empty: the document is the list. */
  rowsAt: z.string().max(200),
  mapping: FeedMapping,
  everyMinutes: z.int().min(1).max(10_080),
  staleAfterMinutes: z.int().min(5).max(100_000),
  whenStale: z.enum(['sayAge', 'hide']),
});
export type CardFeedFields = z.infer<typeof CardFeedFields>;

export const CardFeed = z.object({ id: Id, rev: z.int().min(0), ...CardFeedFields.shape, createdAt: Instant });
export type CardFeed = z.infer<typeof CardFeed>;
export const cardFeedRecord = recordType('cardFeed', CardFeed);

export const FeedRow = z.record(z.string(), z.string());
export type FeedRow = z.infer<typeof FeedRow>;

/** The last good answer, kept over restarts, and what the last attempt came to. The id is the feed's. */
export const CardFeedState = z.object({
  id: Id,
  rev: z.int().min(0),
  /** Print of the source and mapping that it came by: what came by others counts for nothing. */
  of: z.string(),
  rows: z.array(FeedRow).max(100),
  goodAt: Instant.nullable(),
  triedAt: Instant.nullable(),
  etag: z.string().max(500).nullable(),
  lastModified: z.string().max(200).nullable(),
  failure: Reason.nullable(),
});
export type CardFeedState = z.infer<typeof CardFeedState>;
export const cardFeedStateRecord = recordType('cardFeedState', CardFeedState, [(old) => ({ ...old, of: '' })]);
