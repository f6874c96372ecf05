/** Builds the make-goods room: handlers of `makeGoodsApi`. */
import type { Logger } from 'pino';
import type { HandlersOf } from '../../contract/api/handlers';
import { type Debt, type DebtQuery, type Debts, MOST_LISTED, type makeGoodsApi } from '../../contract/api/make-goods';
import { Failure } from '../../contract/failure';
import type { MakeGood } from '../../contract/records/booking';
import type { Language } from '../../contract/records/user';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import type { Steps } from '../../domain/steps';
import { inTurns } from '../loop';
import { insist, type Network, ofOneMoment } from '../schedule';
import type { Clock, Store } from '../store';
import { countDays } from './accounts';
import { debtsCsv } from './csv';
import { debtsBetween, keyOf, type Owed } from './debts';
import type { PlacesNeed } from './places';
import { placeAll } from './room';

interface MakeGoodsOptions {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  network(): Network;
  radioPlays: PlacesNeed['radioPlays'];
}

export interface MakeGoods {
  handlers: HandlersOf<typeof makeGoodsApi>;
  /** The same debts as text pieces of a CSV file, all of them. */
  csv(query: DebtQuery, language: Language): Promise<AsyncIterable<string>>;
  /** Counts the days that are over, so that nobody waits for it who asks; done every while by itself. */
  keepUp(): Promise<void>;
  stop(): Promise<void>;
}

const KEEP_UP_MS = 15 * 60_000;

export function createMakeGoods({ store, clock, log, network, radioPlays }: MakeGoodsOptions): MakeGoods {
  const debts = (query: DebtQuery) => inTurns(debtsBetween(store, query, clock.now()));
  /** Of each that is owed still, in the order asked. */
  const debtsOf = async (asked: readonly MakeGood[]): Promise<Debt[]> => {
    const found: Debt[] = [];
    for (const { bookingId, displayId, day } of once(asked))
      found.push(...(await debts({ from: day, to: day, displayId, bookingId, settled: false })).debts);
    return found;
  };
  const checked = (query: DebtQuery) => {
    if (query.from !== undefined && query.to !== undefined && query.to < query.from)
      throw new Failure('invalidInput', {}, [reason('schedule.endsBeforeStart')]);
    return debts(query);
  };
  let settling: Promise<unknown> = Promise.resolve();
  /** Two at once would both find a debt open, and give it twice. */
  const oneByOne = <T>(settle: () => Promise<T>): Promise<T> => {
    const settled = settling.then(settle);
    settling = settled.catch(() => {});
    return settled;
  };
  const handlers: MakeGoods['handlers'] = {
    debts: async (query) => summed(await checked(query)),

    schedule: ({ debts: asked }, { actor }) =>
      oneByOne(async () => {
        const owed = await debtsOf(asked);
        if (owed.length === 0) throw new Failure('refused', {}, [reason('makeGood.nothingOwed')]);
        const placed = await insist((inOneGo) => {
          const seeking = { store, network: network(), radioPlays, now: clock.now(), by: actor.name };
          return ofOneMoment(store, placeAll(seeking, owed), inOneGo);
        });
        if (placed.bookings.length === 0)
          throw new Failure(
            'refused',
            {},
            placed.scheduled.flatMap(({ because }) => because ?? []),
          );
        const bookings = await store.commit({ command: 'makeGoods.schedule', actor, undoable: true }, (tx) =>
          placed.bookings.map((booking) => tx.put('booking', booking)),
        );
        return { scheduled: placed.scheduled, bookings };
      }),

    waive: ({ owed, because }, { actor }) =>
      oneByOne(async () => {
        const [debt] = await debtsOf([owed]);
        const plays = debt ? debt.owed - debt.coming : 0;
        if (plays === 0) throw new Failure('refused', {}, [reason('makeGood.nothingOwed')]);
        const now = clock.now();
        const createdBy = actor.name;
        return store.commit({ command: 'makeGoods.waive', actor, undoable: true }, (tx) =>
          tx.put('waiver', { id: newId(now), rev: 0, owed, plays, because, createdAt: now, createdBy }),
        );
      }),
  };
  let stopped = false;
  let counting: Promise<void> | null = null;
  const keepUp = () => {
    counting ??= inTurns(whileNot(() => stopped, countDays(store, clock.now()))).finally(() => {
      counting = null;
    });
    return counting;
  };
  const complain = (fault: unknown) => log.error({ err: fault }, 'days that are over could not be counted');
  const timer = setInterval(() => void keepUp().catch(complain), KEEP_UP_MS).unref();
  return {
    handlers,
    csv: async (query, language) => debtsCsv((await checked(query)).debts, language),
    keepUp,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await counting?.catch(complain);
    },
  };
}

function* whileNot(isStopped: () => boolean, steps: Steps<void>): Steps<void> {
  while (!isStopped() && !steps.next().done) yield;
}

function summed({ from, debts }: Owed): Debts {
  const agencies = new Map<string | null, number>();
  for (const { agencyName, owed } of debts) agencies.set(agencyName, (agencies.get(agencyName) ?? 0) + owed);
  return {
    from,
    debts: debts.slice(0, MOST_LISTED),
    count: debts.length,
    owed: debts.reduce((sum, { owed }) => sum + owed, 0),
    coming: debts.reduce((sum, { coming }) => sum + coming, 0),
    agencies: [...agencies]
      .flatMap(([name, owed]) => (owed > 0 ? [{ name, owed }] : []))
      .sort((a, b) => b.owed - a.owed),
  };
}

/** Each once: asked for twice it would be booked twice. */
function once(asked: readonly MakeGood[]): MakeGood[] {
  return [...new Map(asked.map((each) => [keyOf(each), each])).values()];
}
