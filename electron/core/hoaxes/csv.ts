/** Cases of the hoax desk as CSV, in the words of the reader's language. */
import en from '../../../resources/locales/en/hoaxesCsv.json';
import id from '../../../resources/locales/id/hoaxesCsv.json';
import type { HoaxCase } from '../../contract/records/hoax-case';
import type { Settings } from '../../contract/records/settings';
import type { Language } from '../../contract/records/user';
import { HOUR_MS } from '../../domain/calendar';
import { isTakenOff, monthOf, takenMs } from '../../domain/hoaxes/measure';
import { localParts } from '../../domain/time';
import { csvPieces, MANNERS } from '../csv';

const WORDS = { id, en } as const;
type Words = typeof id;
const COLUMNS = Object.keys(id.columns) as (keyof Words['columns'])[];

type Told = Pick<Settings, 'zone' | 'cards'>;

interface Asked {
  month: string | null;
  isShown(one: HoaxCase): boolean;
}

export function csvRows(cases: readonly HoaxCase[], { month, isShown }: Asked, settings: Told, language: Language) {
  const words = WORDS[language];
  const header = COLUMNS.map((column) => words.columns[column]);
  const wanted = cases.filter(({ reportedAt }) => month === null || monthOf(reportedAt, settings.zone) === month);
  return csvPieces(header, written(), language);

  /** Each when its turn comes: where an answer is takes a look at all bookings. */
  function* written() {
    for (const one of wanted)
      yield cells(
        one,
        isTakenOff(one, () => isShown(one)),
        settings,
        language,
      );
  }
}

function cells(one: HoaxCase, takenOff: boolean, { zone, cards }: Told, language: Language): string[] {
  const words = WORDS[language];
  const at = (instant: number | null) => {
    if (instant === null) return '';
    const { date, time } = localParts(instant, zone);
    return `${date} ${time}`;
  };
  const taken = takenMs(one);
  const hours = (ms: number) => (ms / HOUR_MS).toFixed(1).replace('.', MANNERS[language].decimal);
  const row: Record<(typeof COLUMNS)[number], string> = {
    reported: at(one.reportedAt),
    reporter: one.reporter,
    channel: one.channel,
    link: one.link,
    claim: one.claim,
    state: words.states[takenOff ? 'takenOff' : one.state],
    checkedBy: one.checkedBy ?? '',
    checking: at(one.checkingAt),
    verdict: one.clarification ? words.verdicts[one.clarification.verdict] : '',
    answer: one.clarification?.answer ?? '',
    sources: one.clarification?.sources.join(' | ') ?? '',
    clarified: at(one.clarifiedAt),
    published: at(one.publishedAt),
    closedWhy: one.closedWhy,
    hours: taken === null ? '' : hours(taken),
    withinTarget: taken === null ? '' : words.flags[taken <= cards.hoaxTargetHours * HOUR_MS ? 'yes' : 'no'],
  };
  return COLUMNS.map((column) => row[column]);
}
