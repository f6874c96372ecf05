/** One kind of day compiled and counted by booking. */
import type { Booking } from '../../contract/records/booking';
import type { Reason } from '../../contract/scalars';
import { type Compiled, compileInSteps } from '../compile';
import type { Steps } from '../steps';
import { type DayKind, type Question, reachOf } from './day-kinds';

export interface Count {
  plays: number;
  ms: number;
  /** Of these, begun at the exact time that was asked for. */
  onTime: number;
}

export interface Tally {
  counts: ReadonlyMap<string, Count>;
  plan: Compiled;
}

const NONE: Count = { plays: 0, ms: 0, onTime: 0 };
export const countOf = ({ counts }: Tally, bookingId: string): Count => counts.get(bookingId) ?? NONE;

/** What the plan could not give a booking, each code once. */
export function notesOf({ plan }: Tally, bookingId: string): Reason[] {
  return plan.skipped.filter((each) => each.bookingId === bookingId).map(({ because }) => because);
}

export function* tallyOf(question: Question, bookings: readonly Booking[], kind: DayKind): Steps<Tally> {
  const { from, until } = reachOf(kind);
  const plan = yield* compileInSteps({ ...question, bookings, from, until });
  const counts = new Map<string, Count>();
  for (const [index, start, ms] of plan.entries) {
    const clip = plan.clips[index];
    if (!clip || clip.bookingId === null || start < from || start >= until) continue;
    const count = counts.get(clip.bookingId) ?? { ...NONE };
    count.plays += 1;
    count.ms += ms;
    if (clip.because.code === 'why.exact') count.onTime += 1;
    counts.set(clip.bookingId, count);
  }
  return { counts, plan };
}
