/** Builds the spots room: breaks of the radio filled from bookings, what they were promised, and the legal shares. */
import type { Logger } from 'pino';
import type { HandlersOf } from '../../contract/api/handlers';
import type { BreakProposal, SpotProposal, spotsApi } from '../../contract/api/spots';
import { Failure } from '../../contract/failure';
import type { RecordName } from '../../contract/records';
import type { Booking } from '../../contract/records/booking';
import type { Rundown } from '../../contract/records/rundown';
import type { ItemSpot, RundownItem } from '../../contract/records/rundown-item';
import { type Id, type Reason, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { planOf } from '../../domain/rundown/plan';
import { fillInSteps } from '../../domain/spots/fill';
import { isSame, mergedSpots } from '../../domain/spots/merge';
import type { Shortfall } from '../../domain/spots/types';
import { atOnce, type Steps } from '../../domain/steps';
import { insist, MATTER, ofOneMoment, stampOf } from '../schedule/one-moment';
import { type Clock, newestBroadcast, type Reader, requireRecord, type Store, type Tx } from '../store';
import { againstBrought, breachesIn, breachesOf } from './breaches';
import { type DayNeed, daysOfPlan, radioDay } from './day';
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
  /** What stands in its breaks and may not air there, with why. */
  leftOut(rundown: Rundown): ReturnType<typeof breachesOf>;
  /** Why spots that an edit brings into its breaks may not stand there. @param after its items, edited */
  against(rundown: Rundown, after: readonly RundownItem[]): Reason[];
  /** How often each booking would air on a day of the station's clock, were these all that name the radio. */
  playsOn(day: number, bookings: readonly Booking[]): Steps<ReadonlyMap<Id, number>>;
  start(): void;
  stop(): Promise<void>;
}

/** Kinds of record that the filling of breaks goes by. */
const FILLED: readonly RecordName[] = [...MATTER, 'rundown', 'rundownItem', 'show', 'step'];

export function createSpots(options: SpotsOptions): SpotsRoom {
  const { store, clock } = options;
  const promised = createPromised(options);
  return {
    handlers: {
      proposal: ({ rundownId }) =>
        insist((inOneGo) => ofOneMoment(store, proposalFor(options, rundownId), inOneGo, FILLED)),

      fillBreaks: ({ rundownId, itemIds }, { actor }) => {
        checkOpen(store, rundownId);
        const wanted = itemIds && new Set(itemIds);
        return insist(async (inOneGo) => {
          const stamp = stampOf(store, FILLED);
          const ahead = inOneGo ? null : await ofOneMoment(store, filledFor(options, rundownId), inOneGo, FILLED);
          if (!inOneGo && ahead === null) return null;
          return store.commit({ command: 'spots.fillBreaks', actor, undoable: true }, (tx) => {
            checkOpen(tx, rundownId);
            if (ahead && stampOf(store, FILLED) !== stamp) return null;
            const { breaks } = ahead ?? atOnce(filledFor(options, rundownId));
            const mark = { updatedAt: clock.now(), updatedBy: actor.name };
            const asked = breaks.filter(({ itemId }) => wanted?.has(itemId) ?? true);
            return { changed: keepSpots(tx, asked, mark) };
          });
        });
      },

      shares: ({ date }) => sharesOn(options, date, clock.now()),
    },
    leftOut: (rundown) => breachesOf(options, rundown),
    against: (rundown, after) => againstBrought(options, rundown, after),
    playsOn: (day, bookings) => playsOn(options, day, bookings),
    start: () => promised.start(),
    stop: () => promised.stop(),
  };
}

/** @throws Failure refused once the broadcast is over */
function checkOpen(reader: Pick<Reader, 'all' | 'get'>, rundownId: Id): void {
  const { name } = requireRecord(reader, 'rundown', rundownId);
  const show = newestBroadcast(reader, rundownId);
  if (show && show.state !== 'onAir') throw new Failure('refused', {}, [reason('spots.wasOnAir', { name })]);
}

/** Answers how many breaks it changed. */
function keepSpots(
  tx: Tx,
  breaks: readonly BreakProposal[],
  mark: Pick<RundownItem, 'updatedAt' | 'updatedBy'>,
): number {
  let changed = 0;
  for (const { itemId, spots } of breaks) {
    const item = tx.get('rundownItem', itemId);
    if (!item || isSame(item.spots, spots)) continue;
    tx.put('rundownItem', { ...item, spots, ...mark });
    changed += 1;
  }
  return changed;
}

function* proposalFor(options: SpotsOptions, rundownId: Id): Steps<SpotProposal> {
  const { store, items } = options;
  const { breaks, short, days } = yield* filledFor(options, rundownId);
  const spots = [...breaks, ...items(rundownId)].flatMap((each) => each.spots);
  const named = new Set(spots.flatMap(({ bookingId }) => bookingId ?? []));
  const nameOf = (id: Id) => store.get('booking', id)?.name ?? '';
  return {
    breaks,
    short: short.map((each) => ({ ...each, name: nameOf(each.bookingId) })),
    breaches: breachesIn(options, { id: rundownId }, days),
    bookings: [...named].map((id) => ({ id, name: nameOf(id) })),
  };
}

function* filledFor(
  options: SpotsOptions,
  rundownId: Id,
): Steps<Pick<SpotProposal, 'breaks'> & { short: Shortfall[]; days: { first: number; last: number } }> {
  const rundown = requireRecord(options.store, 'rundown', rundownId);
  const { start, end } = planOf(rundown, options.items(rundownId));
  const days = daysOfPlan(options.store, { start, end });
  const day = yield* radioDay(options, days);
  const { placed, short } = yield* fillInSteps(day.breaks, day.claimants, day.law);
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
  // Of the others of that day somebody else's rundown tells.
  const meant = new Set(
    day.claimants
      .filter(({ windows }) => windows.some((window) => window.start < end && window.end > start))
      .map(({ booking }) => booking.id),
  );
  return { breaks, short: short.filter(({ bookingId }) => meant.has(bookingId)), days };
}

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

function* playsOn(options: SpotsOptions, day: number, bookings: readonly Booking[]): Steps<ReadonlyMap<Id, number>> {
  const { breaks, claimants, law } = yield* radioDay(options, { first: day, last: day }, bookings);
  const { placed } = yield* fillInSteps(breaks, claimants, law);
  const standing = breaks.flatMap(({ open, booked }) => (open ? [] : booked));
  const plays = new Map<Id, number>();
  for (const { bookingId } of [...standing, ...[...placed.values()].flat()])
    plays.set(bookingId, (plays.get(bookingId) ?? 0) + 1);
  return plays;
}
