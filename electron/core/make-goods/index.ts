/** Builds the make-goods room: handlers of `makeGoodsApi`. */
import type { HandlersOf } from '../../contract/api/handlers';
import { type Debt, MOST_DEBT_DAYS, type makeGoodsApi } from '../../contract/api/make-goods';
import { Failure } from '../../contract/failure';
import type { MakeGood } from '../../contract/records/booking';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { dayNumber } from '../../domain/calendar';
import { inTurns } from '../loop';
import { insist, type Network, ofOneMoment } from '../schedule';
import type { Clock, Store } from '../store';
import { type DebtQuery, debtsBetween } from './debts';
import { placeAll } from './room';

interface MakeGoodsOptions {
  store: Store;
  clock: Clock;
  network(): Network;
}

export function createMakeGoods({ store, clock, network }: MakeGoodsOptions): HandlersOf<typeof makeGoodsApi> {
  const debts = (query: DebtQuery) => inTurns(debtsBetween(store, query, clock.now()));
  /** Of each that is owed still, in the order asked. */
  const debtsOf = async (asked: readonly MakeGood[]): Promise<Debt[]> => {
    const found: Debt[] = [];
    for (const { bookingId, displayId, day } of once(asked))
      found.push(...(await debts({ from: day, to: day, displayId, bookingId, settled: false })));
    return found;
  };
  return {
    debts(query) {
      const days = dayNumber(query.to) - dayNumber(query.from) + 1;
      if (days < 1) throw new Failure('invalidInput', {}, [reason('schedule.endsBeforeStart')]);
      if (days > MOST_DEBT_DAYS)
        throw new Failure('invalidInput', {}, [reason('makeGood.tooLong', { days: MOST_DEBT_DAYS })]);
      return debts(query);
    },

    async schedule({ debts: asked }, { actor }) {
      const owed = await debtsOf(asked);
      if (owed.length === 0) throw new Failure('refused', {}, [reason('makeGood.nothingOwed')]);
      const placed = await insist((inOneGo) => {
        const seeking = { store, network: network(), now: clock.now(), by: actor.name };
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
    },

    async waive({ owed, because }, { actor }) {
      const [debt] = await debtsOf([owed]);
      const plays = debt ? debt.owed - debt.coming : 0;
      if (plays === 0) throw new Failure('refused', {}, [reason('makeGood.nothingOwed')]);
      const now = clock.now();
      const createdBy = actor.name;
      return store.commit({ command: 'makeGoods.waive', actor, undoable: true }, (tx) =>
        tx.put('waiver', { id: newId(now), rev: 0, owed, plays, because, createdAt: now, createdBy }),
      );
    },
  };
}

/** Each once: asked for twice it would be booked twice. */
function once(asked: readonly MakeGood[]): MakeGood[] {
  return [...new Map(asked.map((each) => [`${each.bookingId} ${each.displayId} ${each.day}`, each])).values()];
}
