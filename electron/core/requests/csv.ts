/** The register of a year as CSV, for the report of the PPID: a line a request without who asked, then what it comes to. */
import en from '../../../resources/locales/en/requestsCsv.json';
import id from '../../../resources/locales/id/requestsCsv.json';
import type { InformationRequest } from '../../contract/records/information-request';
import type { Language } from '../../contract/records/user';
import { totalsOf } from '../../domain/requests/totals';
import { csvPieces, MANNERS } from '../csv';

const WORDS = { id, en } as const;
const COLUMNS = Object.keys(id.columns) as (keyof (typeof id)['columns'])[];

/** @param dueOf the last day of each, as counted now */
export function registerCsv(
  requests: readonly InformationRequest[],
  dueOf: (request: InformationRequest) => string,
  language: Language,
): AsyncIterable<string> {
  const words = WORDS[language];
  const rows = requests.map((request) => cells(request, dueOf(request), language));
  return csvPieces(
    COLUMNS.map((column) => words.columns[column]),
    [...rows, [], ...totals(requests, language)],
    language,
  );
}

function cells(request: InformationRequest, due: string, language: Language): string[] {
  const words = WORDS[language];
  const { applicant, decisions, extension, objection } = request;
  const [first, newest] = [decisions[0], decisions.at(-1)];
  // As it was decided, also while an objection is answered by another draft.
  const answer = newest?.answer ?? request.answer;
  const row: Record<(typeof COLUMNS)[number], string> = {
    number: request.number,
    received: request.receivedOn,
    via: words.via[request.via],
    applicant: words.applicant[applicant.kind],
    what: request.asked,
    purpose: request.purpose,
    wanted: words.wanted[request.wanted],
    class: answer.ppid === null ? '' : words.class[answer.ppid],
    due,
    extended: extension ? extension.on : '',
    state: words.state[request.state],
    decided: first?.on ?? '',
    outcome: newest ? words.state[newest.outcome] : '',
    days: first ? String(first.took) : '',
    ground: newest && newest.outcome !== 'answered' ? answer.ground : '',
    given: String(answer.assetIds.length),
    objection: objection ? objection.on : '',
  };
  return COLUMNS.map((column) => row[column]);
}

function totals(requests: readonly InformationRequest[], language: Language): string[][] {
  const words = WORDS[language].totals;
  const sums = totalsOf(requests);
  const mean = sums.meanDays === null ? '' : sums.meanDays.toFixed(1).replace('.', MANNERS[language].decimal);
  return [
    [words.received, String(sums.received)],
    [words.answered, String(sums.answered)],
    [words.partly, String(sums.partly)],
    [words.refused, String(sums.refused)],
    [words.withdrawn, String(sums.withdrawn)],
    [words.open, String(sums.open)],
    [words.late, String(sums.late)],
    [words.meanDays, mean],
    [words.longestDays, sums.longestDays === null ? '' : String(sums.longestDays)],
  ];
}
