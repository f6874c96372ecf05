/** The commands of `cardFeedsApi`, and the asking itself: the last good rows stay until better ones come. */
import type { cardFeedsApi, ShownFeed } from '../../contract/api/cards';
import type { HandlersOf } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import type { Asset } from '../../contract/records/asset';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { CardFeed, CardFeedState } from '../../contract/records/card-feed';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { type Reader, requireRecord, requireRev } from '../store';
import { type Fetched, fetchFeed } from './feed-fetch';
import { readFeed } from './feed-read';
import { printOf, type Room, stateOf } from './room';

interface Feeds extends Pick<Room, 'store' | 'clock'> {
  /** Ends what is being asked. */
  signal?: AbortSignal;
}
export type Ask = typeof fetchFeed;

export function feedHandlers(room: Feeds, ask: Ask = fetchFeed): HandlersOf<typeof cardFeedsApi> {
  const { store, clock, signal } = room;
  return {
    list: () => store.all('cardFeed').map((feed) => shownFeed(store, feed)),

    create: (fields, { actor }) =>
      store.commit({ command: 'cardFeeds.create', actor, undoable: true }, (tx) => {
        const now = clock.now();
        return tx.put('cardFeed', { id: newId(now), rev: 0, ...fields, createdAt: now });
      }),

    update: ({ id, rev, fields }, { actor }) =>
      // Not undoable where an approval was lost by it: rows of the other source may be on the card already.
      store.commit({ command: 'cardFeeds.update', actor, undoable: approvedBy(store, id).length === 0 }, (tx) => {
        const held = requireRev(tx, 'cardFeed', id, rev);
        const isAnother = printOf(held) !== printOf(fields);
        // Who approved a fed card approved its feed: of another nobody has.
        for (const asset of isAnother ? approvedBy(tx, id) : [])
          tx.put('asset', { ...asset, approval: 'pending', approvedHash: null });
        return tx.put('cardFeed', { ...held, ...fields });
      }),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'cardFeeds.remove', actor, undoable: true }, (tx) => {
        const { name } = requireRecord(tx, 'cardFeed', id);
        const cards = tx
          .all('card')
          .filter(({ feedId, published }) => feedId === id || published?.content.feedId === id);
        const places = cards.map((card) => reason('where.card', { name: card.name }));
        if (places.length > 0) throw new Failure('inUse', { record: 'cardFeed', name }, places);
        if (tx.get('cardFeedState', id)) tx.remove('cardFeedState', id);
        tx.remove('cardFeed', id);
        return null;
      }),

    fetchNow: async ({ id }) => {
      await refresh(room, requireRecord(store, 'cardFeed', id), ask, true);
      return shownFeed(store, requireRecord(store, 'cardFeed', id));
    },

    tryOut: async ({ source, rowsAt, mapping }) => {
      const got = source.kind === 'file' ? fromFile(source.content) : await ask(source.url, undefined, { signal });
      if (got.kind !== 'fresh') return { rows: [], columns: [], failure: got.kind === 'failed' ? got.because : null };
      const read = await readFeed(got.text, { format: source.format, rowsAt, mapping, signal });
      return 'code' in read
        ? { rows: [], columns: [], failure: read }
        : { ...read, rows: read.rows.slice(0, 5), failure: null };
    },
  };
}

/** Approved cards that are drawn from this feed. */
const approvedBy = (reader: Reader, feedId: string): Asset[] =>
  reader
    .all('card')
    .filter(({ published }) => published?.content.feedId === feedId)
    .flatMap(({ assetId }) => reader.get('asset', assetId ?? '') ?? [])
    .filter(({ approval }) => approval === 'approved');

const shownFeed = (reader: Reader, feed: CardFeed): ShownFeed => ({
  feed,
  state: stateOf(reader, feed) ?? null,
});

const fromFile = (text: string): Extract<Fetched, { kind: 'fresh' }> => ({
  kind: 'fresh',
  text,
  etag: null,
  lastModified: null,
});

/** Whether it is time to ask; a clock that was set back does not make a feed wait for years. */
export function isDue({ everyMinutes }: CardFeed, state: CardFeedState | undefined, now: number): boolean {
  const tried = state?.triedAt ?? null;
  return tried === null || tried > now || now - tried >= everyMinutes * 60_000;
}

/** `anew`: what came before does not spare the reading. */
export async function refresh(room: Feeds, feed: CardFeed, ask: Ask, anew = false): Promise<void> {
  const { store, signal } = room;
  const held = stateOf(store, feed);
  const known = anew ? undefined : held;
  const { source } = feed;
  const got = source.kind === 'file' ? fromFile(source.content) : await ask(source.url, known, { signal });
  const next = await nextState(feed, held, got, room);
  if (signal?.aborted) return;
  await store.commit({ command: 'cardFeeds.step', actor: STATION_ACTOR, audited: false }, (tx) => {
    const asked = tx.get('cardFeed', feed.id);
    // Changed while it was asked: what came answers another question.
    if (asked && printOf(asked) === next.of)
      tx.put('cardFeedState', { ...next, rev: tx.get('cardFeedState', feed.id)?.rev ?? 0 });
  });
}

async function nextState(
  feed: CardFeed,
  held: CardFeedState | undefined,
  got: Fetched,
  { clock, signal }: Feeds,
): Promise<CardFeedState> {
  const now = clock.now();
  const empty = {
    id: feed.id,
    rev: 0,
    of: printOf(feed),
    rows: [],
    goodAt: null,
    etag: null,
    lastModified: null,
    failure: null,
  };
  const before: CardFeedState = { ...(held ?? { ...empty, triedAt: null }), triedAt: now };
  // The same as before is as good as new.
  if (got.kind === 'same') return { ...before, goodAt: before.goodAt === null ? null : now, failure: null };
  if (got.kind === 'failed') return { ...before, failure: got.because };
  const read = await readFeed(got.text, {
    format: feed.source.format,
    rowsAt: feed.rowsAt,
    mapping: feed.mapping,
    signal,
  });
  // What cannot be read is asked for whole the next time.
  if ('code' in read) return { ...before, etag: null, lastModified: null, failure: read };
  const { etag, lastModified } = got;
  return { ...before, rows: read.rows, goodAt: now, etag, lastModified, failure: null };
}
