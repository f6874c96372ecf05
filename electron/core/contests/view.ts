/** Contests and entries as their reader may see them: scores closed until all are given, contact data for those who keep the contest. */
import type { ContestView, EntryView } from '../../contract/api/contests';
import type { Caller } from '../../contract/api/handlers';
import type { Contest, ContestEntry } from '../../contract/records/contest';
import { mayDo } from '../../contract/records/user';
import { isJudged, scoresOpen, visibleScores } from '../../domain/contest/blind';
import { type EntryStanding, jurorsOf, standingsOf } from '../../domain/contest/standing';
import type { Reader } from '../store';
import { entriesOf } from './room';

export function contestView(reader: Reader, contest: Contest, { actor }: Pick<Caller, 'actor'>): ContestView {
  const entries = entriesOf(reader, contest.id);
  const open = scoresOpen(contest, entries);
  const isUnscored = (entry: ContestEntry) => !entry.scores.some(({ jurorId }) => jurorId === actor.id);
  const mine = entries.filter((entry) => isJudged(entry) && jurorsOf(contest, entry).includes(actor.id));
  return {
    ...contest,
    counts: {
      entries: entries.length,
      judged: entries.filter(isJudged).length,
      disqualified: entries.filter(({ state }) => state === 'disqualified').length,
    },
    toScore: contest.jurorIds.includes(actor.id) ? mine.filter(isUnscored).length : null,
    scoresOpen: open,
    jurors: contest.jurorIds.map((id) => ({ id, name: nameOf(reader, id) })),
  };
}

export function entryViews(reader: Reader, contest: Contest, caller: Caller): EntryView[] {
  const entries = entriesOf(reader, contest.id);
  const open = scoresOpen(contest, entries);
  const standings = new Map(
    open ? standingsOf(contest, entries.filter(isJudged)).map((standing) => [standing.entryId, standing]) : [],
  );
  const known = mayDo(caller.role, 'desk');
  return entries.map(({ entrant: { name, from, ...contact }, ...entry }) => {
    const jurors = jurorsOf(contest, entry);
    return {
      ...entry,
      entrant: { name, from, contact: known ? contact : null },
      scores: visibleScores(entry, open, caller.actor.id).map((score) => ({
        ...score,
        juror: nameOf(reader, score.jurorId),
      })),
      progress: { scored: entry.scores.filter(({ jurorId }) => jurors.includes(jurorId)).length, of: jurors.length },
      mine: contest.state === 'judging' && isJudged(entry) && jurors.includes(caller.actor.id),
      standing: shown(reader, standings.get(entry.id)),
    };
  });
}

function shown(reader: Reader, standing: EntryStanding | undefined): EntryView['standing'] {
  if (!standing) return null;
  const { mean, lowest, highest, scored, missing, rank, tied } = standing;
  return { mean, lowest, highest, scored, missing: missing.map((id) => nameOf(reader, id)), rank, tied };
}

const nameOf = (reader: Reader, userId: string): string => reader.get('user', userId)?.name ?? '';
