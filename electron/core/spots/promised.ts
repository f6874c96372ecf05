/**
 * Keeps what each day's breaks were to play, as it stood when each moment came, in the same planned days that displays have: a
 * spot that was not played is then owed, explained and made good like any other play.
 */
import type { Logger } from 'pino';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { agencyOf } from '../../domain/agency';
import { dateOf } from '../../domain/calendar';
import { plannedLines } from '../../domain/planned';
import { daySpan, localDay } from '../../domain/time';
import { createPlannedDays, type FreshPlan } from '../schedule/planned-days';
import { type Clock, type Committed, type Store, settingsOf } from '../store';
import { type DayNeed, pieces, rundownsNear, standingIn } from './day';

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
  const look = () => {
    soon = null;
    const plan = freshPlan(need);
    if (plan) days.keep([plan]);
  };
  const unsubscribe = store.committed.subscribe((commit) => {
    if (moves(commit)) soon ??= setTimeout(look, QUIET_MS);
  });
  return {
    start() {
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

const MOVING: ReadonlySet<string> = new Set(['rundown', 'rundownItem', 'booking', 'settings']);
const moves = ({ changes }: Pick<Committed, 'changes'>) => changes.some(({ record }) => MOVING.has(record));

/** Null where no break ever named a booking on these days: a station without radio keeps no days for it. */
function freshPlan(need: PromisedNeed): FreshPlan | null {
  const { store, clock } = need;
  const now = clock.now();
  const { zone } = settingsOf(store);
  const today = localDay(now, zone);
  const pieceOf = pieces(store);
  const span = { first: today, last: today + DAYS_AHEAD };
  const spots = rundownsNear(store, span)
    .flatMap((rundown) => standingIn(need, rundown, pieceOf))
    .filter(({ spot, piece }) => spot.bookingId !== null && piece !== null)
    .sort((a, b) => a.start - b.start);
  const plan = {
    clips: spots.map(({ spot }) => ({ bookingId: spot.bookingId })),
    entries: spots.map(({ piece, start }, at): [number, number, number] => [at, start, piece?.ms ?? 0]),
  };
  const fresh = Array.from({ length: DAYS_AHEAD + 1 }, (_, off) => {
    const { from, until } = daySpan(today + off, zone);
    const lines = plannedLines(plan, Math.max(from, now), until, (id) => describe(store, id));
    return { day: dateOf(today + off), from, until, lines };
  });
  const known = fresh.some(
    ({ day, lines }) => lines.length > 0 || store.get('plannedDay', `${day}:${RADIO_CHANNEL_ID}`),
  );
  return known ? { displayId: RADIO_CHANNEL_ID, displayName: need.channelName(), now, days: fresh } : null;
}

function describe(store: Store, bookingId: string) {
  const booking = store.get('booking', bookingId);
  if (!booking) return null;
  return { name: booking.name, agencyId: agencyOf(store, booking), makeGoodFor: booking.makeGoodFor };
}
