/** Where a case's clock stops: when its answer may air, and not when somebody pressed a button. Read `isOut` first. */
import type { Logger } from 'pino';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { HoaxCase } from '../../contract/records/hoax-case';
import type { Id } from '../../contract/scalars';
import { isOnRadio } from '../../domain/spots/radio';
import { localParts } from '../../domain/time';
import { airs, type Clock, newestBroadcast, type Reader, type Store } from '../store';
import { cardAssetOf, isOnPanels, liveOf } from './bookings';
import { readOutIn } from './read-out';

/** What is asked: records as they are or would be, and what was aired. */
export interface Ground {
  reader: Reader;
  log: Pick<Store, 'rundownParts' | 'plays'>;
}

/**
 * All that airing takes but its hour: the card let through and in a playlist, booked or to be read out, or its sound let through and booked as
 * a spot. What was read out on air is out, whoever has looked at the card since.
 */
export function isOut({ reader, log }: Ground, one: HoaxCase, now: number): boolean {
  // Asked of all cases after every change of an asset: those that say nothing yet are not looked up.
  if (one.state !== 'published' || one.cardId === null) return false;
  const going = (assetId: Id) => liveOf(reader, assetId, now).filter(({ paused }) => !paused);
  if (one.spokenId !== null && mayAir(reader, one.spokenId) && going(one.spokenId).some(isOnRadio)) return true;
  if (wasReadOut({ reader, log }, one)) return true;
  const assetId = cardAssetOf(reader, one);
  if (assetId === null || !mayAir(reader, assetId)) return false;
  if (one.rundownIds.some((id) => isToBeRead(reader, one, id, now)) || going(assetId).some(isOnPanels)) return true;
  return reader.all('playlist').some(({ items }) => items.some((item) => item.assetId === assetId));
}

function mayAir(reader: Reader, assetId: Id): boolean {
  const asset = reader.get('asset', assetId);
  return asset !== undefined && asset.trashedAt === null && asset.recalledAt === null && airs(asset);
}

/** Nobody took the item out, and the broadcast is on or still to come. */
export function isToBeRead(reader: Reader, one: Pick<HoaxCase, 'id'>, rundownId: Id, now: number): boolean {
  const rundown = reader.get('rundown', rundownId);
  if (!rundown || !reader.get('rundownItem', readOutIn(rundownId, one))) return false;
  const show = newestBroadcast(reader, rundownId);
  return show ? show.state === 'onAir' : rundown.date >= localParts(now, rundown.zone).date;
}

/** Of a rehearsal nobody hears anything. */
export const wasReadOut = ({ reader, log }: Ground, one: Pick<HoaxCase, 'id' | 'rundownIds'>): boolean =>
  one.rundownIds.some((rundownId) =>
    log.rundownParts
      .of('step', rundownId)
      .some(
        ({ itemId, outcome, showId }) =>
          itemId === readOutIn(rundownId, one) &&
          outcome !== 'skipped' &&
          reader.get('show', showId)?.rehearsal === false,
      ),
  );

/** Shown, heard or read out since it was reported: what nobody saw or heard is no answer. */
export function hasAired(ground: Ground, one: HoaxCase): boolean {
  const wasPlayed = (assetId: Id | null) =>
    assetId !== null && ground.log.plays.summary({ assetId, from: one.reportedAt }).shownMs > 0;
  return wasReadOut(ground, one) || wasPlayed(cardAssetOf(ground.reader, one)) || wasPlayed(one.spokenId);
}

/** With its clock stopped where it is out for the first time. */
export const stopped = (ground: Ground, one: HoaxCase, now: number): HoaxCase =>
  one.publishedAt === null && isOut(ground, one, now) ? { ...one, publishedAt: now } : one;

export interface AnsweredNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
}

export interface Answered {
  start(): void;
  stop(): Promise<void>;
}

/** What lets an answer air later than its case was published: an approval, a place in a playlist, a booking, an item that is read. */
const MOVES: ReadonlySet<string> = new Set(['asset', 'playlist', 'booking', 'rundownItem', 'rundown', 'step']);

export function watchAnswered({ store, clock, log }: AnsweredNeed): Answered {
  let unsubscribe = () => {};
  let running = Promise.resolve();
  const due = (reader: Reader) =>
    reader.all('hoaxCase').filter((one) => one.publishedAt === null && isOut({ reader, log: store }, one, clock.now()));

  async function look(): Promise<void> {
    if (due(store).length === 0) return;
    await store.commit({ command: 'hoaxes.step', actor: STATION_ACTOR, audited: false }, (tx) => {
      for (const one of due(tx)) tx.put('hoaxCase', { ...one, publishedAt: clock.now() });
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
