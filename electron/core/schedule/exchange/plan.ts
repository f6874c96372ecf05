/** What a table would do to the bookings, row by row. Nothing is changed here. */
import { createHash } from 'node:crypto';
import type { BookingColumn, CellWord, ImportReport, ImportRow } from '../../../contract/api/exchange';
import { Failure } from '../../../contract/failure';
import type { Booking, BookingDraft } from '../../../contract/records/booking';
import { Id, reason } from '../../../contract/scalars';
import type { Steps } from '../../../domain/steps';
import type { Store } from '../../store';
import { tidy } from '../bookings';
import { checkDraft } from '../check-draft';
import { textOf } from './cells';
import type { Names } from './names';
import { readRow } from './read-row';
import type { Table, TableRow } from './table';
import { WORDS } from './words';
import { writeRow } from './write-row';

/** A row that may be carried out. `held` is null for a booking to be made. */
export interface GoodRow {
  held: Booking | null;
  draft: BookingDraft;
}
export interface Plan {
  report: Omit<ImportReport, 'applied'>;
  good: GoodRow[];
}

export function* planTable(table: Table, store: Store, names: Names): Steps<Plan> {
  const planner = new Planner(store, names);
  const rows: ImportRow[] = [];
  for (const each of table.rows) {
    rows.push(planner.row(each));
    yield;
  }
  const count = (action: ImportRow['action']) => rows.filter((row) => row.action === action).length;
  const counts = { create: count('create'), change: count('change'), same: count('same'), wrong: count('wrong') };
  return { report: { rows, counts, notes: table.notes, print: printOf(planner.good) }, good: planner.good };
}

/** Of what would be put, and of the revision it is put upon. */
function printOf(good: readonly GoodRow[]): string {
  const hash = createHash('sha256');
  for (const { held, draft } of good) hash.update(JSON.stringify([held?.id, held?.rev, draft]));
  return hash.digest('hex');
}

class Planner {
  readonly good: GoodRow[] = [];
  /** In which row a booking was met. */
  private readonly met = new Map<string, number>();

  constructor(
    private readonly store: Store,
    private readonly names: Names,
  ) {}

  row({ row, cells, problems, notes }: TableRow): ImportRow {
    const id = textOf(cells.id ?? null);
    const held = this.heldBy(id);
    const name = textOf(cells.name ?? null) || (held?.name ?? '');
    const said = { row, name: name.slice(0, 200), bookingId: held?.id ?? null, columns: [], notes };
    const wrong = (found: CellWord[]): ImportRow => ({ ...said, action: 'wrong', problems: found });
    const idFault = this.idFault(id, held, row);
    if (problems.length > 0 || idFault) return wrong(idFault ? [...problems, idFault] : problems);
    const read = readRow(cells, held, this.names);
    if (read.draft === null) return wrong(read.problems);
    const draft = tidy(read.draft);
    const unfit = this.unfit(draft, held);
    if (unfit.length > 0) return wrong(unfit);
    const columns = held ? this.changed(held, draft) : [];
    if (held && columns.length === 0) return { ...said, action: 'same', problems: [] };
    this.good.push({ held, draft });
    return { ...said, action: held ? 'change' : 'create', columns, problems: [] };
  }

  private heldBy(id: string): Booking | null {
    return Id.safeParse(id).success ? (this.store.get('booking', id) ?? null) : null;
  }

  private idFault(id: string, held: Booking | null, row: number): CellWord | null {
    if (id === '') return null;
    if (!held) return { column: 'id', reason: reason('sheet.unknownId', { id: id.slice(0, 40) }) };
    const before = this.met.get(id);
    if (before !== undefined) return { column: 'id', reason: reason('sheet.idTwice', { row: before }) };
    this.met.set(id, row);
    return null;
  }

  private unfit(draft: BookingDraft, held: Booking | null): CellWord[] {
    try {
      checkDraft(this.store, draft, held);
      return [];
    } catch (fault) {
      if (!(fault instanceof Failure)) throw fault;
      return fault.data.details.map((each) => ({ column: COLUMN_OF[each.code] ?? 'material', reason: each }));
    }
  }

  private changed(held: Booking, draft: BookingDraft): BookingColumn[] {
    const [before, after] = [held, draft].map((each) => writeRow(each, held.id, this.names, WORDS.id));
    if (!before || !after) return [];
    const columns = Object.keys(before) as BookingColumn[];
    return columns.filter((column) => before[column] !== after[column]);
  }
}

const COLUMN_OF: Partial<Record<string, BookingColumn>> = {
  'booking.noDisplay': 'displays',
  'booking.noGroup': 'groups',
};
