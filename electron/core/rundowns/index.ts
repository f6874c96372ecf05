/** Builds the rundowns room: what is prepared for the radio, and the feed that every view of it follows. */
import type { Logger } from 'pino';
import type { HandlersOf } from '../../contract/api/handlers';
import type { guestsApi, presentersApi, programmesApi } from '../../contract/api/programmes';
import type { rundownsApi } from '../../contract/api/rundowns';
import { rundownOf } from '../../contract/records/part-id';
import type { PartId, RundownItem } from '../../contract/records/rundown-item';
import type { ScriptDoc } from '../../contract/records/script';
import { type Clock, refuseSigned, requireRecord, type Store, type Tx } from '../store';
import { Book } from './book';
import { Feed } from './feed';
import { forgetGuests, guestHandlers } from './guests';
import { putScript, requireItem } from './item-changes';
import { partHandlers } from './parts';
import { Presence } from './presence';
import { presenterHandlers, programmeHandlers } from './programmes';
import { editItems, type ItemEdit, type RundownsNeed, rundownHandlers } from './rundowns';

export interface RundownsOptions {
  store: Store;
  clock: Clock;
  log: Logger;
  /** Why spots that an edit brings into breaks may not stand there. */
  spotsAgainst?: RundownsNeed['spotsAgainst'];
}

const FORGET_EVERY_MS = 3_600_000;

export interface RundownsRoom {
  handlers: {
    programmes: HandlersOf<typeof programmesApi>;
    presenters: HandlersOf<typeof presentersApi>;
    guests: HandlersOf<typeof guestsApi>;
    rundowns: HandlersOf<typeof rundownsApi>;
  };
  /** Items and what is said in them, as last committed. */
  book: Book;
  /** Items changed as part of another room's commit. @throws Failure notFound, stale, refused */
  editIn(tx: Tx, edit: ItemEdit): RundownItem[];
  /** A script written as part of another room's commit. @throws Failure notFound, refused, tooLarge */
  writeIn(tx: Tx, script: { id: PartId; doc: ScriptDoc; by: string }): void;
  /** The station's clock was set: whoever looks is told. */
  clockSet(): void;
  start(): void;
  stop(): void;
}

export function createRundowns({ store, clock, log, spotsAgainst = () => [] }: RundownsOptions): RundownsRoom {
  const book = new Book(store);
  const presence: Presence = new Presence(
    () => performance.now(),
    (rundownId) => feed.presentMoved(rundownId),
  );
  const feed = new Feed({ store, clock, book, presence });
  const unsubscribe = store.committed.subscribe((commit) => {
    book.committed(commit);
    feed.committed(commit);
  });
  const need = { store, clock, book, spotsAgainst };
  const forget = () =>
    void forgetGuests(need).catch((fault: unknown) => log.error({ err: fault }, 'contact data could not be forgotten'));
  let timer: NodeJS.Timeout | null = null;
  return {
    handlers: {
      programmes: programmeHandlers(need),
      presenters: presenterHandlers(need),
      guests: guestHandlers(need),
      rundowns: {
        ...rundownHandlers(need),
        ...partHandlers(need),
        follow: async ({ id }, { signal }) => {
          requireRecord(store, 'rundown', id);
          return feed.follow(id, signal);
        },
        present: ({ id, key, itemId, editing, leaves }, { actor }) => {
          requireRecord(store, 'rundown', id);
          if (leaves) presence.leave(id, key);
          else presence.say(id, { key, userId: actor.id, name: actor.name, itemId, editing });
          return null;
        },
      },
    },
    book,
    editIn: (tx, edit) => editItems(need, tx, edit),
    writeIn: (tx, { id, doc, by }) => {
      const rundownId = rundownOf(id);
      requireItem(tx, rundownId, id);
      refuseSigned(tx, rundownId);
      putScript({ tx, store, rundownId, by, now: clock.now() }, id, doc);
    },
    clockSet: () => feed.clockSet(),
    start() {
      forget();
      timer = setInterval(forget, FORGET_EVERY_MS).unref();
    },
    stop() {
      if (timer) clearInterval(timer);
      unsubscribe();
      presence.stop();
      feed.stop();
    },
  };
}
