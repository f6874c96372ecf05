/** One row of a sheet as a booking: an empty cell is the usual value, a column that is missing leaves the booking as it is. */
import type { z } from 'zod';
import type { BookingColumn, CellWord } from '../../../contract/api/exchange';
import { type Booking, BookingDraft, EVERY_DAY, PLAIN_BOOKING, WHOLE_DAY } from '../../../contract/records/booking';
import { type Reason, reason } from '../../../contract/scalars';
import { ruleFault } from '../../../domain/day-rule';
import { type Cell, CellFault, isEmpty, textOf } from '../../sheets/cell';
import { readDate, readDayparts, readList, readNumber, readTimes, readWeekdays } from './cells';
import type { Names } from './names';
import { keyOf, type Vocabulary } from './words';

/** The cells of one row by column; absent where the sheet has no such column. */
export type Cells = Partial<Record<BookingColumn, Cell>>;
export type ReadRow = { draft: BookingDraft; problems: null } | { draft: null; problems: CellWord[] };

export function readRow(cells: Cells, held: Booking | null, names: Names): ReadRow {
  const reader = new RowReader(cells, held, names);
  const candidate = reader.candidate();
  if (reader.problems.length > 0) return { draft: null, problems: reader.problems };
  const parsed = BookingDraft.safeParse(candidate);
  if (!parsed.success) return { draft: null, problems: parsed.error.issues.map(problemOf) };
  const { rule, from } = parsed.data;
  const fault = rule === null ? null : ruleFault(rule, from);
  if (fault === null) return { draft: parsed.data, problems: null };
  return { draft: null, problems: [{ column: 'rule', reason: reason('sheet.noRule', { value: rule ?? '' }) }] };
}

class RowReader {
  readonly problems: CellWord[] = [];

  constructor(
    private readonly cells: Cells,
    private readonly held: Booking | null,
    private readonly names: Names,
  ) {}

  /** Not parsed yet; of no use where there are problems. */
  candidate(): Record<keyof BookingDraft, unknown> {
    const { held, names } = this;
    const find = (kind: Parameters<Names['find']>[0], ids: readonly string[]) => (cell: Cell) =>
      names.find(kind, textOf(cell), ids);
    return {
      name: this.take('name', textOf, held?.name),
      what: this.what(),
      where: this.where(),
      how: this.how(),
      priority: this.take('priority', readNumber, held?.priority, PLAIN_BOOKING.priority),
      purpose: this.take('purpose', this.word('purposes'), held?.purpose, PLAIN_BOOKING.purpose),
      agreementId: this.take('agreement', find('agreement', listOf(held?.agreementId)), held?.agreementId, null),
      from: this.take('from', readDate, held?.from),
      to: this.take('to', readDate, held?.to),
      weekdays: this.take('weekdays', readWeekdays, held?.weekdays, EVERY_DAY),
      rule: this.take(
        'rule',
        (cell) =>
          textOf(cell)
            .replace(/^RRULE:/i, '')
            .toUpperCase(),
        held?.rule,
        null,
      ),
      exceptions: this.take('exceptions', readDates, held?.exceptions, []),
      dayparts: this.take('dayparts', readDayparts, held?.dayparts, WHOLE_DAY),
      zone: this.take('zone', this.word('zones'), held?.zone, 'station'),
      paused: this.take('paused', readFlag, held?.paused, false),
      makeGoodFor: this.owed(),
    };
  }

  private what(): unknown {
    const held = this.held?.what;
    const heldId = held && (held.kind === 'asset' ? held.assetId : held.playlistId);
    const kind = this.take('kind', this.word('kinds'), held?.kind, 'playlist');
    const place = kind === 'asset' ? 'asset' : 'playlist';
    const find = (cell: Cell) => this.names.find(place, textOf(cell), held?.kind === kind ? listOf(heldId) : []);
    const id = this.take('material', find, heldId);
    return kind === 'asset' ? { kind, assetId: id } : { kind, playlistId: id };
  }

  private where(): unknown {
    const held = this.held?.where;
    const all = (kind: 'display' | 'displayGroup', ids: readonly string[] | undefined) => (cell: Cell) => [
      ...new Set(readList(cell).map((name) => this.names.find(kind, name, ids))),
    ];
    const displayIds = this.take('displays', all('display', held?.displayIds), held?.displayIds, []);
    const groupIds = this.take('groups', all('displayGroup', held?.groupIds), held?.groupIds, []);
    const nowhere = displayIds?.length === 0 && groupIds?.length === 0;
    if (nowhere) this.problems.push({ column: 'displays', reason: reason('sheet.nowhere') });
    return { displayIds, groupIds };
  }

  private how(): unknown {
    const held = this.held?.how;
    const kind = this.take('how', this.word('hows'), held?.kind, 'rotation');
    const same = <K extends string>(wanted: K) =>
      held?.kind === wanted ? (held as Extract<typeof held, { kind: K }>) : null;
    switch (kind) {
      case 'slot': {
        const { slot, every, first } = same('slot') ?? {};
        return {
          kind,
          slot: this.take('slot', readNumber, slot),
          every: this.take('every', readNumber, every, 1),
          first: this.take('first', (cell) => readNumber(cell) - 1, first, 0),
        };
      }
      case 'share':
        return { kind, percent: this.take('percent', readNumber, same('share')?.percent) };
      case 'frequency': {
        const { plays, per } = same('frequency') ?? {};
        return {
          kind,
          plays: this.take('plays', readNumber, plays),
          per: this.take('per', this.word('pers'), per, 'hour'),
        };
      }
      case 'exact': {
        const { times, whenTaken } = same('exact') ?? {};
        return {
          kind,
          times: this.take('times', readTimes, times),
          whenTaken: this.take('whenTaken', this.word('whenTaken'), whenTaken, 'join'),
        };
      }
      default:
        return { kind };
    }
  }

