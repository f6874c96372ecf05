/** The letter that answers a request (pemberitahuan tertulis, UU 14/2008 art. 22 (7)), from what was decided and nothing else. */
import en from '../../../resources/locales/en/requestLetter.json';
import id from '../../../resources/locales/id/requestLetter.json';
import type { LetterQuery } from '../../contract/api/paper-query';
import { Failure } from '../../contract/failure';
import type { InformationRequest, RequestDecision } from '../../contract/records/information-request';
import type { Settings } from '../../contract/records/settings';
import { type LocalDate, reason } from '../../contract/scalars';
import { toInstant } from '../../domain/time';
import { clean, type Paper, type PaperRow } from '../rundown-files/papers/paper';
import { plainPaper } from '../rundown-files/papers/plain-paper';
import { unnamed } from '../rundown-files/papers/sheet-of';
import { day, fill, wordsOf } from '../rundown-files/papers/words';

const WORDS = { id, en } as const;

export interface LetterNeed {
  request: InformationRequest;
  /** What it tells of; undefined while there is none. */
  decision: RequestDecision | undefined;
  /** Of what is given, as it may still be given now. */
  given: readonly string[];
  settings: Settings;
  query: LetterQuery;
  now: number;
}

/**
 * The decision that a letter is of, by its number or the newest; undefined of a request that has none.
 * @throws Failure notFound, refused
 */
export function decisionOf({ decisions }: InformationRequest, number: number | undefined): RequestDecision | undefined {
  const found = number === undefined ? decisions.at(-1) : decisions[number - 1];
  if (!found && number !== undefined) throw new Failure('notFound', { record: 'informationRequest' });
  if (found?.answer === null) throw new Failure('refused', {}, [reason('requests.noSuchLetter')]);
  return found;
}

/** Of one that is not decided it tells of the extension, or that it came in. */
export function letterPaper({ request, decision, given, settings, query, now }: LetterNeed): Paper {
  const { zone } = settings;
  const { language } = query;
  const words = WORDS[language];
  const dayText = (date: LocalDate) => day(toInstant(date, '12:00:00', zone), zone, language);
  const signedOn = decision?.on ?? request.extension?.on ?? request.receivedOn;
  const { applicant } = request;
  const rows = [...asked(request, words), ...told({ request, decision, given, words, dayText })];
  return {
    ...plainPaper(settings, { query, now, zone }),
    title: words.titles[titleOf(request, decision)],
    subtitle: fill(words.number, { number: request.number }),
    facts: [
      [words.to, clean(applicant.name)],
      [words.address, clean(applicant.address)],
      [words.received, dayText(request.receivedOn)],
      ...(decision ? [[words.decidedOn, dayText(decision.on)] satisfies [string, string]] : []),
    ].filter((fact): fact is [string, string] => fact[1] !== ''),
    columns: [
      { heading: words.item, weight: 28, align: 'left', format: null },
      { heading: words.says, weight: 72, align: 'left', format: null },
    ],
    rows: rows.filter(([, value]) => value !== '').map(rowOf),
    remarks: decision ? [fill(words.mayObject, { days: String(settings.office.objectionDays) })] : [],
    signedOn: `\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026, ${dayText(signedOn)}`,
    signatures: [
      { role: words.receiver, name: clean(applicant.name), below: [] },
      unnamed(words.role, wordsOf(language)),
    ],
  };
}

type Words = (typeof WORDS)['id' | 'en'];
type Pair = [label: string, value: string];

function titleOf({ extension }: InformationRequest, decision: RequestDecision | undefined): keyof Words['titles'] {
  if (decision) return decision.outcome === 'refused' ? 'refusal' : 'answer';
  return extension ? 'extension' : 'receipt';
}

const asked = ({ asked: what, purpose, wanted }: InformationRequest, words: Words): Pair[] => [
  [words.what, what],
  [words.purpose, purpose],
  [words.wantedAs, words.wanted[wanted]],
];

interface Told {
  request: InformationRequest;
  decision: RequestDecision | undefined;
  given: readonly string[];
  words: Words;
  dayText(date: LocalDate): string;
}

function told({ request, decision, given, words, dayText }: Told): Pair[] {
  const { extension } = request;
  const answer = decision?.answer;
  if (!decision || !answer)
    return extension
      ? [
          [words.extended, extension.why],
          [words.extendedBy, String(extension.days)],
        ]
      : [];
  return [
    [words.decision, words.outcomes[decision.outcome]],
    [words.class, answer.ppid === null ? '' : words.classes[answer.ppid]],
    [words.answer, answer.text],
    [words.ground, decision.outcome === 'answered' ? '' : answer.ground],
    [words.given, decision.outcome === 'refused' ? '' : given.map((name, at) => `${at + 1}. ${name}`).join('\n')],
    [words.objection, decision.objectedOn ? dayText(decision.objectedOn) : ''],
  ];
}

const rowOf = ([label, value]: Pair): PaperRow => ({ look: 'plain', texts: [label, clean(value)], days: [null, null] });
