/** Builds the cards room: cards drawn for panels, what fills them, and what follows from a new day. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CardExportQuery } from '../../contract/api/card-files';
import type { cardFeedsApi, cardsApi } from '../../contract/api/cards';
import type { HandlersOf } from '../../contract/api/handlers';
import type { Actor } from '../../contract/records/audit';
import type { Card } from '../../contract/records/card';
import { createKeyLocks } from '../key-locks';
import type { DrawnBy } from '../library/drawn-by';
import { OF_BOOK } from '../rules/book';
import { dayAt } from '../store';
import { createPainting } from './canvas';
import { cardHandlers } from './commands';
import { type CardFile, createExports } from './exports';
import { fetchFeed } from './feed-fetch';
import { type Ask, feedHandlers, isDue, refresh } from './feeds';
import { createFollower } from './follow';
import { movesCard } from './hold';
import { drawnBy } from './pictures';
import { type PublishedWith, publishCard } from './publish';
import { type Room, stateOf } from './room';

export interface CardsOptions extends Omit<Room, 'dir' | 'locks' | 'painting'> {
  dataDir: string;
  ask?: Ask;
  /** How often the clock is looked at: for a new day, a feed that is due or has gone stale. */
  lookMs?: number;
}

export interface CardsRoom {
  handlers: { cards: HandlersOf<typeof cardsApi>; cardFeeds: HandlersOf<typeof cardFeedsApi> };
  drawnBy: DrawnBy;
  /** Publishes it and keeps what another room decides with it, in one commit. @throws Failure stale, refused */
  publishWith(card: Pick<Card, 'id' | 'rev'>, by: Actor, also: PublishedWith): Promise<void>;
  file(id: string, query: CardExportQuery): Promise<CardFile>;
  start(): void;
  stop(): Promise<void>;
}

const LOOK_MS = 20_000;
/** What a card is drawn from. */
const MOVES: ReadonlySet<string> = new Set(['cardFeedState', 'cardFeed', 'display', ...OF_BOOK]);

export function createCards({ dataDir, ask = fetchFeed, lookMs = LOOK_MS, ...need }: CardsOptions): CardsRoom {
  const dir = join(dataDir, '.cards');
  const room: Room = { ...need, locks: createKeyLocks(), painting: createPainting(), dir };
  const { store, clock, log } = room;
  const follower = createFollower(room);
  const stopping = new AbortController();
  const feeds = { store, clock, signal: stopping.signal };
  let timer: NodeJS.Timeout | null = null;
  let unsubscribe = () => {};
  let asking: Promise<void> | null = null;
  let day = '';

  async function askFeeds(): Promise<void> {
    for (const feed of store.all('cardFeed')) {
      if (timer && isDue(feed, stateOf(store, feed), clock.now())) await refresh(feeds, feed, ask);
    }
  }

  /** A timer of minutes knows nothing of a clock that is set: so the clock is looked at. */
  function tick(): void {
    asking ??= askFeeds()
      .catch((fault: unknown) => log.error({ err: fault }, 'a feed of cards could not be asked'))
      .finally(() => {
        asking = null;
      });
    const today = dayAt(store, clock.now());
    const fed = store.all('card').some(({ published }) => published?.content.feedId != null);
    if (day === today && !fed) return;
    day = today;
    void follower.look();
  }

  return {
    handlers: { cards: cardHandlers(room), cardFeeds: feedHandlers(feeds, ask) },
    drawnBy: drawnBy(room),
    async publishWith({ id, rev }, by, also) {
      await publishCard(room, id, rev, by, also);
    },
    file: createExports(room),
    start() {
      rmSync(room.dir, { recursive: true, force: true });
      mkdirSync(room.dir, { recursive: true });
      unsubscribe = store.committed.subscribe(({ changes }) => {
        const moved = new Set(changes.map(({ record }) => record).filter((record) => MOVES.has(record)));
        if (moved.has('cardFeed')) tick();
        // A last day that somebody sets does not bring back what is hidden.
        const isHidden = (id: string) => store.all('card').some((card) => card.hidden !== null && card.assetId === id);
        const isMoved = (id: string) => isHidden(id) || movesCard(room, id);
        if (changes.some(({ record, id }) => record === 'asset' && isMoved(id))) void follower.look();
        if (moved.size > 0) void follower.look(moved.has('display'));
      });
      timer = setInterval(tick, lookMs).unref();
      tick();
      void follower.look(true);
    },
    async stop() {
      if (timer) clearInterval(timer);
      timer = null;
      stopping.abort();
      unsubscribe();
      await asking;
      const followed = follower.stop();
      await room.painting.stop();
      await followed;
    },
  };
}
