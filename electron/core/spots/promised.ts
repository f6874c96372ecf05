/**
 * Keeps what each day's breaks were to play, in the same planned days that displays have: a spot that was not played is then owed,
 * explained and made good like any other play.
 */
import type { Logger } from 'pino';
import { plannedDayId } from '../../contract/records/planned-day';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { dateOf } from '../../domain/calendar';
import { plannedLines } from '../../domain/planned';
import { onRadio } from '../../domain/spots/radio';
import { daySpan, localDay } from '../../domain/time';
import { createPlannedDays, describeBooking, type FreshPlan } from '../schedule/planned-days';
import { type Clock, type Committed, newestBroadcast, type Store, settingsOf } from '../store';
import { bookedOn, type DayNeed, pieces, rundownsNear, type StandingSpot, standingIn } from './day';

const DAYS_AHEAD = 2;
/** A day begins by itself. */
const LOOK_MS = 600_000;
/** Many edits of one second are one look. */
const QUIET_MS = 200;

export interface PromisedNeed extends DayNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  /** As the radio is called in the log. */
  channelName(): string;
}

export function createPromised(need: PromisedNeed) {
  const { store, log } = need;
  const days = createPlannedDays(store, (fault) =>
    log.error({ err: fault }, 'promises of the radio could not be kept'),
  );
  let soon: NodeJS.Timeout | null = null;
  let timer: NodeJS.Timeout | null = null;
  let unsubscribe = () => {};
  const look = () => {
    soon = null;
    try {
      const plan = freshPlan(need);
      if (plan) days.keep([plan]);
    } catch (fault) {
      log.error({ err: fault }, 'promises of the radio could not be read');
    }
  };
  return {
    start() {
      unsubscribe = store.committed.subscribe((commit) => {
        if (moves(commit)) soon ??= setTimeout(look, QUIET_MS);
      });
      look();
      timer = setInterval(look, LOOK_MS).unref();
    },
    async stop() {
      unsubscribe();
      if (soon) clearTimeout(soon);
      if (timer) clearInterval(timer);
      await days.stop();
    },
  };
}

const MOVING: ReadonlySet<string> = new Set([
  'rundown',
  'rundownItem',
  'booking',
  'agreement',
  'asset',
  'settings',
  'show',
]);
const moves = ({ changes }: Pick<Committed, 'changes'>) => changes.some(({ record }) => MOVING.has(record));

/**
 * Today and the next days as their rundowns stand now: a broadcast that is moved takes its promises with it, and a day that is over is never
 * written again. Null where no break named a booking on these days: a station without radio keeps no days for it.
 */
function freshPlan(need: PromisedNeed): FreshPlan | null {
  const { store, clock } = need;
  const { zone } = settingsOf(store);
  const today = localDay(clock.now(), zone);
  const days = { first: today, last: today + DAYS_AHEAD };
  const spots = promisedSpots(need, days);
  const plan = {
    clips: spots.map(({ spot }) => ({ bookingId: spot.bookingId })),
    entries: spots.map(({ piece, start }, at): [number, number, number] => [at, start, piece?.ms ?? 0]),
  };
  const fresh = Array.from({ length: DAYS_AHEAD + 1 }, (_, off) => {
    const { from, until } = daySpan(today + off, zone);
    const lines = plannedLines(plan, from, until, (id) => describeBooking(store, id));
    return { day: dateOf(today + off), from, until, lines };
  });
  const known = fresh.some(
    ({ day, lines }) => lines.length > 0 || store.get('plannedDay', plannedDayId(day, RADIO_CHANNEL_ID)),
  );
  // As of the day's beginning: all of it is written as it stands now.
  const { from: now } = daySpan(today, zone);
  return known ? { displayId: RADIO_CHANNEL_ID, displayName: need.channelName(), now, days: fresh } : null;
}

/** Booked spots of what was on air or is meant to be: nobody is promised anything by a draft, or beyond what was booked. */
function promisedSpots(need: PromisedNeed, days: { first: number; last: number }): StandingSpot[] {
  const { store } = need;
  const pieceOf = pieces(store);
  const booked = bookedOn(store, onRadio(store.all('booking')), days);
  const claims = new Map(booked.map(({ booking, windows }) => [booking.id, windows]));
  const isBooked = ({ spot, start }: StandingSpot) =>
    claims.get(spot.bookingId ?? '')?.some((window) => window.start <= start && start < window.end) ?? false;
  return rundownsNear(store, days)
    .filter(({ id, status }) => status !== 'draft' || newestBroadcast(store, id) !== null)
    .flatMap((rundown) => standingIn(need, rundown, pieceOf))
    .filter((standing) => standing.piece !== null && isBooked(standing))
    .sort((a, b) => a.start - b.start);
}
