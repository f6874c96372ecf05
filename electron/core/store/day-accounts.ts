/**
 * What days that are over came to. To count a day its whole log is read, so it is done once and kept; a play that is reported
 * later takes the account of its day away, and the day is counted again when it is next asked for.
 */
import { z } from 'zod';
import { WhyOwed } from '../../contract/api/make-goods';
import { MakeGood } from '../../contract/records/booking';
import { type PlannedDay, plannedDayId } from '../../contract/records/planned-day';
import type { Play } from '../../contract/records/play';
import { Id, type LocalDate } from '../../contract/scalars';
import type { Database } from './database';

export const DayAccount = z.object({
  displayId: Id,
  displayName: z.string(),
  day: z.string(),
  /** Bookings that lost plays; lengths in ms. */
  lines: z.array(
    z.object({
      bookingId: Id,
      name: z.string(),
      agencyId: Id.nullable(),
      planned: z.int(),
      shown: z.int(),
      plannedMs: z.int(),
      shownMs: z.int(),
      why: z.array(z.object({ kind: WhyOwed, plays: z.int() })),
    }),
  ),
  /** Bookings that were to make good, and what. */
  makers: z.array(z.object({ bookingId: Id, makeGoodFor: MakeGood })),
});
export type DayAccount = z.infer<typeof DayAccount>;

export interface DayAccountTable {
  /** Of a day, of one display or all: those in which something was lost or made good. */
  of(day: LocalDate, displayId?: string): DayAccount[];
  /** Ids of the planned days of a day that have no account. */
  uncounted(day: LocalDate, displayId?: string): string[];
  /** Taken before a day is counted and handed in with its account: what is reported meanwhile makes it void. */
  mark(displayId: string): number;
  /** False where it is void. */
  keep(planned: Pick<PlannedDay, 'id' | 'from' | 'until'>, account: DayAccount, mark: number): boolean;
}

/** @param forget is to be called with plays in the transaction in which they are added */
export function dayAccountTable(db: Database): DayAccountTable & { forget(plays: readonly Play[]): void } {
  const heard = new Map<string, number>();
  const mark = (displayId: string) => heard.get(displayId) ?? 0;
  // ':' begins the display, ';' is the character after it.
  const span = (day: LocalDate, displayId?: string) =>
    displayId === undefined
      ? ([`${day}:`, `${day};`] as const)
      : ([plannedDayId(day, displayId), plannedDayId(day, displayId)] as const);
  return {
    of: (day, displayId) =>
      db
        .all<{ body: string }>(
          'SELECT body FROM day_account WHERE id >= ? AND id <= ? AND body IS NOT NULL',
          ...span(day, displayId),
        )
        .map(({ body }) => DayAccount.parse(JSON.parse(body))),
    uncounted: (day, displayId) =>
      db
        .all<{ id: string }>(
          `SELECT id FROM record WHERE record = 'plannedDay' AND id >= ? AND id <= ?
           AND NOT EXISTS (SELECT 1 FROM day_account WHERE day_account.id = record.id)`,
          ...span(day, displayId),
        )
        .map(({ id }) => id),
    mark,
    keep({ id, from, until }, account, before) {
      if (mark(account.displayId) !== before) return false;
      const isEmpty = account.lines.length + account.makers.length === 0;
      db.run(
        'INSERT OR REPLACE INTO day_account (id, display, start, until, body) VALUES (?, ?, ?, ?, ?)',
        ...[id, account.displayId, from, until, isEmpty ? null : JSON.stringify(account)],
      );
      return true;
    },
    forget(plays) {
      const spans = new Map<string, { first: number; last: number }>();
      for (const { displayId, plannedStart } of plays) {
        const { first, last } = spans.get(displayId) ?? { first: plannedStart, last: plannedStart };
        spans.set(displayId, { first: Math.min(first, plannedStart), last: Math.max(last, plannedStart) });
      }
      for (const [displayId, { first, last }] of spans) {
        heard.set(displayId, mark(displayId) + 1);
        db.run('DELETE FROM day_account WHERE display = ? AND until > ? AND start <= ?', displayId, first, last);
      }
    },
  };
}
