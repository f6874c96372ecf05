/** A picture cut across panels that stand side by side with frames between them. Pure. */
import type { Rect } from './wipe';

export interface Grid {
  columns: number;
  rows: number;
  /** Between two panels, in their own pixels: what would be there is not seen. */
  gap: number;
}

export interface Cell {
  column: number;
  row: number;
  /** Of the picture over all panels, in pixels. */
  from: Rect;
}

/** Pixels of the whole wall, gaps included, of panels of this size. */
export function wallSize(panel: { width: number; height: number }, { columns, rows, gap }: Grid) {
  return {
    width: panel.width * columns + gap * (columns - 1),
    height: panel.height * rows + gap * (rows - 1),
  };
}

/** What each panel shows of a picture that fills the wall; row by row. */
export function cellsOf(panel: { width: number; height: number }, grid: Grid): Cell[] {
  return Array.from({ length: grid.columns * grid.rows }, (_, index) => {
    const [column, row] = [index % grid.columns, Math.floor(index / grid.columns)];
    const from = {
      x: column * (panel.width + grid.gap),
      y: row * (panel.height + grid.gap),
      width: panel.width,
      height: panel.height,
    };
    return { column, row, from };
  });
}
