/** What a display reported to have shown over a day or less, small enough for a screen however many plays there were. */
import { MOST_PLAYS, type Shown, type ShownOwner, type ShownPlay } from '../../contract/api/shown';
import { Failure } from '../../contract/failure';
import type { Play } from '../../contract/records/play';
import { reason } from '../../contract/scalars';
import { DAY_MS, HOUR_MS } from '../../domain/calendar';
import { slotMsFor, sumUp } from '../../domain/shown';
import type { Steps } from '../../domain/steps';
import type { PlayTrace, Store } from '../store';

/** A day when clocks go back. */
const LONGEST_MS = DAY_MS + HOUR_MS;
/** Read between two pauses: 360 plays of ten seconds. */
const READ_MS = HOUR_MS;

interface Asked {
  displayId: string;
  from: number;
  until: number;
}

/** @throws Failure invalidInput where the interval is empty or longer than a day */
export function* shownBetween(store: Store, { displayId, from, until: wanted }: Asked, now: number): Steps<Shown> {
  if (wanted <= from) throw new Failure('invalidInput', {}, [reason('schedule.endsBeforeStart')]);
  if (wanted - from > LONGEST_MS) throw new Failure('invalidInput', {}, [reason('schedule.tooLong')]);
  const until = Math.max(from, Math.min(wanted, now));
  const traces: PlayTrace[] = [];
  for (let start = from; start < until; start += READ_MS) {
    const read = store.plays.traces(displayId, start, Math.min(start + READ_MS, until));
    // What reaches in was read with the hour before.
    for (const trace of read) if (trace.startedAt >= start || start === from) traces.push(trace);
    yield;
  }
  const owners = ownersOf(store);
  const base = { displayId, from, until, reportedUntil: lastEnd(traces) };
  if (traces.length <= MOST_PLAYS) {
    const plays = playsOf(store, { displayId, from, until }, traces[0]?.startedAt ?? from, owners);
    return { kind: 'plays', ...base, owners: owners.all, plays };
  }
  const slotMs = slotMsFor(wanted - from);
  const summing = sumUp(from, until, slotMs);
  for (const [index, trace] of traces.entries()) {
    if (index % MOST_PLAYS === 0) yield;
    const { startedAt: start, shownMs: ms, outcome } = trace;
    summing.add({ owner: owners.indexOf(trace), start, ms, amiss: outcome !== 'shown' });
  }
  return { kind: 'slots', ...base, owners: owners.all, slotMs, slots: summing.slots() };
}

function lastEnd(traces: readonly PlayTrace[]): number | null {
  return traces.reduce<number | null>((last, { startedAt, shownMs }) => Math.max(last ?? 0, startedAt + shownMs), null);
}

interface Owners {
  all: ShownOwner[];
  indexOf(play: Pick<PlayTrace, 'bookingId' | 'assetId'>): number;
}

function ownersOf(store: Store): Owners {
  const all: ShownOwner[] = [];
  const known = new Map<string, number>();
  const make = ({ bookingId, assetId }: Pick<PlayTrace, 'bookingId' | 'assetId'>): ShownOwner =>
    bookingId === null
      ? { kind: assetId === null ? 'slate' : 'filler' }
      : { kind: 'booking', bookingId, name: store.plays.bookingName(bookingId) };
  return {
    all,
    indexOf(play) {
      const key = play.bookingId ?? (play.assetId === null ? 'slate' : 'filler');
      const index = known.get(key) ?? all.push(make(play)) - 1;
      known.set(key, index);
      return index;
    },
  };
}

/** In the order of their starts; read from `since`, where the one began that reaches in. */
function playsOf(store: Store, query: Asked, since: number, owners: Owners): ShownPlay[] {
  return [...store.plays.each({ ...query, from: since })]
    .map((play) => playOf(play, owners.indexOf(play)))
    .filter(({ start, ms }) => start + ms > query.from)
    .sort((a, b) => a.start - b.start);
}

function playOf(play: Play, owner: number): ShownPlay {
  const { assetId, assetName, outcome, because } = play;
  const skipped = outcome === 'skipped';
  const start = skipped ? play.plannedStart : play.startedAt;
  const ms = skipped ? play.plannedMs : Math.max(0, play.endedAt - play.startedAt);
  return { owner, assetId, assetName, start, ms, outcome, because };
}
