/**
 * The times of a rundown as it is written: when each item starts and ends, when it would have to start for the rest to come out
 * (back-time), and what is over or under. Pure, and the same at the station and in every view. All instants are epoch ms, all
 * lengths ms.
 *
 * Hard starts are held: an item with one starts then, whatever comes before it. What comes before is over by as much as it
 * reaches past that, or leaves a gap. Back-time counts back from the next hard start, or from the end that is asked for.
 */
import type { PartId, RundownItem } from '../../contract/records/rundown-item';
import { endOf, hardInstant, type RundownClock, startOf } from './clock';
import { type Branch, treeOf } from './tree';

export interface Row {
  item: RundownItem;
  /** 0 at the top, 1 in a segment. */
  depth: 0 | 1;
  /** The segment it stands in; null at the top. */
  segmentId: PartId | null;
  /** Runs by itself: not a segment that only holds others. One in which everything floats runs as an empty one does. */
  runs: boolean;
  /** In the sum: not floating, and not in a segment that is. */
  counts: boolean;
  /** Planned length; of a segment with items, what they come to. */
  ms: number;
  /** Null for what does not count. */
  start: number | null;
  end: number | null;
  /** When it would have to start. Null where no end is asked for and no hard start follows. */
  backStart: number | null;
  /** What counts up to its end, or up to where it stands if it does not count; gaps left out. */
  cumulativeMs: number;
  /** The hard start that it holds, its own or, of the first that counts in a segment and has none, the segment's. */
  hardAt: number | null;
  /** On air it is taken at its hard start by itself, and cuts what is on air then. */
  takesItself: boolean;
  /** Before a hard start: time that nothing fills (above 0), or by which what comes before is too long (below 0). */
  gapMs: number;
  /** Of a segment that holds items and has a length of its own: by how much its items are over (above 0) or under it. */
  overMs: number | null;
}

export interface Plan {
  rows: readonly Row[];
  /** Of `rows` those that run and count, as they follow each other. */
  running: readonly Row[];
  byId: ReadonlyMap<PartId, Row>;
  start: number;
  /** Of the last item; the start where there is none. */
  end: number;
  /** As asked for; null where nothing is. */
  plannedEnd: number | null;
  /** Of all that counts. */
  totalMs: number;
  /** Over (above 0) or under the end that is asked for. */
  overMs: number | null;
}

export function planOf(clock: RundownClock, items: readonly RundownItem[]): Plan {
  const start = startOf(clock);
  const rows = treeOf(items).flatMap((branch) => rowsOf(branch, clock));
  const running = rows.filter(({ runs, counts }) => runs && counts);
  const end = layForward(running, start);
  const plannedEnd = endOf(clock);
  layBack(running, plannedEnd);
  const byId = new Map(rows.map((row) => [row.item.id, row]));
  closeSegments(rows);
  return {
    rows,
    running,
    byId,
    start,
    end,
    plannedEnd,
    totalMs: running.reduce((sum, { ms }) => sum + ms, 0),
    overMs: plannedEnd === null ? null : end - plannedEnd,
  };
}

function rowsOf({ item, children }: Branch, clock: RundownClock): Row[] {
  const holds = children.some(({ floating }) => !floating);
  const own = hardOf(item, clock);
  const rows = [rowOf(item, { segmentId: null, runs: !holds, counts: !item.floating }, own)];
  let first = own;
  for (const child of children) {
    const counts = !item.floating && !child.floating;
    const hard = hardOf(child, clock);
    const held = hard.hardAt === null && counts ? first : hard;
    rows.push(rowOf(child, { segmentId: item.id, runs: true, counts }, held));
    if (counts) first = SOFT;
  }
  return rows;
}

export type Hard = Pick<Row, 'hardAt' | 'takesItself'>;
export const SOFT: Hard = { hardAt: null, takesItself: false };

/** Written out: spread objects took half the time of a plan. */
function rowOf(
  item: RundownItem,
  { segmentId, runs, counts }: Pick<Row, 'segmentId' | 'runs' | 'counts'>,
  { hardAt, takesItself }: Hard,
): Row {
  return {
    item,
    depth: segmentId === null ? 0 : 1,
    segmentId,
    runs,
    counts,
    ms: item.durationMs,
    start: null,
    end: null,
    backStart: null,
    cumulativeMs: 0,
    hardAt,
    takesItself,
    gapMs: 0,
    overMs: null,
  };
}

function hardOf({ start }: RundownItem, clock: RundownClock): Hard {
  if (start.kind !== 'hard') return SOFT;
  return { hardAt: hardInstant(clock, start.at), takesItself: start.takesItself };
}

/** Answers where the last one ends. */
function layForward(running: readonly Row[], start: number): number {
  let cursor = start;
  let sum = 0;
  for (const row of running) {
    if (row.hardAt !== null) {
      row.gapMs = row.hardAt - cursor;
      cursor = row.hardAt;
    }
    row.start = cursor;
    cursor += row.ms;
    row.end = cursor;
    sum += row.ms;
    row.cumulativeMs = sum;
  }
  return cursor;
}

function layBack(running: readonly Row[], plannedEnd: number | null): void {
  let anchor = plannedEnd;
  for (const row of running.toReversed()) {
    if (anchor !== null) anchor -= row.ms;
    row.backStart = anchor;
    if (row.hardAt !== null) anchor = row.hardAt;
  }
}

/** Segments are as long as what is in them, also those that float; what does not count stands where the sum is. */
function closeSegments(rows: readonly Row[]): void {
  let sum = 0;
  rows.forEach((row, at) => {
    if (!row.runs) closeSegment(row, childrenAt(rows, at));
    if (!row.counts) row.cumulativeMs = sum;
    else if (row.runs) sum = row.cumulativeMs;
  });
}

/** One that does not run holds at least one that does not float. */
function closeSegment(row: Row, children: readonly Row[]): void {
  const inside = children.filter(({ item }) => !item.floating);
  row.ms = inside.reduce((total, { ms }) => total + ms, 0);
  row.overMs = row.item.durationMs > 0 ? row.ms - row.item.durationMs : null;
  if (!row.counts) return;
  const [first, last] = [inside[0], inside.at(-1)];
  row.start = first?.start ?? null;
  row.end = last?.end ?? null;
  row.backStart = first?.backStart ?? null;
  row.gapMs = first?.gapMs ?? 0;
  row.cumulativeMs = last?.cumulativeMs ?? 0;
}

function childrenAt(rows: readonly Row[], at: number): Row[] {
  const inside: Row[] = [];
  for (let next = at + 1; rows[next]?.depth === 1; next += 1) inside.push(rows[next] as Row);
  return inside;
}
