/** Whose a booking is, as the legend has it: a letter on the colour; dashed around it where the open draft makes or changes it. */
import { useOpenDraft } from './drafts/open-draft';
import css from './Schedule.module.css';
import type { Planner } from './use-planner';

export function Letter({ planner, bookingId }: { planner: Planner; bookingId: string }) {
  const drafted = useOpenDraft()?.touched.has(bookingId);
  const family = planner.colouring.familyOf(bookingId);
  return (
    <span
      className={css.letter}
      data-drafted={drafted || undefined}
      style={{ background: family?.colour ?? 'var(--suar-line)' }}
      aria-hidden="true"
    >
      {family?.letter}
    </span>
  );
}
