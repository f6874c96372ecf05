/** The log of a show as it is read: in the order in which things were on air, then what never was. Pure. */
import type { Step } from '../../../../electron/contract/records/show';

export interface AsRun {
  step: Step;
  /** On air, also while it was held; null for what never was. */
  actualMs: number | null;
  /** Longer (above 0) or shorter than planned; null where there is nothing to compare. */
  differenceMs: number | null;
}

export function asRunOf(steps: readonly Step[]): AsRun[] {
  const aired = steps.filter(({ outcome }) => outcome !== 'skipped');
  const skipped = steps.filter(({ outcome }) => outcome === 'skipped');
  return [
    ...aired.toSorted((a, b) => a.startedAt - b.startedAt).map(asRun),
    ...skipped.toSorted((a, b) => (a.plannedStart ?? 0) - (b.plannedStart ?? 0)).map(asRun),
  ];
}

function asRun(step: Step): AsRun {
  const { outcome, startedAt, endedAt, plannedMs } = step;
  const actualMs = outcome === 'skipped' || endedAt === null ? null : endedAt - startedAt;
  return { step, actualMs, differenceMs: actualMs === null || plannedMs === 0 ? null : actualMs - plannedMs };
}
