/** The rundown itself: every item with its times. */
import { DAY_MS } from '../../../domain/calendar';
import type { Row } from '../../../domain/rundown/plan';
import { planOf } from '../../../domain/rundown/plan';
import type { Steps } from '../../../domain/steps';
import { columnsFor, headsOf, isWide, rowOf, type Value } from './columns';
import type { Paper } from './paper';
import { blankPaper, type Printing } from './sheet-of';
import type { Source } from './source';
import { clockDay, clockText, fill, offText, type PaperWords, spanText, wordsOf } from './words';

export function* rundownPaper(source: Source, printing: Printing): Steps<Paper> {
  const { rundown, items } = source;
  const words = wordsOf(printing.query.language);
  const columns = columnsFor('rundown', printing.query.columns);
  const plan = planOf(rundown, items);
  const heads = headsOf(columns, words);
  yield;
  const rows: Paper['rows'] = [];
  const count = numbering();
  for (const row of plan.rows) {
    const { item } = row;
    const inside = row.depth === 1;
    const look = item.kind === 'segment' ? 'segment' : row.counts ? (inside ? 'inside' : 'plain') : 'aside';
    rows.push({
      look,
      ...rowOf(columns, {
        number: count(row),
        start: clock(row.start, rundown.zone),
        end: clock(row.end, rundown.zone),
        backTime: clock(row.backStart, rundown.zone),
        duration: span(row.ms),
        title: item.title || words.kinds[item.kind],
        kind: words.kinds[item.kind],
        person: item.person,
        notes: [notesOf(row, words), spotsOver(row, source, words)].filter((part) => part !== '').join('\n'),
        status: words.statuses[item.status],
      }),
    });
    for (const { assetId } of item.spots) {
      const { name, ms } = source.material.get(assetId) ?? { name: assetId, ms: 0 };
      rows.push({ look: 'inside', ...rowOf(columns, { title: name, duration: ms === 0 ? '' : span(ms) }) });
    }
    yield;
  }
  const totals: Paper['totals'] = [[words.total, spanText(plan.totalMs)]];
  if (plan.overMs !== null) totals.push(overOf(plan.overMs, words));
  return { ...blankPaper('rundown', source, printing), columns: heads, landscape: isWide(heads), rows, totals };
}

/** 1, 2, 2.1, 2.2, 3; what does not count has none. */
export function numbering(): (row: Row) => string {
  let top = 0;
  let below = 0;
  return ({ depth, counts }) => {
    if (!counts) return '';
    if (depth === 0) {
      top += 1;
      below = 0;
      return String(top);
    }
    below += 1;
    return `${top}.${below}`;
  };
}

function notesOf({ item, counts }: Row, words: PaperWords): string {
  const said = [
    ...(item.start.kind === 'hard' ? [`${words.hard} ${item.start.at}`] : []),
    ...(counts ? [] : [words.floating]),
    ...(item.optional ? [words.optional] : []),
  ].join(', ');
  return [said, item.notes].filter((part) => part !== '').join('\n');
}

/** By how much its spots are over or under what is planned for them; nothing where that is even, or not known of each. */
function spotsOver({ item, ms }: Row, { material }: Source, words: PaperWords): string {
  const lengths = item.spots.map(({ assetId }) => material.get(assetId)?.ms ?? 0);
  if (lengths.length === 0 || lengths.includes(0)) return '';
  const over = lengths.reduce((sum, length) => sum + length, 0) - ms;
  if (offText(over) === '0:00') return '';
  return fill(over > 0 ? words.spotsOver : words.spotsUnder, { length: spanText(over) });
}

const clock = (instant: number | null, zone: string): Value => ({
  text: clockText(instant, zone),
  day: clockDay(instant, zone),
});
const span = (ms: number): Value => ({ text: spanText(ms), day: ms / DAY_MS });

function overOf(ms: number, words: PaperWords): [string, string] {
  if (ms === 0) return [words.exact, '0:00'];
  return [ms > 0 ? words.over : words.under, offText(ms)];
}
