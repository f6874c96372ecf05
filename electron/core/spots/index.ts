/** Builds the spots room: breaks of the radio filled from bookings, what they were promised, and the legal shares. */
import type { Logger } from 'pino';
import type { HandlersOf } from '../../contract/api/handlers';
import type { BreakProposal, SpotProposal, spotsApi } from '../../contract/api/spots';
import { Failure } from '../../contract/failure';
import type { Booking } from '../../contract/records/booking';
import type { ItemSpot, RundownItem } from '../../contract/records/rundown-item';
import { type Id, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { fillBreaks } from '../../domain/spots/fill';
import { isSame, mergedSpots } from '../../domain/spots/merge';
import { type Clock, newestBroadcast, requireRecord, type Store } from '../store';
import { breachesIn } from './breaches';
import { type DayNeed, daysOfRundown, radioDay } from './day';
import { createPromised } from './promised';
import { sharesOn } from './shares';

export interface SpotsOptions extends DayNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  /** As the radio is called in the log. */
  channelName(): string;
}

export interface SpotsRoom {
  handlers: HandlersOf<typeof spotsApi>;
  /** How often each booking would air on a day of the station's clock, were these all that name the radio. */
  playsOn(day: number, bookings: readonly Booking[]): Map<Id, number>;
  start(): void;
  stop(): Promise<void>;
}

export function createSpots(options: SpotsOptions): SpotsRoom {
  const { store, clock } = options;
  const promised = createPromised(options);
  return {
    handlers: {
      proposal: ({ rundownId }) => proposalFor(options, rundownId),

      fillBreaks: ({ rundownId, itemIds }, { actor }) =>
        store.commit({ command: 'spots.fillBreaks', actor, undoable: true }, (tx) => {
          const { name } = requireRecord(tx, 'rundown', rundownId);
          const show = newestBroadcast(tx, rundownId);
          if (show && show.state !== 'onAir') throw new Failure('refused', {}, [reason('spots.wasOnAir', { name })]);
          const wanted = itemIds && new Set(itemIds);
          const mark = { updatedAt: clock.now(), updatedBy: actor.name };
          let changed = 0;
          for (const { itemId, spots } of changesFor(options, rundownId)) {
            const item = tx.get('rundownItem', itemId);
            if (!item || (wanted && !wanted.has(itemId)) || isSame(item.spots, spots)) continue;
            tx.put('rundownItem', { ...item, spots, ...mark });
            changed += 1;
          }
          return { changed };
        }),

      shares: ({ date }) => sharesOn(options, date, clock.now()),
    },
    playsOn: (day, bookings) => playsOn(options, day, bookings),
    start: () => promised.start(),
    stop: () => promised.stop(),
  };
}

function proposalFor(options: SpotsOptions, rundownId: Id): SpotProposal {
  const { store } = options;
  const { breaks, short } = filledFor(options, rundownId);
  const named = new Set(
    [...breaks.flatMap(({ spots }) => spots), ...options.items(rundownId).flatMap(({ spots }) => spots)].flatMap(
      ({ bookingId }) => bookingId ?? [],
    ),
  );
  const nameOf = (id: Id) => store.get('booking', id)?.name ?? '';
  return {
    breaks,
    short: short.map((each) => ({ ...each, name: nameOf(each.bookingId) })),
    breaches: breachesIn(options, requireRecord(store, 'rundown', rundownId)),
    bookings: [...named].map((id) => ({ id, name: nameOf(id) })),
  };
}

function filledFor(options: SpotsOptions, rundownId: Id) {
  const rundown = requireRecord(options.store, 'rundown', rundownId);
  const day = radioDay(options, daysOfRundown(options, rundown));
  const { placed, short } = fillBreaks(day.breaks, day.claimants, day.law);
  const byId = new Map(options.items(rundownId).map((item) => [item.id, item]));
  const breaks = day.breaks.flatMap(({ itemId }): BreakProposal[] => {
    const [item, spots] = [byId.get(itemId), placed.get(itemId)];
    return item && spots
      ? [
          proposed(
            item,
            mergedSpots(item.spots, spots, () => newId(options.clock.now())),
          ),
        ]
      : [];
  });
  return { breaks, short };
}

const changesFor = (options: SpotsOptions, rundownId: Id) => filledFor(options, rundownId).breaks;

function proposed({ id, spots: before }: RundownItem, spots: ItemSpot[]): BreakProposal {
  const held = new Set(before.map(({ key }) => key));
  const kept = new Set(spots.map(({ key }) => key));
  return {
    itemId: id,
    spots,
    adds: spots.filter(({ key }) => !held.has(key)).length,
    removes: before.filter(({ key }) => !kept.has(key)).length,
    same: isSame(before, spots),
  };
}

function playsOn(options: SpotsOptions, day: number, bookings: readonly Booking[]): Map<Id, number> {
  const { breaks, claimants, law } = radioDay(options, { first: day, last: day }, bookings);
  const { placed } = fillBreaks(breaks, claimants, law);
  const standing = breaks.flatMap(({ open, booked }) => (open ? [] : booked));
  const plays = new Map<Id, number>();
  for (const { bookingId } of [...standing, ...[...placed.values()].flat()])
    plays.set(bookingId, (plays.get(bookingId) ?? 0) + 1);
  return plays;
}
