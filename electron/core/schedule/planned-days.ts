/** Keeps what each display was to show, day by day, as its plan is made and changed. What is over is never written again. */
import { setImmediate as breathe } from 'node:timers/promises';
import { STATION_ACTOR } from '../../contract/records/audit';
import { type PlannedDay, type PlannedLine, plannedDayId } from '../../contract/records/planned-day';
import type { LocalDate } from '../../contract/scalars';
import { agencyOf } from '../../domain/agency';
import { dateOf } from '../../domain/calendar';
import type { Compiled } from '../../domain/compile';
import { joinLines, plannedLines } from '../../domain/planned';
import type { Steps } from '../../domain/steps';
import { daySpan, localDay } from '../../domain/time';
import type { Reader, Store, Tx } from '../store';

/** One day as a fresh plan has it. */
interface FreshDay {
  day: LocalDate;
  from: number;
  until: number;
  lines: PlannedLine[];
}

/** What a display is to show from `now` on. */
export interface FreshPlan {
  displayId: string;
  displayName: string;
  now: number;
  days: readonly FreshDay[];
}

/** The days that a timeline covers whole, and today from `now` on. */
export function* freshDays(reader: Reader, plan: Compiled, zone: string, now: number): Steps<FreshDay[]> {
  const days: FreshDay[] = [];
  for (let day = localDay(now, zone); ; day++) {
    const { from, until } = daySpan(day, zone);
    if (until > plan.until) return days;
    const lines = plannedLines(plan, Math.max(from, now), until, (id) => describeBooking(reader, id));
    days.push({ day: dateOf(day), from, until, lines });
    yield;
  }
}

/** What a planned line says of its booking; null where that is gone. */
export function describeBooking(reader: Reader, bookingId: string) {
  const booking = reader.get('booking', bookingId);
  if (!booking) return null;
  return { name: booking.name, agencyId: agencyOf(reader, booking), makeGoodFor: booking.makeGoodFor };
}

const COMMIT = { command: 'schedule.planned', actor: STATION_ACTOR, audited: false };
/** Quiet after which plans are written, and the longest that the first one waits, ms: who drags a booking about plans many times. */
const QUIET_MS = 1000;
const LONGEST_MS = 5000;

export interface PlannedDays {
  /** Whether this station has planned the last day of these since it started. */
  knows(displayId: string, days: readonly FreshDay[]): boolean;
  /** Writes them after a while, one display a commit. */
  keep(plans: readonly FreshPlan[]): void;
  /** Writes what waits. */
  stop(): Promise<void>;
}

/** @param complain hears of plans that could not be written; they are written with the display's next */
export function createPlannedDays(store: Store, complain: (fault: unknown) => void): PlannedDays {
  const planned = new Map<string, LocalDate>();
  const waiting = new Map<string, FreshPlan>();
  let writing: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let since = 0;

  async function write(plan: FreshPlan): Promise<void> {
    try {
      await store.commit(COMMIT, (tx) => {
        for (const day of plan.days) put(tx, plan, day);
      });
    } catch (fault) {
      planned.delete(plan.displayId);
      complain(fault);
    }
    await breathe();
  }

  async function writeAll(): Promise<void> {
    for (let [next] = waiting.values(); next; [next] = waiting.values()) {
      waiting.delete(next.displayId);
      await write(next);
    }
  }

  function begin(): Promise<void> {
    clearTimeout(timer);
    writing ??= writeAll().finally(() => {
      writing = null;
    });
    return writing;
  }

  return {
    knows: (displayId, days) => (planned.get(displayId) ?? '') >= (days.at(-1)?.day ?? ''),
    keep(plans) {
      const now = performance.now();
      if (waiting.size === 0) since = now;
      for (const plan of plans) {
        const before = waiting.get(plan.displayId);
        waiting.set(plan.displayId, before ? joined(before, plan) : plan);
        planned.set(plan.displayId, plan.days.at(-1)?.day ?? '');
      }
      clearTimeout(timer);
      if (waiting.size === 0) return;
      timer = setTimeout(() => void begin(), Math.max(0, Math.min(QUIET_MS, since + LONGEST_MS - now)));
    },
    stop: begin,
  };
}

/** Two plans as one: what the first said holds until the second was made. */
function joined(before: FreshPlan, next: FreshPlan): FreshPlan {
  const known = new Map(before.days.map((day) => [day.day, day]));
  for (const day of next.days) {
    const earlier = day.from < next.now ? known.get(day.day) : undefined;
    known.set(day.day, earlier ? { ...day, lines: joinLines(earlier.lines, day.lines, next.now) } : day);
  }
  return { ...next, now: before.now, days: [...known.values()] };
}

function put(tx: Tx, { displayId, displayName, now }: FreshPlan, { day, from, until, lines }: FreshDay): void {
  if (until <= now) return;
  const id = plannedDayId(day, displayId);
  const known: PlannedDay | undefined = tx.get('plannedDay', id);
  tx.put('plannedDay', {
    id,
    rev: known?.rev ?? 0,
    displayId,
    displayName,
    day,
    from: known?.from ?? Math.max(from, now),
    until,
    // Of a day that has not begun nothing is past.
    lines: from < now ? joinLines(known?.lines ?? [], lines, now) : lines,
  });
}
