/** Builds the recalls room: taking material back from everywhere, and what each display said of it. */
import type { Logger } from 'pino';
import type { HandlersOf } from '../../contract/api/handlers';
import type { LetterQuery } from '../../contract/api/paper-query';
import type { recallsApi } from '../../contract/api/recalls';
import type { ToldReceipt } from '../../contract/records/recall';
import type { Role } from '../../contract/records/user';
import type { Clock, Store } from '../store';
import { recallCommands } from './commands';
import { follower } from './follow';
import { type LetterNeed, letterOf } from './letter';
import { Receipts } from './receipts';
import { standingIn } from './standing';
import { type Line, Teller } from './teller';
import type { TouchesNeed } from './touches';

export interface RecallsNeed extends Omit<TouchesNeed, 'store' | 'connected'>, Pick<LetterNeed, 'draw'> {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  line: Line & { has(displayId: string): boolean };
}

export interface Recalls {
  handlers: HandlersOf<typeof recallsApi>;
  /** The `recalls` message for a page that was just let in. */
  greet(): Buffer;
  /** What a display says became of them. */
  heard(displayId: string, receipts: readonly ToldReceipt[]): void;
  /** Whether these bytes are of what was taken back; the name of it. */
  withheld(hash: string): string | null;
  /** The letter to the agency as PDF. @throws Failure notFound, withheld */
  letter(id: string, query: LetterQuery, role: Role): Promise<{ name: string; bytes: Buffer }>;
  stop(): Promise<void>;
}

export function createRecalls({ store, clock, log, line, draw, ...places }: RecallsNeed): Recalls {
  const standing = standingIn(store);
  const teller = new Teller(standing, line);
  const receipts = new Receipts(store, log);
  const need = { store, clock, receipts, standing, connected: line.has, ...places };
  const follow = follower({ store, clock, log, standing });
  const unsubscribe = store.committed.subscribe((committed) => {
    teller.committed(committed);
    follow(committed);
  });
  return {
    handlers: recallCommands(need),
    greet: () => teller.greet(),
    heard: (displayId, said) => receipts.heard(displayId, said),
    withheld: (hash) => standing().byMedia.get(hash)?.name ?? heldBackWith(store, hash),
    letter: (id, query, role) => letterOf({ ...need, draw }, id, query, role),
    stop() {
      unsubscribe();
      teller.stop();
      return receipts.stop();
    },
  };
}

/** Stills of what the quality check found are no file of the recall's: many black ones are the same picture, of material that is right, too. */
function heldBackWith({ assets }: Store, hash: string): string | null {
  const holders = assets.holding(hash);
  return holders.every(({ recalledAt }) => recalledAt !== null) ? (holders[0]?.name ?? null) : null;
}
