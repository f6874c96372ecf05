/** Less of the same, or with another rank: for the draft's own sake, or so that others keep theirs. */
import { reason } from '../../contract/scalars';
import { freeTimes } from './free-times';
import { otherSlots } from './out-slots';
import { countOf } from './tally';
import type { Asked, Candidate, Group, Largest } from './trial';

/** As much as `possible` was said to be, and a play more: what is given may be rounded down. */
export function lessPercent({ finding, trial: { draft } }: Asked): Group {
  const { how } = draft;
  if (how.kind !== 'share') return [];
  const { possible = how.percent, others = 0 } = finding.reason.params;
  return percents(how, Math.min(Number(possible) + 1, 100 - Number(others), Math.ceil(how.percent) - 1));
}

function percents(how: { kind: 'share'; percent: number }, most: number): Largest {
  const label = (percent: number) => reason('plan.out.percent', { percent });
  return { most, with: (percent) => ({ label: label(percent), change: { how: { ...how, percent } } }) };
}

/** Where not one an hour is left, so many a day. */
export function fewerPlays(asked: Asked): Group {
  const { how, id } = asked.trial.draft;
  if (how.kind !== 'frequency') return [];
  const possible = Math.min(Number(asked.finding.reason.params.possible ?? how.plays) + 1, how.plays - 1);
  if (how.per === 'day' || possible > 1) {
    const said = (plays: number) => reason('plan.out.plays', { plays });
    return { most: possible, with: (plays) => ({ label: said(plays), change: { how: { ...how, plays } } }) };
  }
  const daily = asked.trial.laid.flatMap(({ looks }) => looks.map((look) => countOf(look.with, id).plays));
  const said = (plays: number) => reason('plan.out.playsADay', { plays });
  return {
    most: Math.min(3600, ...daily),
    with: (plays) => ({ label: said(plays), change: { how: { ...how, plays, per: 'day' } } }),
  };
}

/** Less of the same, so that others keep theirs. */
export function costsLess(asked: Asked): Group {
  const { how } = asked.trial.draft;
  switch (how.kind) {
    case 'slot':
      return otherSlots(asked);
    case 'exact':
      return freeTimes(asked.trial);
    case 'share':
      return percents(how, Math.ceil(how.percent) - 1);
    case 'frequency':
      return fewerPlays(asked);
    case 'rotation':
      return [];
    default:
      return how satisfies never;
  }
}

export function* lessUrgent({ trial: { draft } }: Asked): Iterable<Candidate> {
  const priority = Math.min(draft.priority, 5) - 1;
  if (priority >= 0) yield { label: reason('plan.out.lessUrgent', { priority }), change: { priority } };
}

export function* moreUrgent({ trial: { draft, laid } }: Asked): Iterable<Candidate> {
  let priority = 0;
  for (const { stage } of laid)
    for (const beside of stage.question.bookings) priority = Math.max(priority, beside.priority);
  if (priority > draft.priority) yield { label: reason('plan.out.moreUrgent', { priority }), change: { priority } };
}
