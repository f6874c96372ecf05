/** One cell, whatever file it came in. */
import type { Reason } from '../../contract/scalars';

/** As a spreadsheet or a CSV file gives it; null is empty. */
export type Cell = string | number | boolean | Date | null;

/** What is wrong with one cell, for a person. */
export class CellFault extends Error {
  constructor(readonly reason: Reason) {
    super(reason.code);
    this.name = 'CellFault';
  }
}

export const isEmpty = (cell: Cell): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '');

export function textOf(cell: Cell): string {
  if (cell === null) return '';
  return cell instanceof Date ? dateText(cell) : String(cell).trim();
}

const dateText = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10));

/** As words are compared. */
export const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();
