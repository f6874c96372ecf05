/** Who won, as a paper to sign and as CSV. Material that has become exempt since is on neither. */
import en from '../../../resources/locales/en/winners.json';
import id from '../../../resources/locales/id/winners.json';
import type { LetterQuery } from '../../contract/api/paper-query';
import type { Contest, ContestEntry } from '../../contract/records/contest';
import type { Settings } from '../../contract/records/settings';
import type { Language } from '../../contract/records/user';
import type { LocalDate } from '../../contract/scalars';
import { isJudged } from '../../domain/contest/blind';
import { scoresGiven, standingsOf } from '../../domain/contest/standing';
import { toInstant } from '../../domain/time';
import { csvPieces, MANNERS } from '../csv';
import { clean, type Paper } from '../rundown-files/papers/paper';
import { plainPaper } from '../rundown-files/papers/plain-paper';
import { unnamed } from '../rundown-files/papers/sheet-of';
import { day, fill, wordsOf } from '../rundown-files/papers/words';
import { type Reader, requireRecord } from '../store';
import { entriesOf, judgedOf, refuseUnless } from './room';
import { unfitBecause } from './winners';

const WORDS = { id, en } as const;
type Words = (typeof WORDS)[Language];
const COLUMNS = Object.keys(id.columns) as (keyof (typeof id)['columns'])[];
const WEIGHTS: Record<(typeof COLUMNS)[number], number> = {
  rank: 8,
  category: 16,
  title: 30,
  entrant: 22,
  from: 18,
  score: 8,
};

interface Winner {
  entry: ContestEntry;
  mean: number | null;
}

const isScored = (winners: readonly Winner[]): boolean => winners.some(({ mean }) => mean !== null);

/** In the order in which they are read out. @throws Failure notFound, refused while it is not decided */
export function winnersOf(reader: Reader, contestId: string): { contest: Contest; winners: Winner[] } {
  const contest = requireRecord(reader, 'contest', contestId);
  refuseUnless(contest, ['decided']);
  const entries = entriesOf(reader, contestId);
  const means = new Map(standingsOf(contest, entries.filter(isJudged)).map(({ entryId, mean }) => [entryId, mean]));
  const winners = entries
    .filter((entry) => entry.state === 'winner' && unfitBecause(reader, entry).length === 0)
    .sort((a, b) => place(contest, a) - place(contest, b) || (a.rank ?? 0) - (b.rank ?? 0) || (a.id < b.id ? -1 : 1))
    .map((entry) => ({ entry, mean: means.get(entry.id) ?? null }));
  return { contest, winners };
}

const place = ({ categories }: Contest, { category }: ContestEntry): number =>
  category === null ? -1 : categories.indexOf(category);

export function winnersPaper(
  reader: Reader,
  contestId: string,
  { settings, query, now }: { settings: Settings; query: LetterQuery; now: number },
): Paper {
  const { contest, winners } = winnersOf(reader, contestId);
  const { zone } = settings;
  const { language } = query;
  const words = WORDS[language];
  const dayOf = (date: LocalDate) => day(toInstant(date, '12:00:00', zone), zone, language);
  const on = dayOf(contest.decided?.on ?? contest.closesOn);
  const columns = COLUMNS.filter(
    (column) => (column !== 'category' || contest.categories.length > 0) && (column !== 'score' || isScored(winners)),
  );
  return {
    ...plainPaper(settings, { query, now, zone }),
    title: words.title,
    subtitle: clean(contest.title),
    facts: [
      ...(contest.theme === '' ? [] : [[words.theme, clean(contest.theme)] satisfies [string, string]]),
      [words.jury, clean(contest.jurorIds.flatMap((juror) => reader.get('user', juror)?.name ?? []).join(', '))],
      [words.decidedOn, on],
    ],
    columns: columns.map((column) => ({
      heading: words.columns[column],
      weight: WEIGHTS[column],
      align: column === 'rank' || column === 'score' ? 'right' : 'left',
      format: null,
    })),
    rows: winners.map((winner) => {
      const cells = cellsOf(winner, language);
      return { look: 'plain', texts: columns.map((column) => clean(cells[column])), days: columns.map(() => null) };
    }),
    remarks: remarksOf(reader, { contest, winners }, words, dayOf),
    signedOn: fill(words.signedOn, { day: on }),
    signatures: [{ role: words.juryHead, name: '', below: [] }, unnamed(words.role, wordsOf(language))],
  };
}

/** What scores there are, who decided, and what was out of the ordinary: the paper says no more than what was done. */
function remarksOf(
  reader: Reader,
  { contest, winners }: ReturnType<typeof winnersOf>,
  words: Words,
  dayOf: (on: LocalDate) => string,
): string[] {
  const { decided, reopened } = contest;
  const { given, of } = scoresGiven(contest, judgedOf(reader, contest.id));
  const why = decided?.incomplete;
  return [
    isScored(winners) ? words.final : words.unscored,
    fill(words.rankedBy, { by: clean(decided?.by ?? '') }),
    ...(given < of ? [fill(words.given, { given: String(given), of: String(of) })] : []),
    ...(why ? [fill(words.incomplete, { reason: clean(why) })] : []),
    ...reopened
      .filter(({ from }) => from === 'decided')
      .map(({ by, on, reason }) => fill(words.reopened, { by: clean(by), on: dayOf(on), reason: clean(reason) })),
  ];
}

export function winnersCsv(reader: Reader, contestId: string, language: Language): AsyncIterable<string> {
  const { winners } = winnersOf(reader, contestId);
  const rows = winners.map((winner) => {
    const cells = cellsOf(winner, language);
    return COLUMNS.map((column) => cells[column]);
  });
  const header = COLUMNS.map((column) => WORDS[language].columns[column]);
  return csvPieces(header, rows, language);
}

function cellsOf({ entry, mean }: Winner, language: Language): Record<(typeof COLUMNS)[number], string> {
  return {
    rank: String(entry.rank ?? ''),
    category: entry.category ?? '',
    title: entry.title,
    entrant: entry.entrant.name,
    from: entry.entrant.from,
    score: mean === null ? '' : mean.toFixed(2).replace('.', MANNERS[language].decimal),
  };
}
