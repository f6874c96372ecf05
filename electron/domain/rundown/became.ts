/** What became of an item of the log, by how long it was heard and which of its spots were. Pure. */
import type { Step } from '../../contract/records/show';
import type { LogSpot } from './log-spots';

export type Became = Step['outcome'] | 'partly' | 'notHeard';

/** Shorter is a press that was meant for something else. */
const LEAST_MS = 1000;

/** On air, also while it was held; null of what never was, or still is. */
export function airedMs({
  outcome,
  startedAt,
  endedAt,
}: Pick<Step, 'outcome' | 'startedAt' | 'endedAt'>): number | null {
  return outcome === 'skipped' || endedAt === null ? null : endedAt - startedAt;
}

/** `spots`: of this step alone. Less than half of what was asked, or agreed, is aired in part; so is one that lacks a spot. */
export function becameOf(
  step: Pick<Step, 'outcome' | 'startedAt' | 'endedAt' | 'plannedMs' | 'agreedMs'>,
  spots: readonly Pick<LogSpot, 'outcome'>[],
): Became {
  const ms = airedMs(step);
  if (ms === null) return step.outcome;
  const asked = step.agreedMs ?? step.plannedMs;
  if (ms < LEAST_MS && asked >= LEAST_MS) return 'notHeard';
  if (spots.length > 0 && spots.every(({ outcome }) => outcome === 'missed')) return 'notHeard';
  if (step.outcome === 'cut') return 'cut';
  return spots.some(({ outcome }) => outcome !== 'played') || ms * 2 < asked ? 'partly' : step.outcome;
}

export interface Heard {
  heard: number;
  of: number;
}

/** How many spots were heard to their end; null where none lacks. */
export function lackOf(spots: readonly Pick<LogSpot, 'outcome'>[]): Heard | null {
  const heard = spots.filter(({ outcome }) => outcome === 'played').length;
  return heard === spots.length ? null : { heard, of: spots.length };
}
