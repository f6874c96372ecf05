/** Columns of a paper: how wide, on which side, and as which numbers a workbook has them. */
import { PAPER_COLUMNS, type PaperColumn, type PaperKind, USUAL_COLUMNS } from '../../../contract/api/rundown-files';
import { clean, type PaperColumnHead, type PaperRow } from './paper';
import type { PaperWords } from './words';

const CLOCK = 'hh:mm:ss';
/** Minutes go on past the hour, as people say them. */
const SPAN = '[m]:ss';

const SHAPES: Readonly<Record<PaperColumn, Omit<PaperColumnHead, 'heading'>>> = {
  number: { weight: 5, align: 'right', format: null },
  start: { weight: 9, align: 'right', format: CLOCK },
  duration: { weight: 8, align: 'right', format: SPAN },
  end: { weight: 9, align: 'right', format: CLOCK },
  backTime: { weight: 9, align: 'right', format: CLOCK },
  title: { weight: 26, align: 'left', format: null },
  kind: { weight: 12, align: 'left', format: null },
  person: { weight: 14, align: 'left', format: null },
  notes: { weight: 20, align: 'left', format: null },
  status: { weight: 10, align: 'left', format: null },
  name: { weight: 20, align: 'left', format: null },
  position: { weight: 18, align: 'left', format: null },
  agency: { weight: 18, align: 'left', format: null },
  arrival: { weight: 9, align: 'right', format: CLOCK },
  phone: { weight: 16, align: 'left', format: null },
  email: { weight: 20, align: 'left', format: null },
  consent: { weight: 10, align: 'left', format: null },
  planned: { weight: 9, align: 'right', format: CLOCK },
  actual: { weight: 9, align: 'right', format: CLOCK },
  plannedMs: { weight: 8, align: 'right', format: SPAN },
  actualMs: { weight: 8, align: 'right', format: SPAN },
  difference: { weight: 8, align: 'right', format: null },
  outcome: { weight: 10, align: 'left', format: null },
  why: { weight: 20, align: 'left', format: null },
  by: { weight: 12, align: 'left', format: null },
};

/** From so many characters on a page is turned on its side. */
const WIDE = 105;

/** As asked, without what this kind of paper does not have; the usual ones where that leaves none. */
export function columnsFor(kind: PaperKind, asked: readonly PaperColumn[] | undefined): readonly PaperColumn[] {
  const fit = (asked ?? []).filter((column) => PAPER_COLUMNS[kind].includes(column));
  return fit.length > 0 ? fit : USUAL_COLUMNS[kind];
}

export function headsOf(columns: readonly PaperColumn[], words: PaperWords): PaperColumnHead[] {
  return columns.map((column) => ({ heading: words.columns[column], ...SHAPES[column] }));
}

export const isWide = (heads: readonly PaperColumnHead[]): boolean =>
  heads.reduce((sum, { weight }) => sum + weight, 0) > WIDE;

/** Text, or text with the number behind it. */
export type Value = string | { text: string; day: number | null };

export function rowOf(
  columns: readonly PaperColumn[],
  values: Partial<Record<PaperColumn, Value>>,
): Omit<PaperRow, 'look'> {
  const cells = columns.map((column) => values[column] ?? '');
  return {
    texts: cells.map((cell) => clean(typeof cell === 'string' ? cell : cell.text)),
    days: cells.map((cell) => (typeof cell === 'string' ? null : cell.day)),
  };
}
