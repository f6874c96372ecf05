/** Contests and entries as their reader may see them: scores closed until all are given, contact data for those who keep the contest. */
import type { ContestView, EntryPage, EntryView } from '../../contract/api/contests';
import type { Caller } from '../../contract/api/handlers';
import { isProbed } from '../../contract/records/asset';
import type { Contest, ContestEntry } from '../../contract/records/contest';
import { mayDo } from '../../contract/records/user';
import { isJudged, scoresOpen, visibleScores } from '../../domain/contest/blind';
import { type EntryStanding, jurorsOf, scoresGiven, standingsOf, unscoredBy } from '../../domain/contest/standing';
import { wordsOf } from '../../domain/words';
import { hiddenFrom } from '../rules/gate';
import type { Reader } from '../store';
import { entriesOf } from './room';

export function contestView(reader: Reader, contest: Contest, { actor }: Pick<Caller, 'actor'>): ContestView {
  const entries = entriesOf(reader, contest.id);
  const open = scoresOpen(contest, entries);
  const judged = entries.filter(isJudged);
  return {
    ...contest,
    counts: {
      entries: entries.length,
      judged: judged.length,
      disqualified: entries.filter(({ state }) => state === 'disqualified').length,
    },
    scores: scoresGiven(contest, judged),
    toScore: contest.jurorIds.includes(actor.id) ? unscoredBy(contest, judged, actor.id).length : null,
    scoresOpen: open,
    jurors: contest.jurorIds.map((id) => ({ id, name: nameOf(reader, id) })),
  };
}

export function entryPage(reader: Reader, contest: Contest, asked: EntryPage, caller: Caller) {
  const entries = entriesOf(reader, contest.id);
  const open = scoresOpen(contest, entries);
  const standings = new Map(
    open ? standingsOf(contest, entries.filter(isJudged)).map((standing) => [standing.entryId, standing]) : [],
  );
  const isFound = wordsOf(asked.search);
  const rank = (entry: ContestEntry) => entry.rank ?? standings.get(entry.id)?.rank ?? Number.MAX_SAFE_INTEGER;
  const byCategory = (a: ContestEntry, b: ContestEntry) =>
    asked.order === 'best' || a.category === b.category ? 0 : (a.category ?? '').localeCompare(b.category ?? '');
  const found = entries
    .filter((entry) => (asked.state === undefined || entry.state === asked.state) && isFound(() => textOf(entry)))
    .sort((a, b) => byCategory(a, b) || rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  const view = viewer(reader, contest, { open, standings }, caller);
  return { items: found.slice(asked.offset, asked.offset + asked.limit).map(view), total: found.length };
}

const textOf = ({ title, category, entrant: { name, from } }: ContestEntry): string =>
  `${title} ${category ?? ''} ${name} ${from}`;

interface Scores {
  open: boolean;
  standings: ReadonlyMap<string, EntryStanding>;
}

function viewer(reader: Reader, contest: Contest, { open, standings }: Scores, caller: Caller) {
  const known = mayDo(caller.role, 'desk');
  return ({ entrant: { name, from, ...contact }, ...entry }: ContestEntry): EntryView => {
    const jurors = jurorsOf(contest, entry);
    const asset = entry.assetId === null ? undefined : reader.get('asset', entry.assetId);
    // What is written of exempt material says what is in it.
    const hides = asset !== undefined && hiddenFrom(caller, [asset]).length > 0;
    return {
      ...entry,
      why: hides ? '' : entry.why,
      entrant: { name, from, contact: known ? contact : null },
      scores: visibleScores(entry, open, caller.actor.id).map((score) => ({
        ...score,
        note: hides && score.jurorId !== caller.actor.id ? '' : score.note,
        juror: nameOf(reader, score.jurorId),
      })),
      thumbnail: asset && isProbed(asset) && !hides ? asset.pictures.thumbnail : null,
      progress: { scored: entry.scores.filter(({ jurorId }) => jurors.includes(jurorId)).length, of: jurors.length },
      mine: contest.state === 'judging' && isJudged(entry) && jurors.includes(caller.actor.id),
      standing: shown(reader, standings.get(entry.id)),
    };
  };
}

function shown(reader: Reader, standing: EntryStanding | undefined): EntryView['standing'] {
  if (!standing) return null;
  const { mean, lowest, highest, scored, missing, rank, tied } = standing;
  return { mean, lowest, highest, scored, missing: missing.map((id) => nameOf(reader, id)), rank, tied };
}

const nameOf = (reader: Reader, userId: string): string => reader.get('user', userId)?.name ?? '';
