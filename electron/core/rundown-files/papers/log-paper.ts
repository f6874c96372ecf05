/** What was on air against what was planned, for the presenter's signature. */
import type { Show } from '../../../contract/records/show';
import { DAY_MS } from '../../../domain/calendar';
import { airedMs, becameOf } from '../../../domain/rundown/became';
import type { LogSpot } from '../../../domain/rundown/log-spots';
import type { Steps } from '../../../domain/steps';
import { columnsFor, headsOf, isWide, rowOf, type Value } from './columns';
import { clean, type Paper } from './paper';
import { blankPaper, type Printing, unnamed } from './sheet-of';
import type { Log, Source } from './source';
import { clockDay, clockText, day, dayAndTime, fill, offText, type PaperWords, spanText, wordsOf } from './words';

/** `spots`: of all its steps. */
export function* logPaper(source: Source, { show, steps, spots }: Log, printing: Printing): Steps<Paper> {
  const words = wordsOf(printing.query.language);
  const { zone } = source.rundown;
  const columns = columnsFor('log', printing.query.columns);
  const heads = headsOf(columns, words);
  const clock = (instant: number | null): Value => ({ text: clockText(instant, zone), day: clockDay(instant, zone) });
  const rows: Paper['rows'] = [];
  let planned = 0;
  let actual = 0;
  for (const [at, step] of steps.entries()) {
    const ms = airedMs(step);
    planned += step.plannedMs;
    actual += ms ?? 0;
    const own = spots.filter(({ stepId }) => stepId === step.id);
    const agreed = step.agreedMs === null ? '' : fill(words.agreed, { length: spanText(step.agreedMs) });
    const values = {
      number: String(at + 1),
      planned: clock(step.plannedStart),
      actual: step.outcome === 'skipped' ? '' : clock(step.startedAt),
      plannedMs: span(step.plannedMs),
      actualMs: ms === null ? '' : span(ms),
      difference: ms === null ? '' : offText(ms - step.plannedMs),
      title: step.title || words.kinds[step.kind],
      kind: words.kinds[step.kind],
      outcome: words.outcomes[becameOf(step, own)],
      why: [agreed, step.why].filter((part) => part !== '').join('\n'),
      by: step.by,
    };
    rows.push({ look: step.outcome === 'skipped' ? 'aside' : 'plain', ...rowOf(columns, values) });
    if (step.outcome !== 'skipped')
      for (const spot of own) rows.push({ look: 'inside', ...rowOf(columns, spotValues(spot, words, clock)) });
    yield;
  }
  const blank = blankPaper('log', source, printing);
  return {
    ...blank,
    ...{ columns: heads, landscape: isWide(heads), rows },
    facts: [...blank.facts, ...factsOf(show, source, printing)],
    totals: [
      [words.columns.plannedMs, spanText(planned)],
      [words.columns.actualMs, spanText(actual)],
      [words.columns.difference, offText(actual - planned)],
    ],
    ...signed(show, source, printing),
  };
}

function spotValues(spot: LogSpot, words: PaperWords, clock: (instant: number | null) => Value) {
  const { name, plannedMs, startedAt, actualMs, outcome, because } = spot;
  return {
    title: name,
    plannedMs: plannedMs === 0 ? '' : span(plannedMs),
    actual: startedAt === null ? '' : clock(startedAt),
    actualMs: startedAt === null ? '' : span(actualMs),
    outcome: words.spotOutcomes[outcome],
    why: outcome === 'missed' && because === null ? words.unproven : '',
  };
}

const span = (ms: number): Value => ({ text: spanText(ms), day: ms / DAY_MS });

function factsOf(show: Show, { rundown }: Source, { query }: Printing): Paper['facts'] {
  const words = wordsOf(query.language);
  const ends = [show.startedAt, ...(show.endedAt === null ? [] : [show.endedAt])];
  const aired = ends.map((instant) => clockText(instant, rundown.zone)).join('\u2013');
  return [[words.facts.aired, show.rehearsal ? `${aired} (${words.rehearsal})` : aired]];
}

/** The name that was signed with, never one that only might have been. */
function signed({ signature }: Show, { rundown }: Source, { query }: Printing): Partial<Paper> {
  const words = wordsOf(query.language);
  const producer = unnamed(words.roles.producer, words);
  if (!signature) {
    const block = { role: words.roles.presenter, name: '', below: [words.unsigned] };
    return { signatures: [producer, block] };
  }
  const { name, position, at, note } = signature;
  const below = [
    ...(position === '' ? [] : [fill(words.position, { position: clean(position) })]),
    fill(words.signedAt, { at: dayAndTime(at, rundown.zone, query.language) }),
  ];
  return {
    remarks: note.trim() === '' ? [] : [fill(words.remark, { note: clean(note) })],
    signatures: [producer, { role: words.roles.presenter, name: clean(name), below }],
    signedOn: `\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026, ${day(at, rundown.zone, query.language)}`,
  };
}
