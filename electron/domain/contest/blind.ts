/** Who sees which scores: nobody another's until all are given or the judging is closed. Pure. */
import type { Contest, ContestEntry, Score } from '../../contract/records/contest';
import { countedScores, jurorsOf } from './standing';

type Judged = Pick<ContestEntry, 'id' | 'category' | 'scores' | 'ownJurorIds' | 'state'>;

/** Whether the jury judges it, or has. */
export const isJudged = ({ state }: Pick<ContestEntry, 'state'>): boolean =>
  state === 'valid' || state === 'shortlisted' || state === 'winner';

/** Whether scores are open to all; from then on none is changed. */
export function scoresOpen(
  contest: Pick<Contest, 'state' | 'jurorIds' | 'criteria'>,
  entries: readonly Judged[],
): boolean {
  if (contest.state === 'shortlisted' || contest.state === 'decided') return true;
  if (contest.state !== 'judging') return false;
  const judged = entries.filter(isJudged);
  const isWhole = (entry: Judged) => countedScores(contest, entry).length === jurorsOf(contest, entry).length;
  return judged.length > 0 && contest.jurorIds.length > 0 && judged.every(isWhole);
}

/** The scores of an entry that this person may see. */
export const visibleScores = ({ scores }: Pick<ContestEntry, 'scores'>, open: boolean, viewerId: string): Score[] =>
  open ? [...scores] : scores.filter(({ jurorId }) => jurorId === viewerId);
