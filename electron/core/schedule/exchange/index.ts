/** Bookings out to a spreadsheet and back in: a first reading that only tells, then one command that can be undone. */
import type { ExportQuery, ImportQuery, ImportReport } from '../../../contract/api/exchange';
import { BookingColumn } from '../../../contract/api/exchange';
import { Failure } from '../../../contract/failure';
import type { Actor } from '../../../contract/records/audit';
import type { Booking } from '../../../contract/records/booking';
import { reason } from '../../../contract/scalars';
import { newId } from '../../../contract/ulid';
import type { Steps } from '../../../domain/steps';
import { inTurns } from '../../loop';
import { csvText } from '../../sheets/csv';
import { type WrittenCell, writeWorkbook } from '../../sheets/workbook';
import type { Clock, Store } from '../../store';
import { checkDraft } from '../check-draft';
import { checkRows } from '../check-rows';
import { ownerOf } from '../desk/owners';
import type { Network } from '../network';
import { readNames } from './names';
import { type GoodRow, leavingOut, type Plan, planTable, withSaid } from './plan';
import { readTable } from './table';
import { WORDS } from './words';
import { type Row, writeRow } from './write-row';

export type SheetFormat = 'xlsx' | 'csv';

export interface Exchange {
  exportBookings(query: ExportQuery, format: SheetFormat): Promise<Buffer>;
  /**
   * Reads and checks only, unless `print` is that of an earlier reading: then its good rows are carried out, but for those that
   * are left out. What the form would warn of is no hindrance, as it is none there. @throws Failure
   */
  importBookings(bytes: Buffer, query: ImportQuery, actor: Actor): Promise<ImportReport>;
}

const COLUMNS = BookingColumn.options;
const DATES: ReadonlySet<BookingColumn> = new Set(['from', 'to', 'owedDay'] as const);

/** Readings carried out that are remembered. */
const MOST_DONE = 100;

export function createExchange(store: Store, clock: Clock, network: () => Network): Exchange {
  /** By what was carried out the bookings that it made. */
  const done = new Map<string, string[]>();
  return {
    async exportBookings(query, format) {
      const words = WORDS[query.language];
      const rows = await inTurns(rowsOf(store, asked(store, network(), query), query.language));
      const headings = COLUMNS.map((column) => words.columns[column]);
      if (format === 'xlsx') {
        const bold = headings.map((value) => ({ value, bold: true }));
        return writeWorkbook([bold, ...rows.map(workbookRow)], {
          name: words.sheet,
          widths: COLUMNS.map(() => 18),
          sticky: 1,
        });
      }
      const lines = rows.map((row) => COLUMNS.map((column) => row[column]));
      return Buffer.from(await inTurns(csvText([headings, ...lines], query.language)));
    },

    async importBookings(bytes, { print, leaveOut = [] }, actor) {
      const table = await readTable(bytes);
      const plan = await inTurns(planTable(table, store, readNames(store)));
      if (print === undefined) {
        const { said, notes } = await checkRows({ sources: store, network, now: clock.now() }, plan.good);
        return { ...withSaid(plan, said, notes), applied: false };
      }
      if (print !== plan.report.print) throw new Failure('refused', {}, [reason('sheet.moved')]);
      const wanted = leavingOut(plan, leaveOut);
      if (done.size >= MOST_DONE) done.clear();
      await carryOut(store, clock, wanted, actor, { done, key: print });
      return { ...wanted.report, applied: true };
    },
  };
}

function asked(store: Store, network: Network, query: ExportQuery): readonly Booking[] {
  const { displayId, groupId, agencyId, category, agreementId, from, to } = query;
  const isInGroup = groupId === undefined ? null : bookedIn(groupId, network);
  const all = displayId === undefined ? store.all('booking') : network.bookingsOn(displayId);
  return all.filter((booking) => {
    if (agreementId !== undefined && booking.agreementId !== agreementId) return false;
    if ((from !== undefined && booking.to < from) || (to !== undefined && booking.from > to)) return false;
    if (isInGroup && !isInGroup(booking)) return false;
    if (agencyId === undefined && category === undefined) return true;
    const owner = ownerOf(store, booking);
    return (agencyId ?? owner.agencyId) === owner.agencyId && (category ?? owner.category) === owner.category;
  });
}

/** Booked for the group, or on one of its displays. */
function bookedIn(groupId: string, network: Network): (booking: Booking) => boolean {
  const members = new Set(network.membersOf(groupId));
  return ({ id, where }) =>
    where.groupIds.includes(groupId) || network.displaysOf(id).some((display) => members.has(display));
}

function* rowsOf(store: Store, bookings: readonly Booking[], language: ExportQuery['language']): Steps<Row[]> {
  const names = readNames(store);
  const rows: Row[] = [];
  for (const booking of bookings) {
    rows.push(writeRow(booking, booking.id, names, WORDS[language]));
    yield;
  }
  return rows;
}

/** Days as real dates, so that a spreadsheet can sort and fill them. */
function workbookRow(row: Row): WrittenCell[] {
  return COLUMNS.map((column) => {
    const value = row[column];
    return { value: DATES.has(column) && value !== '' ? new Date(value) : value };
  });
}

interface Once {
  done: Map<string, string[]>;
  key: string;
}

/**
 * Sent a second time, as by another click or by a colleague, all that is made would be made twice.
 * @throws Failure stale when one of the bookings has moved since it was planned; refused while what it made before stands
 */
function carryOut(store: Store, clock: Clock, { good }: Plan, actor: Actor, { done, key }: Once): Promise<void> {
  return store.commit({ command: 'bookings.import', actor, undoable: true }, (tx) => {
    const now = clock.now();
    const isThere = done.get(key)?.some((id) => tx.get('booking', id));
    if (isThere) throw new Failure('refused', {}, [reason('sheet.already')]);
    const made: string[] = [];
    for (const { held, draft } of good) {
      checkDraft(tx, draft, held);
      const before = held && tx.get('booking', held.id);
      if (held && before?.rev !== held.rev) throw new Failure('stale', { record: 'booking', name: held.name });
      const put = tx.put('booking', before ? { ...before, ...draft } : fresh(draft, now, actor));
      if (!before) made.push(put.id);
    }
    done.set(key, made);
  });
}

function fresh(draft: GoodRow['draft'], now: number, actor: Actor): Booking {
  return { id: newId(now), rev: 0, ...draft, createdAt: now, createdBy: actor.name };
}
