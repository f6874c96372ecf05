/** One line of a file as an item, in the cells its columns give it. Pure. */
import type { z } from 'zod';
import type { FieldWord, ImportField } from '../../../contract/api/rundown-files';
import { ItemFields, type ItemKind, PLAIN_ITEM } from '../../../contract/records/rundown-item';
import { MAX_SCRIPT_BYTES } from '../../../contract/records/script';
import { type LocalTime, reason } from '../../../contract/scalars';
import { type Cell, CellFault, isEmpty, textOf } from '../../sheets/cell';
import { readClock, readSpan } from './times';
import { flagOf, kindOf } from './words';

export type RowCells = Partial<Record<ImportField, Cell>>;

export interface ReadRow {
  /** Null where there are problems. */
  fields: ItemFields | null;
  title: string;
  script: string;
  /** Name of the segment it says it is in; empty for none. */
  segment: string;
  /** A segment that has no length of its own, and so holds what follows. */
  holds: boolean;
  start: LocalTime | null;
  problems: FieldWord[];
  warnings: FieldWord[];
}

/** `fromStarts`: the length until the next line's start, of a file without lengths; null where that is not known. */
export function readRow(cells: RowCells, fromStarts: number | null): ReadRow {
  const reader = new Reader(cells);
  const title = textOf(cells.title ?? null).replace(/\s+/g, ' ');
  const lengthless = isEmpty(cells.duration ?? null);
  const kind = reader.kind(title, lengthless);
  const start = reader.start();
  const durationMs = reader.duration(kind, fromStarts);
  const candidate = {
    ...PLAIN_ITEM,
    ...{ kind, title, durationMs, start: reader.hard(start) },
    floating: reader.flag('floating'),
    optional: reader.flag('optional'),
    person: textOf(cells.person ?? null).replace(/\s+/g, ' '),
    notes: textOf(cells.notes ?? null),
  };
  const script = textOf(cells.script ?? null);
  // A script's JSON has some sixty bytes a line beside its text.
  if (Buffer.byteLength(script) + 60 * script.split('\n').length > MAX_SCRIPT_BYTES / 2)
    reader.problems.push({ field: 'script', reason: reason('rundownFile.longScript') });
  const parsed = ItemFields.safeParse(candidate);
  if (!parsed.success) reader.problems.push(...parsed.error.issues.map(problemOf));
  const good = parsed.success && reader.problems.length === 0;
  return {
    ...{ title, script, start, problems: reader.problems, warnings: reader.warnings },
    fields: good ? parsed.data : null,
    segment: kind === 'segment' ? '' : textOf(cells.segment ?? null).replace(/\s+/g, ' '),
    holds: kind === 'segment' && lengthless,
  };
}

class Reader {
  readonly problems: FieldWord[] = [];
  readonly warnings: FieldWord[] = [];

  constructor(private readonly cells: RowCells) {}

  kind(title: string, lengthless: boolean): ItemKind {
    const text = textOf(this.cells.kind ?? null);
    if (text !== '') {
      const named = kindOf(text);
      if (named) return named;
      this.warn('kind', reason('rundownFile.unknownKind', { value: text.slice(0, 60) }));
      return 'free';
    }
    const guessed = kindOf(title);
    // `Segmen 1` with a length of its own is a part of the show, not a heading above others.
    return guessed === 'segment' && !lengthless ? 'free' : (guessed ?? 'free');
  }

  duration(kind: ItemKind, fromStarts: number | null): number {
    const cell = this.cells.duration ?? null;
    if (isEmpty(cell)) {
      if (fromStarts !== null) return fromStarts;
      if (kind !== 'segment') this.warn('duration', reason('rundownFile.zeroSpan'));
      return 0;
    }
    const span = this.attempt('duration', () => readSpan(cell));
    if (span?.warning) this.warn('duration', span.warning);
    return span?.ms ?? 0;
  }

  /** Only told, and what a hard start means that is a mere yes: one that cannot be read is no hindrance. */
  start(): LocalTime | null {
    const cell = this.cells.start ?? null;
    if (isEmpty(cell)) return null;
    try {
      return readClock(cell);
    } catch (fault) {
      if (!(fault instanceof CellFault)) throw fault;
      this.warn('start', fault.reason);
      return null;
    }
  }

  hard(start: LocalTime | null): ItemFields['start'] {
    const cell = this.cells.hard ?? null;
    const flag = cell instanceof Date ? undefined : flagOf(textOf(cell));
    if (flag === false) return PLAIN_ITEM.start;
    if (flag === true) {
      if (start !== null) return { kind: 'hard', at: start, takesItself: false };
      this.problems.push({ field: 'hard', reason: reason('rundownFile.hardWithoutStart') });
      return PLAIN_ITEM.start;
    }
    const at = this.attempt('hard', () => readClock(cell));
    return at === null ? PLAIN_ITEM.start : { kind: 'hard', at, takesItself: false };
  }

  flag(field: 'floating' | 'optional'): boolean {
    const text = textOf(this.cells[field] ?? null);
    const flag = flagOf(text);
    if (flag === undefined) this.warn(field, reason('rundownFile.noFlag', { value: text.slice(0, 60) }));
    return flag ?? false;
  }

  private attempt<T>(field: ImportField, read: () => T): T | null {
    try {
      return read();
    } catch (fault) {
      if (!(fault instanceof CellFault)) throw fault;
      this.problems.push({ field, reason: fault.reason });
      return null;
    }
  }

  private warn(field: ImportField, why: FieldWord['reason']): void {
    this.warnings.push({ field, reason: why });
  }
}

const FIELDS: Readonly<Record<string, ImportField>> = { title: 'title', person: 'person', notes: 'notes' };

function problemOf(issue: z.core.$ZodIssue): FieldWord {
  const field = FIELDS[String(issue.path[0])] ?? null;
  if (issue.code !== 'too_big') return { field, reason: reason('sheet.outOfRange') };
  return { field, reason: reason('sheet.outOfRange', { context: 'letters', most: Number(issue.maximum) }) };
}
