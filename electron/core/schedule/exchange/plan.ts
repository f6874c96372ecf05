/** What a table would do to the bookings, row by row. Nothing is changed here. */
import { createHash } from 'node:crypto';
import type { BookingColumn, CellWord, ImportReport, ImportRow } from '../../../contract/api/exchange';
import type { Booking, BookingDraft } from '../../../contract/records/booking';
import { Id, type Reason, reason } from '../../../contract/scalars';
import type { Steps } from '../../../domain/steps';
import { textOf } from '../../sheets/cell';
import type { Store } from '../../store';
import { tidy } from '../bookings';
import { cellWordOf, checkDraft, faultsOf } from '../check-draft';
import type { Said } from '../check-rows';
import type { Names } from './names';
import { readRow } from './read-row';
import type { Table, TableRow } from './table';
import { WORDS } from './words';
import { writeRow } from './write-row';

/** A row that may be carried out. `held` is null for a booking to be made. */
export interface GoodRow {
  row: number;
  held: Booking | null;
  draft: BookingDraft;
}
export interface Plan {
  report: Omit<ImportReport, 'applied'>;
  good: GoodRow[];
}

/** With what was said of the good rows, in their order. */
export function withSaid({ report, good }: Plan, said: readonly Said[], notes: readonly Reason[]): Plan['report'] {
  const byRow = new Map(good.map(({ row }, index) => [row, said[index]]));
  const rows = report.rows.map((each) => {
    const more = byRow.get(each.row);
    return more ? { ...each, ...more, notes: [...each.notes, ...more.notes] } : each;
  });
  return { ...report, rows, notes: [...report.notes, ...notes] };
}

/** Without the rows that a person left out. */
export function leavingOut({ report, good }: Plan, rows: readonly number[]): Plan {
  const out = new Set(rows);
  const left = report.rows.filter(({ row }) => !out.has(row));
  return { report: { ...report, counts: countsOf(left) }, good: good.filter(({ row }) => !out.has(row)) };
}

function countsOf(rows: readonly ImportRow[]): ImportReport['counts'] {
  const count = (action: ImportRow['action']) => rows.filter((row) => row.action === action).length;
  return { create: count('create'), change: count('change'), same: count('same'), wrong: count('wrong') };
}

export function* planTable(table: Table, store: Store, names: Names): Steps<Plan> {
  const planner = new Planner(store, names);
  const rows: ImportRow[] = [];
  for (const each of table.rows) {
    rows.push(planner.row(each));
    yield;
  }
  const counts = countsOf(rows);
  return { report: { rows, counts, notes: table.notes, print: yield* printOf(planner.good) }, good: planner.good };
}

/** Of what would be put, and of the revision it is put upon. */
function* printOf(good: readonly GoodRow[]): Steps<string> {
  const hash = createHash('sha256');
  for (const { held, draft } of good) {
    yield;
    hash.update(JSON.stringify([held?.id, held?.rev, draft]));
  }
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
    const said = { row, name: name.slice(0, 200), bookingId: held?.id ?? null, columns: [], conflicts: [], notes };
    const fine = { ...said, verdict: 'fine' as const, problems: [] };
    const wrong = (found: CellWord[]): ImportRow => ({ ...said, action: 'wrong', verdict: 'wrong', problems: found });
    const idFault = this.idFault(id, held, row);
    if (problems.length > 0 || idFault) return wrong(idFault ? [...problems, idFault] : problems);
    const read = readRow(cells, held, this.names);
    if (read.draft === null) return wrong(read.problems);
    const draft = tidy(read.draft);
    const unfit = this.unfit(draft, held);
    if (unfit.length > 0) return wrong(unfit);
    const columns = held ? this.changed(held, draft) : [];
    if (held && columns.length === 0) return { ...fine, action: 'same' };
    this.good.push({ row, held, draft });
    return { ...fine, action: held ? 'change' : 'create', columns };
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
    return faultsOf(() => checkDraft(this.store, draft, held)).map(cellWordOf);
  }

  private changed(held: Booking, draft: BookingDraft): BookingColumn[] {
    const [before, after] = [held, draft].map((each) => writeRow(each, held.id, this.names, WORDS.id));
    if (!before || !after) return [];
    const columns = Object.keys(before) as BookingColumn[];
    return columns.filter((column) => before[column] !== after[column]);
  }
}
