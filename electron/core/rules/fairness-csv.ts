/** What each subject was given, as CSV: one row a subject and channel, and its share of the channel. */
import en from '../../../resources/locales/en/fairnessCsv.json';
import id from '../../../resources/locales/id/fairnessCsv.json';
import type { FairnessRow } from '../../contract/api/rules';
import type { Language } from '../../contract/records/user';
import { csvPieces, csvSeconds, MANNERS } from '../csv';

const WORDS = { id, en } as const;
const COLUMNS = Object.keys(id.columns) as (keyof (typeof id)['columns'])[];

export function fairnessCsv(rows: readonly FairnessRow[], language: Language): AsyncIterable<string> {
  const words = WORDS[language];
  const lines = rows.map((row) => {
    const all = rows.filter(({ channel }) => channel === row.channel).reduce((sum, { seconds }) => sum + seconds, 0);
    const share = all === 0 ? 0 : (row.seconds / all) * 100;
    const cells: Record<(typeof COLUMNS)[number], string> = {
      subject: row.subject,
      channel: words.channels[row.channel],
      plays: String(row.plays),
      seconds: csvSeconds(row.seconds * 1000, language),
      share: share.toFixed(1).replace('.', MANNERS[language].decimal),
      mostADay: String(row.mostADay),
      places: String(row.places),
    };
    return COLUMNS.map((column) => cells[column]);
  });
  return csvPieces(
    COLUMNS.map((column) => words.columns[column]),
    lines,
    language,
  );
}
