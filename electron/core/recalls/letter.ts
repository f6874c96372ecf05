/** The letter that tells an agency what was taken back, what of it had aired, and where it is gone: for signature, on the office's paper. */
import en from '../../../resources/locales/en/recallLetter.json';
import id from '../../../resources/locales/id/recallLetter.json';
import type { LetterQuery } from '../../contract/api/paper-query';
import type { Aired, RecallAt } from '../../contract/api/recalls';
import { Failure } from '../../contract/failure';
import type { Recall } from '../../contract/records/recall';
import type { Role } from '../../contract/records/user';
import { reason } from '../../contract/scalars';
import { assetsOf } from '../../domain/recall';
import { inTurns } from '../loop';
import { clean, type Paper } from '../rundown-files/papers/paper';
import { day, dayAndTime, fill, spanText } from '../rundown-files/papers/words';
import { requireRecord, settingsOf } from '../store';
import { airedOf } from './aired';
import { type CommandsNeed, displaysOf } from './commands';
import { isHidden } from './seen-by';
import { episodesWith } from './touches';

export interface LetterNeed extends CommandsNeed {
  draw(paper: Paper): Promise<Buffer>;
}

type Words = typeof id;
interface Told {
  recall: Recall;
  agency: string | null;
  aired: Aired;
  displays: readonly RecallAt[];
  /** Titles of episodes of the podcast that had been made with it. */
  episodes: readonly string[];
}

const WORDS = { id, en } as const satisfies Record<LetterQuery['language'], Words>;

/** @throws Failure notFound, withheld */
export async function letterOf(need: LetterNeed, recallId: string, query: LetterQuery, role: Role) {
  const { store } = need;
  const recall = requireRecord(store, 'recall', recallId);
  if (isHidden(store, recall, role)) throw new Failure('withheld', {}, [reason('judge.exempt', { name: recall.name })]);
  const aired = await inTurns(airedOf(store, assetsOf(recall)));
  const agency = recall.agencyId === null ? null : (store.get('agency', recall.agencyId)?.name ?? null);
  const episodes = episodesWith(store, assetsOf(recall))
    .filter(({ createdAt }) => createdAt <= recall.at)
    .map(({ title }) => title);
  const paper = paperOf(need, { recall, agency, aired, displays: displaysOf(need, recall), episodes }, query);
  const name = `${WORDS[query.language].fileName} ${recall.letterNumber} ${recall.name}`;
  return { name: `${name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()}.pdf`, bytes: await need.draw(paper) };
}

function paperOf({ store, clock }: LetterNeed, told: Told, { language, paper: size }: LetterQuery): Paper {
  const words = WORDS[language];
  const { stationName, zone, letterhead } = settingsOf(store);
  const { recall, aired } = told;
  const lines = letterhead.lines.map(clean).filter((line) => line !== '');
  const now = clock.now();
  return {
    ...{ language, size, landscape: false },
    letterhead: { lines: lines.length > 0 ? lines : [clean(stationName)], address: clean(letterhead.address) },
    ...{ title: words.title, subtitle: fill(words.number, { number: clean(recall.letterNumber) }) },
    facts: [
      [words.facts.to, clean(told.agency ?? words.noAgency)],
      [words.facts.subject, fill(words.subject, { name: clean(recall.name) })],
      [words.facts.enclosure, words.enclosure],
      [words.facts.date, day(recall.at, zone, language)],
      ...bodyOf(words, told, { zone, language }),
    ],
    columns: columnsOf(words),
    rows: rowsOf(words, aired, zone, language),
    ...{ script: null, scriptHeads: ['', ''] as [string, string] },
    totals: [
      [words.totals.plays, aired.total.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB')],
      [words.totals.length, spanText(aired.shownMs)],
    ],
    remarks: [receiptsOf(words, told, zone, language), words.closing, words.copies],
    signedOn: `\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026, ${day(recall.at, zone, language)}`,
    signatures: [{ role: words.signs, name: '', below: [words.staffNumber] }],
    printed: fill(words.printed, { at: dayAndTime(now, zone, language), station: clean(stationName) }),
    ...{ page: words.page, noRows: words.noRows, author: clean(stationName) },
  };
}

type Manner = { zone: string; language: LetterQuery['language'] };

function bodyOf(words: Words, { recall, episodes }: Told, { zone, language }: Manner): Paper['facts'] {
  const at = dayAndTime(recall.at, zone, language);
  const lifted = recall.lifted && dayAndTime(recall.lifted.at, zone, language);
  return [
    [words.facts.what, fill(words.body, { name: clean(recall.name), at })],
    [words.facts.why, clean(recall.reason)],
    [words.facts.file, recall.hashes[0] ?? ''],
    ...(recall.made.length > 0
      ? [[words.facts.made, recall.made.map(({ name }) => clean(name)).join('; ')] as [string, string]]
      : []),
    ...(episodes.length > 0 ? [[words.facts.episodes, episodesText(words, recall, episodes)] as [string, string]] : []),
    ...(recall.lifted && lifted
      ? [
          [words.facts.lifted, fill(words.liftedAt, { at: lifted, why: clean(recall.lifted.reason) })] as [
            string,
            string,
          ],
        ]
      : []),
  ];
}

/** They went out to listeners, whose copies nobody can take back: the agency is to know. */
function episodesText(words: Words, { lifted }: Recall, episodes: readonly string[]): string {
  const names = episodes.map(clean).join('; ');
  return fill(lifted === null ? words.episodesHeld : words.episodesWere, { names });
}

function columnsOf({ columns }: Words): Paper['columns'] {
  const left = { align: 'left', format: null } as const;
  const right = { align: 'right', format: null } as const;
  return [
    { heading: columns.place, weight: 34, ...left },
    { heading: columns.plays, weight: 12, ...right },
    { heading: columns.length, weight: 14, ...right },
    { heading: columns.first, weight: 20, ...left },
    { heading: columns.last, weight: 20, ...left },
  ];
}

function rowsOf(words: Words, { at }: Aired, zone: string, language: Manner['language']): Paper['rows'] {
  return at.map(({ displayName, plays, shownMs, firstAt, lastAt }) => ({
    look: 'plain' as const,
    texts: [
      clean(displayName) || words.unnamed,
      String(plays),
      spanText(shownMs),
      dayAndTime(firstAt, zone, language),
      dayAndTime(lastAt, zone, language),
    ],
    days: [null, null, null, null, null],
  }));
}

/** How many displays said that it is gone, and by name those that have not been reached. */
function receiptsOf(words: Words, { displays }: Told, zone: string, language: Manner['language']): string {
  const removed = displays.filter(({ state }) => state === 'removed').length;
  const open = displays.filter(({ state }) => state !== 'removed');
  const summary = fill(words.receipts, { removed: String(removed), all: String(displays.length) });
  const names = open.map(({ displayName, met, timelineUntil }) => {
    const name = clean(displayName);
    if (!met) return fill(words.openNever, { name });
    return timelineUntil === null
      ? name
      : fill(words.openUntil, { name, at: dayAndTime(timelineUntil, zone, language) });
  });
  return open.length === 0 ? summary : `${summary} ${fill(words.open, { names: names.join('; ') })}`;
}
