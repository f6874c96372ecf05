import { isJudged } from '../../domain/contest/blind';
import { unscoredBy } from '../../domain/contest/standing';
import type { Line, Need, Who } from './line';

/** Contests being judged with entries that this juror has yet to score. */
export function toScore({ store }: Need, { id: me }: Who): Line[] {
  const judging = store.all('contest').filter(({ state, jurorIds }) => state === 'judging' && jurorIds.includes(me));
  if (judging.length === 0) return [];
  const entries = store.all('contestEntry').filter((entry) => isJudged(entry));
  return judging.flatMap((contest) => {
    const own = entries.filter(({ contestId }) => contestId === contest.id);
    const count = unscoredBy(contest, own, me).length;
    return count === 0
      ? []
      : [{ kind: 'score' as const, id: contest.id, name: contest.title, count, since: contest.createdAt }];
  });
}
