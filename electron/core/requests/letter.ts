/** The letter that answers a request (pemberitahuan tertulis, UU 14/2008 art. 22 (7)), from what was decided and nothing else. */
import en from '../../../resources/locales/en/requestLetter.json';
import id from '../../../resources/locales/id/requestLetter.json';
import type { LetterQuery } from '../../contract/api/paper-query';
import type { RequestLetter, RequestLetterQuery } from '../../contract/api/requests';
import { Failure } from '../../contract/failure';
import type { InformationRequest, RequestAnswer, RequestDecision } from '../../contract/records/information-request';
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
  of: LetterOf;
  /** Of what is given, as it may still be given now. */
  given: readonly string[];
  settings: Settings;
  query: LetterQuery;
  now: number;
}

export type LetterOf = { kind: RequestLetter } | { kind: 'decision'; decision: RequestDecision };

/** Which letter is asked for. @throws Failure notFound where there is none of it, refused where its answer was not kept */
export function letterOf({ decisions, extension, objection }: InformationRequest, asked: RequestLetterQuery): LetterOf {
  const isThere = { receipt: true, extension: extension !== null, objection: objection !== null };
  if (asked.of && !isThere[asked.of]) throw new Failure('notFound', { record: 'informationRequest' });
  if (asked.of) return { kind: asked.of };
  if (asked.decision === undefined && decisions.length === 0) return { kind: extension ? 'extension' : 'receipt' };
  return { kind: 'decision', decision: decisionOf(decisions, asked.decision) };
}

/** By its number, or the newest. */
function decisionOf(decisions: readonly RequestDecision[], number: number | undefined): RequestDecision {
  const found = number === undefined ? decisions.at(-1) : decisions[number - 1];
  if (!found) throw new Failure('notFound', { record: 'informationRequest' });
  if (found.answer === null) throw new Failure('refused', {}, [reason('requests.noSuchLetter')]);
  return found;
}

export function letterPaper({ request, of, given, settings, query, now }: LetterNeed): Paper {
  const { zone } = settings;
  const { language } = query;
  const words = WORDS[language];
  const dayText = (date: LocalDate) => day(toInstant(date, '12:00:00', zone), zone, language);
  const decision = of.kind === 'decision' ? of.decision : undefined;
  const signedOn = signedOnOf(request, of);
  const { applicant } = request;
  const rows = [...asked(request, words), ...told({ request, of, given, words, dayText })];
  return {
    ...plainPaper(settings, { query, now, zone }),
    title: words.titles[of.kind === 'decision' ? titleOf(of.decision) : of.kind],
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

const titleOf = ({ outcome }: RequestDecision) => (outcome === 'refused' ? 'refusal' : 'answer');

function signedOnOf({ receivedOn, extension, objection }: InformationRequest, of: LetterOf): LocalDate {
  if (of.kind === 'decision') return of.decision.on;
  const on = { extension: extension?.on, objection: objection?.on, receipt: receivedOn };
  return on[of.kind] ?? receivedOn;
}

const asked = ({ asked: what, purpose, wanted }: InformationRequest, words: Words): Pair[] => [
  [words.what, what],
  [words.purpose, purpose],
  [words.wantedAs, words.wanted[wanted]],
];

interface Told {
  request: InformationRequest;
  of: LetterOf;
  given: readonly string[];
  words: Words;
  dayText(date: LocalDate): string;
}

function told({ request: { extension, objection }, of, given, words, dayText }: Told): Pair[] {
  if (of.kind === 'extension' && extension)
    return [
      [words.extended, extension.why],
      [words.extendedBy, String(extension.days)],
    ];
  if (of.kind === 'objection' && objection)
    return [
      [words.objectedOn, dayText(objection.on)],
      [words.objected, objection.why],
      [words.objectionWithin, String(objection.days)],
    ];
  if (of.kind !== 'decision' || !of.decision.answer) return [];
  const { answer, ...decision } = of.decision;
  return [
    [words.decision, words.outcomes[decision.outcome]],
    [words.class, answer.ppid === null ? '' : words.classes[answer.ppid]],
    // Of one refused before this was so, the words of what was to be given are still kept.
    [words.answer, decision.outcome === 'refused' ? '' : answer.text],
    ...(decision.outcome === 'answered' ? [] : againstGiving(answer, words)),
    [words.given, decision.outcome === 'refused' ? '' : given.map((name, at) => `${at + 1}. ${name}`).join('\n')],
    [words.objection, decision.objectedOn ? dayText(decision.objectedOn) : ''],
  ];
}

const againstGiving = ({ ground, explanation }: RequestAnswer, words: Words): Pair[] => [
  [words.ground, ground],
  [words.explanation, explanation],
];

const rowOf = ([label, value]: Pair): PaperRow => ({ look: 'plain', texts: [label, clean(value)], days: [null, null] });
