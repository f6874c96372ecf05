/** How quickly rumours are answered: the clock of one, and the figures of a month. Pure. */
import type { MonthMeasure } from '../../contract/api/hoaxes';
import type { HoaxCase } from '../../contract/records/hoax-case';
import type { Zone } from '../../contract/scalars';
import { HOUR_MS } from '../calendar';
import { localParts } from '../time';

type Timed = Pick<HoaxCase, 'state' | 'reportedAt' | 'publishedAt'>;

/** ms from the report to its answer; null while there is none. */
export const takenMs = ({ publishedAt, reportedAt }: Timed): number | null =>
  publishedAt === null ? null : Math.max(0, publishedAt - reportedAt);

/** ms left of the target, negative when it is over; null where no clock runs any more. */
export function leftMs(one: Timed, targetHours: number, now: number): number | null {
  if (one.publishedAt !== null || one.state === 'dismissed') return null;
  return one.reportedAt + targetHours * HOUR_MS - now;
}

/** It could air, and is nowhere by now. What waits for its approval was never shown. @param isShown asked only where it could air */
export const isTakenOff = ({ state, publishedAt }: Timed, isShown: () => boolean): boolean =>
  state === 'published' && publishedAt !== null && !isShown();

/** The last quarter of the target, and all after it: when a person should look. */
export const isSoon = (left: number, targetHours: number): boolean => left < (targetHours * HOUR_MS) / 4;

export const monthOf = (instant: number, zone: Zone): string => localParts(instant, zone).date.slice(0, 7);

/** Newest month first. */
export function measuresOf(cases: readonly Timed[], targetHours: number, zone: Zone): MonthMeasure[] {
  const months = new Map<string, Timed[]>();
  for (const one of cases) {
    const month = monthOf(one.reportedAt, zone);
    const of = months.get(month);
    if (of) of.push(one);
    else months.set(month, [one]);
  }
  return [...months]
    .map(([month, of]) => measured(month, of, targetHours))
    .toSorted((a, b) => (a.month < b.month ? 1 : -1));
}

function measured(month: string, of: readonly Timed[], targetHours: number): MonthMeasure {
  const taken = of.flatMap((one) => takenMs(one) ?? []).toSorted((a, b) => a - b);
  return {
    ...{ month, reported: of.length, dismissed: of.filter(({ state }) => state === 'dismissed').length },
    ...{ answered: taken.length, withinTarget: taken.filter((ms) => ms <= targetHours * HOUR_MS).length },
    medianMs: median(taken),
  };
}

function median(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
