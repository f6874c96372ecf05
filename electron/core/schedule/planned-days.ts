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
import { instantOf, localDay } from '../../domain/time';
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
    const [from, until] = [instantOf(day, 0, zone), instantOf(day + 1, 0, zone)];
    if (until > plan.until) return days;
    const lines = plannedLines(plan, Math.max(from, now), until, (id) => describe(reader, id));
    days.push({ day: dateOf(day), from, until, lines });
    yield;
  }
}

function describe(reader: Reader, bookingId: string) {
  const booking = reader.get('booking', bookingId);
  if (!booking) return null;
  return { name: booking.name, agencyId: agencyOf(reader, booking), makeGoodFor: booking.makeGoodFor };
}

/** Displays written in one commit: a row is read, joined and written for each of its days. */
const BATCH = 8;
const COMMIT = { command: 'schedule.planned', actor: STATION_ACTOR, audited: false };

export interface PlannedDays {
  /** Whether the last day of these is written already by this station since it started. */
  knows(displayId: string, days: readonly FreshDay[]): boolean;
  /** Writes them, some displays at a time, one call after the other. */
  keep(plans: readonly FreshPlan[]): Promise<void>;
}

export function createPlannedDays(store: Store): PlannedDays {
  const written = new Map<string, LocalDate>();
  let tail: Promise<void> = Promise.resolve();

  async function write(plans: readonly FreshPlan[]): Promise<void> {
    for (let start = 0; start < plans.length; start += BATCH) {
      const some = plans.slice(start, start + BATCH);
      await store.commit(COMMIT, (tx) => {
        for (const plan of some) for (const day of plan.days) put(tx, plan, day);
      });
      for (const { displayId, days } of some) written.set(displayId, days.at(-1)?.day ?? '');
      await breathe();
    }
  }
  return {
    knows: (displayId, days) => (written.get(displayId) ?? '') >= (days.at(-1)?.day ?? ''),
    keep(plans) {
      const run = tail.then(() => write(plans));
      tail = run.catch(() => {});
      return run;
    },
  };
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
    lines: joinLines(known?.lines ?? [], lines, now),
  });
}
