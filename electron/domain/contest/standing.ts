/**
 * How entries stand by their scores. Every sum is of whole numbers and means are compared as fractions, so that the order of jurors
 * changes nothing and a tie is a tie. A score that is not there is never a nought: it is left out, and said. Pure.
 */
import type { Contest, ContestEntry, Marks, Score } from '../../contract/records/contest';

type Criteria = Contest['criteria'];
type Scored = Pick<ContestEntry, 'id' | 'category' | 'scores' | 'ownJurorIds'>;

/** Weighted sum of whole marks; null where a criterion has none. */
export function sumOf(marks: Marks, criteria: Criteria): number | null {
  let sum = 0;
  for (const { id, weight } of criteria) {
    const mark = Object.hasOwn(marks, id) ? marks[id] : undefined;
    if (mark === undefined) return null;
    sum += mark * weight;
  }
  return sum;
}

const weightOf = (criteria: Criteria): number => criteria.reduce((sum, { weight }) => sum + weight, 0);

/** One juror's score, 0 to 100; null where it is not whole. */
export function scoreOf(marks: Marks, criteria: Criteria): number | null {
  const sum = sumOf(marks, criteria);
  return sum === null ? null : sum / weightOf(criteria);
}

/** Who is to score it: the jury without those whose own it is. */
export const jurorsOf = ({ jurorIds }: Pick<Contest, 'jurorIds'>, { ownJurorIds }: Pick<Scored, 'ownJurorIds'>) =>
  jurorIds.filter((id) => !ownJurorIds.includes(id));

/** Scores that count: whole, of a juror who may, one a juror. */
export function countedScores(contest: Pick<Contest, 'jurorIds' | 'criteria'>, entry: Scored): Score[] {
  const jurors = jurorsOf(contest, entry);
  return jurors.flatMap((id) => {
    const score = entry.scores.find(({ jurorId }) => jurorId === id);
    return score && sumOf(score.marks, contest.criteria) !== null ? [score] : [];
  });
}

export interface EntryStanding {
  entryId: string;
  category: string | null;
  /** 0 to 100; null where nobody has scored it. */
  mean: number | null;
  /** Lowest and highest of a juror. */
  lowest: number | null;
  highest: number | null;
  /** Jurors who have scored it, and those who have not. */
  scored: number;
  missing: string[];
  /** From 1 within its category; those that are equal share one. Null where nobody has scored it. */
  rank: number | null;
  tied: boolean;
}

/** How many scores of jurors were given, of how many that were to be. */
export function scoresGiven(
  contest: Pick<Contest, 'jurorIds' | 'criteria'>,
  entries: readonly Scored[],
): { given: number; of: number } {
  const sum = (count: (entry: Scored) => number) => entries.reduce((all, entry) => all + count(entry), 0);
  return {
    given: sum((entry) => countedScores(contest, entry).length),
    of: sum((entry) => jurorsOf(contest, entry).length),
  };
}

/** Entries that a juror is to score and has not, of those that are judged. */
export const unscoredBy = <T extends Scored>(
  contest: Pick<Contest, 'jurorIds'>,
  judged: readonly T[],
  jurorId: string,
): T[] =>
  judged.filter(
    (entry) => jurorsOf(contest, entry).includes(jurorId) && !entry.scores.some((score) => score.jurorId === jurorId),
  );

interface Measured {
  standing: EntryStanding;
  /** Mean as a fraction: `sum` of `count` jurors. */
  sum: number;
  count: number;
}

/** Best first within each category, those without a score last; equal ones in order of id. */
export function standingsOf(contest: Pick<Contest, 'jurorIds' | 'criteria'>, entries: readonly Scored[]) {
  const measured = entries.map((entry) => measure(contest, entry));
  const categories = [...new Set(entries.map(({ category }) => category))];
  return categories.flatMap((category) =>
    ranked(measured.filter(({ standing }) => standing.category === category)).map(({ standing }) => standing),
  );
}

function measure(contest: Pick<Contest, 'jurorIds' | 'criteria'>, entry: Scored): Measured {
  const counted = countedScores(contest, entry);
  const sums = counted.map(({ marks }) => sumOf(marks, contest.criteria) ?? 0);
  const weight = weightOf(contest.criteria);
  const sum = sums.reduce((all, each) => all + each, 0);
  const count = sums.length;
  const standing: EntryStanding = {
    entryId: entry.id,
    category: entry.category,
    mean: count === 0 ? null : sum / (weight * count),
    lowest: count === 0 ? null : Math.min(...sums) / weight,
    highest: count === 0 ? null : Math.max(...sums) / weight,
    scored: count,
    missing: jurorsOf(contest, entry).filter((id) => !counted.some(({ jurorId }) => jurorId === id)),
    rank: null,
    tied: false,
  };
  return { standing, sum, count };
}

/** Below nought where `a` stands before `b`. Equal weights on both sides, so sums over counts are enough. */
function compare(a: Measured, b: Measured): number {
  if (a.count === 0 || b.count === 0) return Math.sign(b.count) - Math.sign(a.count);
  return b.sum * a.count - a.sum * b.count;
}

function ranked(entries: readonly Measured[]): Measured[] {
  const inOrder = [...entries].sort((a, b) => compare(a, b) || (a.standing.entryId < b.standing.entryId ? -1 : 1));
  let first = 0;
  return inOrder.map((entry, at) => {
    if (entry.count === 0) return entry;
    const equals = (other: Measured | undefined) => other !== undefined && compare(other, entry) === 0;
    // Those that are equal stand side by side, and share the place of the first of them.
    if (!equals(inOrder[at - 1])) first = at;
    const tied = first < at || equals(inOrder[at + 1]);
    return { ...entry, standing: { ...entry.standing, rank: first + 1, tied } };
  });
}
