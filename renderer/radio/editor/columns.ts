/** Columns of the list that a person may do without. The rest is always there. */
export const OPTIONAL_COLUMNS = ['end', 'back', 'cumulative', 'person', 'status'] as const;
export type Column = (typeof OPTIONAL_COLUMNS)[number];
export const FIRST_COLUMNS: readonly Column[] = ['back', 'status'];
export const COLUMNS_KEY = 'suar.rundown.columns';

const WIDTHS: Record<Column, string> = {
  end: '58px',
  back: '58px',
  cumulative: '56px',
  person: 'minmax(70px, 110px)',
  status: '20px',
};

/** Mark, start, title, length, what is over, then what was chosen. */
export const gridOf = (columns: readonly Column[]): string =>
  ['30px', '74px', 'minmax(90px, 1fr)', '54px', '52px', ...columns.map((column) => WIDTHS[column])].join(' ');

export const inTheirOrder = (columns: readonly string[]): Column[] =>
  OPTIONAL_COLUMNS.filter((column) => columns.includes(column));
