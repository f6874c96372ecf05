/** What may be read here and not changed: each word over its value. */
import css from './ReadList.module.css';

export interface ReadRow {
  word: string;
  value: string;
  /** Takes the whole width. */
  wide?: boolean;
}

export function ReadList({ rows, none = '' }: { rows: readonly ReadRow[]; none?: string }) {
  if (rows.length === 0) return <p className={css.none}>{none}</p>;
  return (
    <dl className={css.list}>
      {rows.map(({ word, value, wide }) => (
        <div key={word} data-wide={wide}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