  private owed(): unknown {
    const held = this.held?.makeGoodFor ?? null;
    const find = (kind: 'booking' | 'display', id: string | undefined) => (cell: Cell) =>
      this.names.find(kind, textOf(cell), listOf(id));
    const bookingId = this.take('owedBooking', find('booking', held?.bookingId), held?.bookingId ?? null, null);
    if (bookingId === null) return null;
    return {
      bookingId,
      displayId: this.take('owedDisplay', find('display', held?.displayId), held?.displayId),
      day: this.take('owedDay', readDate, held?.day),
    };
  }

  private word(vocabulary: Vocabulary): (cell: Cell) => string {
    return (cell) => {
      const key = keyOf(vocabulary, textOf(cell));
      if (key === undefined) throw new CellFault(noWord(vocabulary, textOf(cell)));
      return key;
    };
  }

  /** What a cell says; `held` where the column is missing; `usual` where the cell is empty. Without either it must be filled. */
  private take<T>(column: BookingColumn, read: (cell: Cell) => T, held: T | undefined, usual?: T): T | undefined {
    const cell = this.cells[column];
    if (cell === undefined && held !== undefined) return held;
    if (cell === undefined || isEmpty(cell)) {
      if (usual !== undefined) return usual;
      this.problems.push({ column, reason: reason('sheet.empty') });
      return undefined;
    }
    try {
      return read(cell);
    } catch (fault) {
      if (!(fault instanceof CellFault)) throw fault;
      this.problems.push({ column, reason: fault.reason });
      return undefined;
    }
  }
}

/** By `context` the sentence names the words that are allowed (i18next). */
const noWord = (vocabulary: Vocabulary, value: string) => reason('sheet.noWord', { value, context: vocabulary });

const listOf = (id: string | null | undefined): string[] => (id ? [id] : []);

function readDates(cell: Cell) {
  return cell instanceof Date || typeof cell === 'number' ? [readDate(cell)] : readList(cell).map(readDate);
}

function readFlag(cell: Cell): boolean {
  if (typeof cell === 'boolean') return cell;
  const text = textOf(cell);
  const key =
    keyOf('flags', text) ?? ({ '1': 'yes', '0': 'no', true: 'yes', false: 'no' } as Record<string, string>)[text];
  if (key === undefined) throw new CellFault(noWord('flags', text));
  return key === 'yes';
}

const COLUMNS: Partial<Record<string, BookingColumn>> = {
  ...{ what: 'material', where: 'displays', agreementId: 'agreement', makeGoodFor: 'owedBooking' },
};
const PARTS: readonly string[] = ['slot', 'every', 'first', 'percent', 'plays', 'per', 'times', 'whenTaken'];
const PLAIN: readonly string[] = [
  'name',
  'how',
  'priority',
  'purpose',
  'from',
  'to',
  'weekdays',
  'rule',
  'exceptions',
  'dayparts',
  'zone',
  'paused',
];

function problemOf(issue: z.core.$ZodIssue): CellWord {
  const { path, code } = issue;
  const [field, part] = path.map(String);
  if (field === 'to' && code === 'custom') return { column: 'to', reason: reason('sheet.endsBeforeStart') };
  if (field === 'how' && part === undefined) return { column: 'first', reason: reason('sheet.firstAfterEvery') };
  if (field === 'rule') return { column: 'rule', reason: reason('sheet.ruleForm') };
  const column = part !== undefined && PARTS.includes(part) ? part : (COLUMNS[field ?? ''] ?? field ?? '');
  const known =
    PARTS.includes(column) || PLAIN.includes(column) || Object.values(COLUMNS).includes(column as BookingColumn);
  return { column: known ? (column as BookingColumn) : null, reason: rangeOf(issue, column) };
}

/** What is allowed; by `context` the sentence says which bound it is (i18next). */
function rangeOf(issue: z.core.$ZodIssue, column: string): Reason {
  // Loops are counted from 1 in a sheet.
  const more = column === 'first' ? 1 : 0;
  if (issue.code === 'too_big') {
    const context = issue.origin === 'string' ? 'letters' : issue.origin === 'array' ? 'many' : 'most';
    return reason('sheet.outOfRange', { context, most: Number(issue.maximum) + more });
  }
  if (issue.code === 'too_small') {
    if (issue.origin === 'array' || issue.origin === 'string') return reason('sheet.empty');
    const context = issue.inclusive === false ? 'above' : 'least';
    return reason('sheet.outOfRange', { context, least: Number(issue.minimum) + more });
  }
  if (column === 'times') return reason('sheet.outOfRange', { context: 'midnight' });
  return reason('sheet.outOfRange', issue.code === 'invalid_type' ? { context: 'whole' } : {});
}
