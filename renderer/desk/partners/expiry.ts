/** How long an agreement still holds, as a person is warned of it. Pure. */
import type { Agreement } from '../../../electron/contract/records/partner';
import type { LocalDate } from '../../../electron/contract/scalars';
import { dayNumber } from '../../../electron/domain/calendar';

/** Days before the last at which the warning grows, the nearest first. */
const STEPS = [7, 30, 60] as const;

export type Standing =
  | { kind: 'coming' | 'holds' | 'over' }
  /** Days left after today; 0 on its last day. `step` is the warning it has reached. */
  | { kind: 'ending'; days: number; step: (typeof STEPS)[number] };

export function standingOf({ from, to }: Pick<Agreement, 'from' | 'to'>, today: LocalDate): Standing {
  if (to < today) return { kind: 'over' };
  if (from > today) return { kind: 'coming' };
  const days = dayNumber(to) - dayNumber(today);
  const step = STEPS.find((each) => days <= each);
  return step === undefined ? { kind: 'holds' } : { kind: 'ending', days, step };
}
