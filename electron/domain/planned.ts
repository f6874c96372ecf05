/**
 * What a day's timeline promises each booking, small enough to keep: plays of one clip lie at equal distances for hours, so a
 * day of 1,920 plays is a few dozen numbers. Pure.
 */
import type { PlannedLine, PlannedRun } from '../contract/records/planned-day';
import type { Plan } from '../contract/records/timeline';

/** What is said of a booking beside its plays; null where the timeline names one that is gone. */
export type Describe = (bookingId: string) => Pick<PlannedLine, 'name' | 'agencyId' | 'makeGoodFor'> | null;

/** As much of a plan as is promised. */
export interface PlannedPlan extends Pick<Plan, 'entries'> {
  clips: readonly { bookingId: string | null }[];
}

/** One line for each booking with an entry that starts in [from, until), in order of their ids. */
export function plannedLines(plan: PlannedPlan, from: number, until: number, describe: Describe) {
  const ofClip = new Map<number, PlannedRun[]>();
  for (const [clip, start, ms] of plan.entries) {
    if (start < from || start >= until || plan.clips[clip]?.bookingId == null) continue;
    const runs = ofClip.get(clip) ?? [];
    if (runs.length === 0) ofClip.set(clip, runs);
    addTo(runs, start, ms);
  }
  const ofBooking = new Map<string, PlannedRun[]>();
  for (const [clip, runs] of ofClip) {
    const id = plan.clips[clip]?.bookingId ?? '';
    ofBooking.set(id, [...(ofBooking.get(id) ?? []), ...runs]);
  }
  const lines = [...ofBooking].flatMap(([bookingId, runs]): PlannedLine[] => {
    const words = describe(bookingId);
    return words ? [lineOf({ bookingId, ...words }, runs)] : [];
  });
  return lines.sort(byBooking);
}

/** What was planned before `at` stays as it was; from then on the fresh plan holds. Each play is in one of the two. */
export function joinLines(before: readonly PlannedLine[], fresh: readonly PlannedLine[], at: number): PlannedLine[] {
  const joined = new Map<string, PlannedLine>();
  for (const line of before) joined.set(line.bookingId, lineOf(line, cutRuns(line.runs, 0, at)));
  for (const line of fresh) {
    const kept = joined.get(line.bookingId)?.runs ?? [];
    joined.set(line.bookingId, lineOf(line, [...kept, ...cutRuns(line.runs, at, Number.POSITIVE_INFINITY)]));
  }
  return [...joined.values()].filter(({ plays }) => plays > 0).sort(byBooking);
}

/** Every play of a line: its start and length. */
export function* playsOf({ runs }: Pick<PlannedLine, 'runs'>): Generator<{ start: number; ms: number }> {
  for (const [first, step, count, ms] of runs) for (let n = 0; n < count; n++) yield { start: first + n * step, ms };
}

const byBooking = (a: PlannedLine, b: PlannedLine) => (a.bookingId < b.bookingId ? -1 : 1);

function addTo(runs: PlannedRun[], start: number, ms: number): void {
  const last = runs.at(-1);
  const [first, step, count, length] = last ?? [0, 0, 0, 0];
  const distance = start - (first + (count - 1) * step);
  if (last && length === ms && count === 1) runs[runs.length - 1] = [first, distance, 2, ms];
  else if (last && length === ms && distance === step) last[2] += 1;
  else runs.push([start, 0, 1, ms]);
}

/** The part that starts in [from, until). */
function cutRuns(runs: readonly PlannedRun[], from: number, until: number): PlannedRun[] {
  return runs.flatMap(([first, step, count, ms]): PlannedRun[] => {
    const place = (at: number) => (step === 0 ? Number(at > first) : Math.ceil((at - first) / step));
    const begin = Math.min(count, Math.max(0, place(from)));
    const end = Math.min(count, Math.max(begin, place(until)));
    if (end === begin) return [];
    return [[first + begin * step, end - begin === 1 ? 0 : step, end - begin, ms]];
  });
}

function lineOf(words: Omit<PlannedLine, 'plays' | 'ms' | 'runs'>, runs: PlannedRun[]): PlannedLine {
  const { bookingId, name, agencyId, makeGoodFor } = words;
  const plays = runs.reduce((sum, run) => sum + run[2], 0);
  const ms = runs.reduce((sum, run) => sum + run[2] * run[3], 0);
  return { bookingId, name, agencyId, makeGoodFor, plays, ms, runs };
}
