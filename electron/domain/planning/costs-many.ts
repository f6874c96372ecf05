/**
 * What bookings that stay as they are lose by drafts that are checked together. Only where some of them lose anything by all
 * drafts at once is each draft tried alone; what none of them takes alone is said of all of them together.
 */
import type { Booking } from '../../contract/records/booking';
import { reason } from '../../contract/scalars';
import type { Steps } from '../steps';
import type { DayKind, Question } from './day-kinds';
import { costsOthers, lossOf } from './find-plays';
import type { Finding } from './finding';
import type { Laid, Look } from './stage';
import { type Tally, tallyOf } from './tally';

/** By one draft. */
export interface Costs {
  losers: Map<string, Booking>;
  /** Days with it alone and without it. */
  alone: Look[];
  /** Plays a day that a booking loses by it and others together, and the first day of it. */
  together: Map<string, { booking: Booking; plays: number; day: number }>;
}

/** Told of those that nobody alone is to blame for, the greatest loss first: every draft of the day is told of each. */
const MOST_TOGETHER = 10;

interface Day {
  question: Question;
  kind: DayKind;
  /** Drafts that lie on it. */
  on: readonly Booking[];
  drafted: ReadonlySet<string>;
  /** With all drafts. */
  all: Tally;
}

export function* costsOn(day: Day, into: Map<string, Costs>, more: () => boolean): Steps<void> {
  const { question, kind, on, drafted, all } = day;
  const kept = question.bookings.filter(({ id }) => !drafted.has(id));
  if (!kept.some(({ id, how }) => kind.lying.has(id) && how.kind !== 'rotation')) return;
  const without = yield* tallyOf(question, kept, kind);
  const look = (tally: Tally): Look => ({ kind, with: tally, without, open: [] });
  const losers = kept.filter((other) => lossOf(other, look(all)) > 0);
  const blamed = new Set<string>();
  for (const draft of losers.length > 0 ? on : []) {
    if (on.length > 1 && !more()) break;
    const alone = look(on.length > 1 ? yield* tallyOf(question, [...kept, draft], kind) : all);
    const robbed = losers.filter((other) => lossOf(other, alone) > 0);
    for (const { id } of robbed) blamed.add(id);
    if (robbed.length > 0) costsOf(into, draft).alone.push(alone);
    for (const other of robbed) costsOf(into, draft).losers.set(other.id, other);
  }
  const lost = losers
    .filter(({ id }) => !blamed.has(id))
    .map((booking) => ({ booking, plays: lossOf(booking, look(all)) }));
  for (const { booking, plays } of lost.sort((a, b) => b.plays - a.plays).slice(0, MOST_TOGETHER)) {
    yield;
    const first = kind.days[0] ?? 0;
    for (const draft of on) {
      const { together } = costsOf(into, draft);
      const before = together.get(booking.id);
      together.set(booking.id, {
        booking,
        plays: Math.max(plays, before?.plays ?? 0),
        day: Math.min(first, before?.day ?? first),
      });
    }
  }
}

function costsOf(into: Map<string, Costs>, { id }: Booking): Costs {
  const costs = into.get(id) ?? { losers: new Map(), alone: [], together: new Map() };
  into.set(id, costs);
  return costs;
}

export function findCosts(laid: Laid, { losers, alone, together }: Costs): Finding[] {
  const { stage } = laid;
  const bookings = [...losers.values()];
  // Days are looked at in the order of what is learnt by them.
  const looks = [...alone].sort((a, b) => (a.kind.days[0] ?? 0) - (b.kind.days[0] ?? 0));
  const place = { severity: 'costs' as const, displayIds: stage.displayIds, field: 'priority' as const };
  return [
    ...costsOthers({ ...laid, looks, stage: { ...stage, question: { ...stage.question, bookings } } }),
    ...[...together.values()].map(({ booking, plays, day }) => ({
      ...place,
      day,
      reason: reason('plan.costsTogether', { booking: booking.name, plays }),
    })),
  ];
}
