/** How long an agreement holds: until its last day, or as long as the head of office lets it be overridden. Pure. */
import type { Agreement, AgreementOverride } from '../contract/records/partner';
import { type LocalDate, type Reason, reason } from '../contract/scalars';
import { dayNumber } from './calendar';

/** For how long it holds, as far as that decides. */
export interface Term extends Pick<Agreement, 'from' | 'to'> {
  overrides: readonly Pick<AgreementOverride, 'until'>[];
}

/** The last day on which material may air under it. */
export const lastDayOf = ({ to, overrides }: Omit<Term, 'from'>): LocalDate =>
  [to, ...overrides.map(({ until }) => until)].sort().at(-1) ?? to;

export const hasBegun = ({ from }: Pick<Agreement, 'from'>, today: LocalDate): boolean => from <= today;

/** What of other days would let one that has begun hold for longer, or as if it had not begun; empty where nothing does. */
export function prolongedBy(
  held: Pick<Agreement, 'number' | 'from' | 'to'>,
  next: Pick<Agreement, 'from' | 'to'>,
  today: LocalDate,
): Reason[] {
  if (!hasBegun(held, today)) return [];
  const { number, to } = held;
  return [
    ...(next.to > to ? [reason('agreement.prolonged', { number, to })] : []),
    ...(hasBegun(next, today) ? [] : [reason('agreement.begun', { number })]),
  ];
}

/** Days before the last at which the warning grows, the nearest first. */
const STEPS = [7, 30, 60] as const;

export type Standing =
  | { kind: 'coming' | 'holds' | 'over' }
  /** Past its last day, and let air on. */
  | { kind: 'overridden'; until: LocalDate }
  /** Days left after today; 0 on its last day. `step` is the warning it has reached. */
  | { kind: 'ending'; days: number; step: (typeof STEPS)[number] };

/** As a person is warned of it. */
export function standingOf(agreement: Term, today: LocalDate): Standing {
  const { from, to } = agreement;
  const last = lastDayOf(agreement);
  if (to < today) return last < today ? { kind: 'over' } : { kind: 'overridden', until: last };
  if (from > today) return { kind: 'coming' };
  const days = dayNumber(to) - dayNumber(today);
  const step = STEPS.find((each) => days <= each);
  return step === undefined ? { kind: 'holds' } : { kind: 'ending', days, step };
}
