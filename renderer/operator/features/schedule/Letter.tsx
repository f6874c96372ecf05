/** Whose a booking is, as the legend has it: a letter on the colour. */
import css from './Schedule.module.css';
import type { Planner } from './use-planner';

export function Letter({ planner, bookingId }: { planner: Planner; bookingId: string }) {
  const family = planner.colouring.familyOf(bookingId);
  return (
    <span className={css.letter} style={{ background: family?.colour ?? 'var(--suar-line)' }} aria-hidden="true">
      {family?.letter}
    </span>
  );
}
