/** What all papers of a rundown have in common: head, facts, foot. */
import type { PaperKind, PaperQuery } from '../../../contract/api/rundown-files';
import { endOf, startOf } from '../../../domain/rundown/clock';
import { localTime } from '../../../domain/time';
import { zoneLabel } from '../../../domain/zone-label';
import { clean, type Paper, type SignatureBlock } from './paper';
import { plainPaper } from './plain-paper';
import type { Source } from './source';
import { day, fill, longDay, type PaperWords, spanText, wordsOf } from './words';

export interface Printing {
  query: PaperQuery;
  now: number;
}

export function blankPaper(kind: PaperKind, source: Source, { query, now }: Printing): Paper {
  const { rundown, settings } = source;
  const { language } = query;
  const words = wordsOf(language);
  const start = startOf(rundown);
  return {
    ...plainPaper(settings, { query, now, zone: rundown.zone }),
    title: words.titles[kind],
    subtitle: clean(rundown.name),
    facts: factsOf(source, query).filter(([, value]) => value !== ''),
    signedOn: `\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026, ${day(start, rundown.zone, language)}`,
    signatures: [
      { role: words.roles.presenter, name: clean(source.presenters[0] ?? ''), below: [] },
      unnamed(words.roles.producer, words),
    ],
  };
}

/** To be written by hand, as an official does, with the number that civil servants sign with. */
export function unnamed(role: string, words: PaperWords): SignatureBlock {
  return { role, name: '', below: [fill(words.staffNumber, { dots: '\u2026'.repeat(14) })] };
}

function factsOf(source: Source, { language }: PaperQuery): Paper['facts'] {
  const { rundown, programme, presenters, guests } = source;
  const words = wordsOf(language);
  const start = startOf(rundown);
  const end = endOf(rundown);
  const span = [start, ...(end === null ? [] : [end])]
    .map((instant) => localTime(instant, rundown.zone))
    .join('\u2013');
  return [
    [words.facts.programme, clean(programme === rundown.name ? '' : programme)],
    [words.facts.day, longDay(start, rundown.zone, language)],
    [words.facts.time, `${span} ${zoneLabel(rundown.zone, start)}`],
    [words.facts.length, rundown.lengthMs === 0 ? '' : spanText(rundown.lengthMs)],
    [words.facts.presenters, clean(presenters.join(', '))],
    [words.facts.guests, clean(guests.map(({ guest }) => guest.name).join(', '))],
    [words.facts.status, words.statuses[rundown.status]],
  ];
}
