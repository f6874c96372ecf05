/** Exact times: left out where they cannot be kept, or taken by what is too long for the loop. */
import { reason } from '../../contract/scalars';
import { localTime } from '../time';
import { missedTimes } from './find-exact';
import type { Asked, Candidate } from './trial';

const MOST_TIMES = 3;

/** Without the times that cannot be kept. */
export function* keptTimes({ trial: { draft, laid } }: Asked): Iterable<Candidate> {
  const { how } = draft;
  if (how.kind !== 'exact') return;
  const gone = missedTimes(laid);
  const times = how.times.filter((time) => !gone.has(time));
  if (times.length === 0 || gone.size === 0) return;
  const label = reason('plan.out.withoutTimes', { times: [...gone].slice(0, 5).join(', ') });
  yield { label, change: { how: { ...how, times } } };
}

/** To the second at the beginning of its hours: the loop flows around what is longer than any of its slots. */
export function* atExactTime({ trial: { draft, laid } }: Asked): Iterable<Candidate> {
  if (draft.how.kind === 'exact') return;
  const times = laid.flatMap(({ looks, zone }) =>
    looks.flatMap(({ open }) => open.map(({ start }) => localTime(start, zone).slice(0, 8))),
  );
  for (const time of [...new Set(times)].slice(0, MOST_TIMES)) {
    const label = reason('plan.out.exact', { time: time.slice(0, 5) });
    yield { label, change: { how: { kind: 'exact', times: [time], whenTaken: 'delay' } } };
  }
}
