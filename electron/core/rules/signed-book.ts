/** The rulebook as displays hold it: numbered anew whenever the rules change, and signed. */
import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Logger } from 'pino';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Rulebook, SignedRulebook } from '../../contract/records/rulebook';
import { type Clock, type Committed, createTopic, type Store, type Topic } from '../store';
import { OF_BOOK, openBookOf } from './book';

export interface SignedBook {
  readonly changed: Topic<SignedRulebook>;
  /** Resolves when the book of this moment is numbered and signed. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface SignedBookNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  key: KeyObject;
}

const MOVES: ReadonlySet<string> = new Set(OF_BOOK);
/** After a commit that failed, such as on a full disk. */
const RETRY_MS = 5000;

export function createSignedBook({ store, clock, log, key }: SignedBookNeed): SignedBook {
  const changed = createTopic<SignedRulebook>((fault) =>
    log.error({ err: fault }, 'a rulebook could not be handed on'),
  );
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
  let newest: SignedRulebook | null = null;
  let running = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;
  let unsubscribe = () => {};

  /** Numbers a book once; the same rules after a restart are the same book. */
  async function renew(): Promise<void> {
    const { version: _number, madeAt: _date, ...body } = openBookOf(store).book;
    const print = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    const state = store.get('rulebookState', 'rulebook');
    if (newest && state?.print === print) return;
    const version = state?.print === print ? state.version : await number(print);
    newest = signed({ ...body, version: Math.max(1, version), madeAt: clock.now() });
    changed.emit(newest);
  }

  function number(print: string): Promise<number> {
    return store.commit({ command: 'rules.book', actor: STATION_ACTOR, audited: false }, (tx) => {
      const held = tx.get('rulebookState', 'rulebook') ?? {
        id: 'rulebook',
        rev: 0,
        version: 0,
        print: '',
        seeded: false,
      };
      return tx.put('rulebookState', { ...held, version: held.version + 1, print }).version;
    });
  }

  function signed(book: Rulebook): SignedRulebook {
    const text = JSON.stringify(book);
    return { text, signature: sign(null, Buffer.from(text), key).toString('base64'), publicKey };
  }

  function soon(): Promise<void> {
    clearTimeout(retry);
    running = running.then(renew).catch((fault: unknown) => {
      log.error({ err: fault }, 'the rulebook could not be numbered; tried again soon');
      // What failed as the station stops is for its next start.
      if (!stopped) retry = setTimeout(() => void soon(), RETRY_MS).unref();
    });
    return running;
  }

  return {
    changed,
    start() {
      unsubscribe = store.committed.subscribe(({ changes }: Committed) => {
        if (changes.some(({ record }) => MOVES.has(record))) void soon();
      });
      return soon();
    },
    async stop() {
      stopped = true;
      unsubscribe();
      clearTimeout(retry);
      await running;
    },
  };
}
