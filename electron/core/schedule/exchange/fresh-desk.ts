/** For tests of files out and in: a small network, and the room on it. */
import { afterEach, beforeEach } from 'vitest';
import type { ImportReport } from '../../../contract/api/exchange';
import type { Booking, BookingDraft } from '../../../contract/records/booking';
import { idFor } from '../../../domain/compile-fixtures';
import { operator } from '../../store/samples';
import { readNetwork } from '../network';
import { type Bench, DISPLAYS, MORNING_DRAFT, openBench } from '../samples';
import { createExchange, type Exchange } from '.';

export const ONE = DISPLAYS[0]?.id ?? '';
export const DRAFT: BookingDraft = { ...MORNING_DRAFT, to: '2026-12-31', weekdays: [1, 3, 5] };
export const ALL = { language: 'id' } as const;

/** Of each row: in which column what is wrong. */
export const problems = ({ rows }: ImportReport) =>
  rows.map((row) => row.problems.map(({ column, reason }) => `${column} ${reason.code}`));

export interface Desk {
  bench: Bench;
  exchange: Exchange;
  /** Booking number n, as it is but for what is given. */
  put(n: number, draft?: Partial<Booking>): Promise<unknown>;
  bring(file: Buffer | string, print?: string, leaveOut?: number[]): Promise<ImportReport>;
}

/** A new one for each test of the file that asks for it. */
export function freshDesk(take: (desk: Desk) => void): void {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
    const { store, clock } = bench;
    const exchange = createExchange(store, clock, () => readNetwork(store));
    take({
      bench,
      exchange,
      put: (n, draft = {}) =>
        store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
          tx.put('booking', { id: idFor('B', n), rev: 0, ...DRAFT, createdAt: n, createdBy: 'x', ...draft }),
        ),
      bring: (file, print, leaveOut) =>
        exchange.importBookings(
          Buffer.from(file),
          { ...(print === undefined ? {} : { print }), ...(leaveOut && { leaveOut }) },
          operator,
        ),
    });
  });
  afterEach(() => bench.close());
}
