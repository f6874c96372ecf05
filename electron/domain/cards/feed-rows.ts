/** Rows of a feed become a card's fields; what does not fit leaves the card as it was. Pure. */
import { CardFields, type CardTemplate } from '../../contract/records/card';
import type { FeedRow } from '../../contract/records/card-feed';

/**
 * What a feed can fill, by template; the first is without which a row counts for nothing. Nothing of an emergency, which airs before
 * anybody looks, nor of a result: its letter fixed the very figures that stand above it.
 */
export const FED_FIELDS: Record<CardTemplate, readonly string[]> = {
  hoax: ['claim', 'answer', 'source', 'label'],
  agenda: ['title', 'date', 'time', 'place'],
  announcement: ['title', 'body'],
  emergency: [],
  result: [],
  quote: ['words', 'speaker', 'position'],
  countdown: ['event', 'date', 'body'],
};

export const takesFeed = (template: CardTemplate): boolean => FED_FIELDS[template].length > 0;

/** The fields with the rows in them; null where what came cannot be shown. */
export function withRows(fields: CardFields, rows: readonly FeedRow[]): CardFields | null {
  const [first] = rows;
  if (!takesFeed(fields.template)) return null;
  if (!first) return fields.template === 'agenda' ? { ...fields, entries: [] } : null;
  const made = CardFields.safeParse(filledBy(fields, rows, first));
  return made.success ? made.data : null;
}

function filledBy(fields: CardFields, rows: readonly FeedRow[], first: FeedRow): unknown {
  if (fields.template === 'agenda') return { ...fields, entries: rows.slice(0, 60).flatMap(entryOf) };
  const given = FED_FIELDS[fields.template].filter((name) => first[name]);
  return { ...fields, ...Object.fromEntries(given.map((name) => [name, cellFor(name, first[name] ?? '')])) };
}

/** An entry whose day cannot be read is left out: a wrong day is worse than none. */
function entryOf({ title, date, time, place }: FeedRow): unknown[] {
  const day = dateIn(date ?? '');
  if (!day || !title) return [];
  return [{ date: day, time: timeIn(time ?? date ?? ''), title: cut(title, 200), place: cut(place, 200) }];
}

const LIMITS: Readonly<Record<string, number>> = { claim: 600, answer: 2000, source: 300, body: 600, words: 1000 };

function cellFor(name: string, text: string): string {
  if (name === 'date') return dateIn(text) ?? text;
  return cut(text, LIMITS[name] ?? 200);
}

const cut = (text: string | undefined, most: number): string => {
  const whole = (text ?? '').trim();
  return whole.length > most ? `${whole.slice(0, most - 1).trimEnd()}…` : whole;
};

/** `2026-11-24`, `24/11/2026`, `24-11-2026`, or a date as mail and RSS write it. */
function dateIn(text: string): string | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  if (iso) return iso[0];
  const local = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(text);
  if (local) return `${local[3]}-${local[2]?.padStart(2, '0')}-${local[1]?.padStart(2, '0')}`;
  const mail = /\b(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d{4})\b/.exec(text);
  const month = 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(mail?.[2] ?? '?') / 3 + 1;
  return mail ? `${mail[3]}-${String(month).padStart(2, '0')}-${mail[1]?.padStart(2, '0')}` : null;
}

function timeIn(text: string): string | null {
  const found = /(?:^|[T\s])([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d*[/.-]\d)/.exec(text);
  return found ? `${found[1]?.padStart(2, '0')}:${found[2]}` : null;
}
