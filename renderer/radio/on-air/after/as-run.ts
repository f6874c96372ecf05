/** The log of a show as it is read: in the order in which things were on air, then what never was. Pure. */
import type { ShowSpot } from '../../../../electron/contract/api/shows';
import type { Step } from '../../../../electron/contract/records/show';
import { airedMs, type Became, becameOf, type Heard, lackOf } from '../../../../electron/domain/rundown/became';

export interface AsRun {
  step: Step;
  spots: ShowSpot[];
  became: Became;
  /** How many of its spots were heard, where one lacks. */
  lacks: Heard | null;
  /** On air, also while it was held; null for what never was. */
  actualMs: number | null;
  /** Longer (above 0) or shorter than planned; null where there is nothing to compare. */
  differenceMs: number | null;
}

export function asRunOf(steps: readonly Step[], spots: readonly ShowSpot[]): AsRun[] {
  const asRun = (step: Step) =>
    withSpots(
      step,
      spots.filter(({ stepId }) => stepId === step.id),
    );
  const aired = steps.filter(({ outcome }) => outcome !== 'skipped');
  const skipped = steps.filter(({ outcome }) => outcome === 'skipped');
  return [
    ...aired.toSorted((a, b) => a.startedAt - b.startedAt).map(asRun),
    ...skipped.toSorted((a, b) => (a.plannedStart ?? 0) - (b.plannedStart ?? 0)).map(asRun),
  ];
}

function withSpots(step: Step, spots: ShowSpot[]): AsRun {
  const { plannedMs } = step;
  const actualMs = airedMs(step);
  const [became, lacks] = [becameOf(step, spots), step.outcome === 'skipped' ? null : lackOf(spots)];
  return {
    step,
    spots,
    became,
    lacks,
    actualMs,
    differenceMs: actualMs === null || plannedMs === 0 ? null : actualMs - plannedMs,
  };
}
