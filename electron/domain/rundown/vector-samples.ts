/** Rundowns for tables of expected times: lengths and times written as a producer does, and answers in the same words. */
import type { Rundown } from '../../contract/records/rundown';
import type { RundownItem } from '../../contract/records/rundown-item';
import { dayNumber } from '../calendar';
import { localDay, localTime, toInstant } from '../time';
import { liveOf, type Running } from './live';
import { type Plan, planOf, type Row } from './plan';
import { type ItemPart, items, partId, rundown } from './samples';

/** `1:30` is 90 s, `-0:05` five seconds less than nothing. */
export function span(text: string): number {
  const [minutes = 0, seconds = 0] = text.replace('-', '').split(':').map(Number);
  return (minutes * 60 + seconds) * 1000 * (text.startsWith('-') ? -1 : 1);
}

/** Thousandths only where there are some. */
export function asSpan(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const part = Math.abs(ms) % 1000 === 0 ? '' : `.${String(Math.abs(ms) % 1000).padStart(3, '0')}`;
  return `${ms < 0 ? '-' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}${part}`;
}

export const line = (ms: string, part: ItemPart = {}): ItemPart => ({ durationMs: span(ms), ...part });
export const segment = (part: ItemPart = {}): ItemPart => ({ kind: 'segment', ...part });
export const floating: ItemPart = { floating: true };
export const optional: ItemPart = { optional: true };
export const flex = (least: string, most: string): ItemPart => ({ flex: { minMs: span(least), maxMs: span(most) } });
export const hard = (at: string, takesItself = false): { start: RundownItem['start'] } => ({
  start: { kind: 'hard', at, takesItself },
});

export interface Given {
  /** Of the rundown: else on 14 November 2024 from 09:00:00 WIB, an hour. */
  clock?: Partial<Rundown>;
  lines: ItemPart[];
}

export const clockOf = ({ clock }: Given): Rundown => rundown(clock);
export const planFor = (given: Given): Plan => planOf(clockOf(given), items(...given.lines));

/** `09:00:00`, with `+1` on the day after the rundown's date. */
export function asTime(instant: number | null, { date, zone }: Rundown): string | null {
  if (instant === null) return null;
  const days = localDay(instant, zone) - dayNumber(date);
  return localTime(instant, zone) + (days === 0 ? '' : `${days > 0 ? '+' : ''}${days}`);
}

/** What a table may expect of a plan. */
export function planSeen(given: Given) {
  const clock = clockOf(given);
  const plan = planFor(given);
  const each = (read: (row: Row) => number | null) => plan.rows.map((row) => asTime(read(row), clock));
  return {
    starts: each(({ start }) => start),
    back: each(({ backStart }) => backStart),
    lengths: plan.rows.map(({ ms }) => asSpan(ms)),
    sums: plan.rows.map(({ cumulativeMs }) => asSpan(cumulativeMs)),
    gaps: plan.rows.map(({ gapMs }) => asSpan(gapMs)),
    overs: plan.rows.map(({ overMs }) => (overMs === null ? null : asSpan(overMs))),
    titles: plan.rows.map(({ item, depth }) => '  '.repeat(depth) + item.title),
    end: asTime(plan.end, clock),
    asked: asTime(plan.plannedEnd, clock),
    total: asSpan(plan.totalMs),
    over: plan.overMs === null ? null : asSpan(plan.overMs),
  };
}
export type PlanSeen = Partial<ReturnType<typeof planSeen>>;

/** Of what was seen, what a table expects something of. */
export function only<T extends object>(seen: T, expected: Partial<T>): Partial<T> {
  return Object.fromEntries(Object.entries(seen).filter(([key]) => key in expected)) as Partial<T>;
}

export interface OnAirGiven extends Given {
  now: string;
  /** Number of the item, since when; held since when; how long it was held before that. */
  on?: [item: number, since: string, heldAt?: string | null, held?: string];
  skipped?: number[];
  agreed?: Record<number, string>;
  aired?: number[];
}

export function runningOf(given: OnAirGiven): { show: Running; now: number } {
  const { date, zone } = clockOf(given);
  const at = (time: string) => toInstant(date, time, zone);
  const [item, since, heldAt, held] = given.on ?? [];
  const current =
    item === undefined || since === undefined
      ? null
      : {
          stepId: partId(999),
          itemId: partId(item),
          startedAt: at(since),
          heldAt: heldAt ? at(heldAt) : null,
          heldMs: span(held ?? '0:00'),
        };
  const lengths = Object.fromEntries(
    Object.entries(given.agreed ?? {}).map(([number, ms]) => [partId(Number(number)), span(ms)]),
  );
  const skipped = (given.skipped ?? []).map((number) => partId(number));
  return {
    show: { current, skipped, lengths, aired: (given.aired ?? []).map((number) => partId(number)) },
    now: at(given.now),
  };
}

export const numberOf = (plan: Plan, id: string): number =>
  1 + Array.from({ length: plan.rows.length + 20 }, (_, at) => partId(at + 1)).indexOf(id);

/** What a table may expect of a show on air. */
export function liveSeen(given: OnAirGiven) {
  const clock = clockOf(given);
  const plan = planFor(given);
  const { show, now } = runningOf(given);
  const { current, coming, nextHard, end, overNowMs, overAtEndMs } = liveOf(plan, show, now);
  return {
    elapsed: current && asSpan(current.elapsedMs),
    remaining: current && asSpan(current.remainingMs),
    coming: coming.map(({ row, start }) => `${numberOf(plan, row.item.id)} ${asTime(start, clock)}`),
    nextHard:
      nextHard && `${numberOf(plan, nextHard.row.item.id)} in ${asSpan(nextHard.inMs)} over ${asSpan(nextHard.overMs)}`,
    end: asTime(end, clock),
    overNow: asSpan(overNowMs),
    overAtEnd: overAtEndMs === null ? null : asSpan(overAtEndMs),
  };
}
