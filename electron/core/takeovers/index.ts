/** Builds the takeovers room. */
import type { Logger } from 'pino';
import type { HandlersOf } from '../../contract/api/handlers';
import type { TakeoverAt, takeoversApi } from '../../contract/api/takeovers';
import type { Clock, Store } from '../store';
import { displaysWith, takeoverCommands } from './commands';
import { type Missing, Orders } from './orders';
import { Receipts, type Said } from './receipts';
import { type Line, Teller } from './teller';

export interface TakeoversNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  /** Asks for renditions that are not there; cheap where they are under way. */
  ensureRenditions(needs: readonly Missing[]): Promise<void>;
  line: Line & { has(displayId: string): boolean };
}

export interface Takeovers {
  handlers: HandlersOf<typeof takeoversApi>;
  /** The `takeovers` message for a page that was just let in. */
  greet(displayId: string): Buffer;
  /** Every display that a takeover means, and what became of it there; none of one that is gone. */
  displaysOf(takeoverId: string): TakeoverAt[];
  /** What a display says of one. */
  heard(displayId: string, said: Said): void;
  stop(): Promise<void>;
}

export function createTakeovers({ store, clock, log, ensureRenditions, line }: TakeoversNeed): Takeovers {
  const orders = new Orders(store, clock.now);
  const teller = new Teller(orders, line);
  const receipts = new Receipts(store, log);
  const unsubscribe = store.committed.subscribe((committed) => {
    teller.committed(committed);
    if (committed.changes.some(({ record, id }) => orders.matters(record, id))) void ensure();
  });

  const displaysAt = displaysWith({ store, clock, receipts, connected: line.has });

  async function ensure(): Promise<void> {
    const missing = orders.missing();
    try {
      if (missing.length > 0) await ensureRenditions(missing);
    } catch (fault) {
      log.error({ err: fault }, 'a takeover waits for renditions that could not be asked for');
    }
  }

  return {
    handlers: takeoverCommands({ store, clock, receipts, displaysAt }),
    displaysOf(id) {
      const takeover = store.get('takeover', id);
      return takeover ? displaysAt(takeover) : [];
    },
    greet: (displayId) => teller.greet(displayId),
    heard: (displayId, said) => receipts.heard(displayId, said),
    stop() {
      unsubscribe();
      teller.stop();
      return receipts.stop();
    },
  };
}
