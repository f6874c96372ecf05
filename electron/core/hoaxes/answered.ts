/** Where a case's clock stops: when its answer may air, and not when somebody pressed a button. Read `isOut` first. */
import type { Logger } from 'pino';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { HoaxCase } from '../../contract/records/hoax-case';
import type { Clock, Reader, Store } from '../store';

/** Published, let through, and in a playlist, booked or to be read out: all that airing takes but its hour. */
export function isOut(reader: Reader, { state, cardId, rundownIds }: HoaxCase): boolean {
  // Asked of all cases after every change of an asset: those that say nothing yet are not looked up.
  if (state !== 'published' || cardId === null) return false;
  const card = reader.get('card', cardId);
  const asset = card?.assetId ? reader.get('asset', card.assetId) : undefined;
  if (!asset || asset.trashedAt !== null || asset.recalledAt !== null) return false;
  if (asset.approval !== 'approved' && asset.approval !== 'notNeeded') return false;
  if (rundownIds.some((id) => reader.get('rundown', id))) return true;
  if (reader.all('booking').some(({ what, paused }) => !paused && what.kind === 'asset' && what.assetId === asset.id))
    return true;
  return reader.all('playlist').some(({ items }) => items.some(({ assetId }) => assetId === asset.id));
}

/** With its clock stopped where it is out for the first time. */
export const stopped = (reader: Reader, one: HoaxCase, now: number): HoaxCase =>
  one.publishedAt === null && isOut(reader, one) ? { ...one, publishedAt: now } : one;

export interface AnsweredNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
}

export interface Answered {
  start(): void;
  stop(): Promise<void>;
}

/** What lets a card air later than its case was published: an approval, a place in a playlist, a booking. */
const MOVES: ReadonlySet<string> = new Set(['asset', 'playlist', 'booking']);

export function watchAnswered({ store, clock, log }: AnsweredNeed): Answered {
  let unsubscribe = () => {};
  let running = Promise.resolve();
  const due = (reader: Reader) =>
    reader.all('hoaxCase').filter((one) => one.publishedAt === null && isOut(reader, one));

  async function look(): Promise<void> {
    if (due(store).length === 0) return;
    await store.commit({ command: 'hoaxes.step', actor: STATION_ACTOR, audited: false }, (tx) => {
      for (const one of due(tx)) tx.put('hoaxCase', stopped(tx, one, clock.now()));
    });
  }
  const soon = () => {
    running = running
      .then(look)
      .catch((fault: unknown) => log.error({ err: fault }, 'the clock of a hoax case could not be stopped'));
  };
  return {
    start() {
      unsubscribe = store.committed.subscribe(({ changes }) => {
        if (changes.some(({ record }) => MOVES.has(record))) soon();
      });
      soon();
    },
    async stop() {
      unsubscribe();
      await running;
    },
  };
}
