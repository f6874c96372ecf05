/** What stands in while the first answer is on its way: the shape of what comes, never a spinner over the page. */
import { Skeleton } from '@mantine/core';
import css from './Skeletons.module.css';

const several = (count: number) => Array.from({ length: count }, (_, index) => index);

export function RowSkeletons({ rows = 6, height = 40, label }: { rows?: number; height?: number; label: string }) {
  return (
    <div className={css.rows} role="status" aria-label={label}>
      {several(rows).map((row) => (
        <Skeleton key={row} height={height} radius={6} />
      ))}
    </div>
  );
}

export function CardSkeletons({ cards = 6, height = 220, label }: { cards?: number; height?: number; label: string }) {
  return (
    <div className={css.cards} role="status" aria-label={label}>
      {several(cards).map((card) => (
        <Skeleton key={card} height={height} radius={6} />
      ))}
    </div>
  );
}
