/** A feed's text becomes rows, and rows the fields that a mapping names. Read `readFeed` first. */
import type { FeedFormat, FeedMapping, FeedRow } from '../../contract/records/card-feed';
import { type Reason, reason } from '../../contract/scalars';
import { xmlRows } from './feed-xml';

export interface ReadFeed {
  rows: FeedRow[];
  /** Names that a mapping may choose of. */
  columns: string[];
}
export interface FeedWay {
  format: FeedFormat;
  rowsAt: string;
  mapping: FeedMapping;
  /** Ends the reading: what was read till then is as good as nothing. */
  signal?: AbortSignal | undefined;
}

const MOST_ROWS = 100;
/** Of a table, the empty ones counted. */
const MOST_LINES = 10 * MOST_ROWS;
const MOST_COLUMNS = 500;
const MOST_LETTERS = 4000;
/** Of a cell with its marks: what comes after is never looked at. */
const MOST_MARKED = 10 * MOST_LETTERS;

/** The reason, where it cannot be read as what it should be. */
export async function readFeed(text: string, way: FeedWay): Promise<ReadFeed | Reason> {
  const raw = await rawRows(text.replace(/^\uFEFF/, ''), way);
  if (!Array.isArray(raw)) return raw;
  const rows = raw.slice(0, MOST_ROWS);
  return { rows: rows.map((row) => mapped(row, way.mapping)), columns: columnsOf(rows[0]) };
}

async function rawRows(text: string, { format, rowsAt, signal }: FeedWay): Promise<unknown[] | Reason> {
  try {
    if (format === 'csv') return csvRows(text);
    if (format === 'rss') return await xmlRows(text, MOST_ROWS, signal);
    const found = at(JSON.parse(text), rowsAt);
    if (Array.isArray(found)) return found;
    return found !== null && typeof found === 'object' ? [found] : reason('feed.noRows', { path: rowsAt || '/' });
  } catch {
    return reason('feed.unreadable', { format: format.toUpperCase() });
  }
}

/** Own properties only: a feed says what it likes about its paths. */
function at(value: unknown, path: string): unknown {
  const steps = path.split('.').filter((step) => step !== '');
  return steps.reduce<unknown>((from, step) => {
    if (from === null || typeof from !== 'object' || !Object.hasOwn(from, step)) return undefined;
    return Reflect.get(from, step);
  }, value);
}

function mapped(row: unknown, mapping: FeedMapping): FeedRow {
  const cells = Object.entries(mapping).flatMap(([field, path]) => {
    const text = textOf(at(row, path));
    return text === '' ? [] : [[field, text] as const];
  });
  return Object.fromEntries(cells);
}

function textOf(value: unknown): string {
  // An element that also has attributes; one step, since a feed may lie as deep as it likes.
  const said = at(value, '#text') ?? value;
  if (typeof said === 'number' || typeof said === 'boolean') return String(said);
  return typeof said === 'string' ? plain(said.slice(0, MOST_MARKED)).slice(0, MOST_LETTERS) : '';
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Descriptions in feeds are often HTML, and that as often written as XML asks, `&lt;p&gt;`. */
function plain(text: string): string {
  const words = unmarked(text);
  return MARKED.test(words) ? unmarked(words) : words;
}

/** A tag that feeds have, and no `<` of a sum. */
const MARKED = /<\/?(?:p|br|div|span|a|b|i|strong|em|img|ul|ol|li|h[1-6]|table|blockquote|figure)(?:\s[^<>]*)?\/?>/i;

/** No class takes another `<`: each sign is then looked at once, however many tags never end. */
function unmarked(text: string): string {
  const words = text
    .replace(/<(?:br|\/p|\/li|\/div)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, code?: string, hex?: string, name?: string) => {
      const number = code ?? (hex === undefined ? undefined : `0x${hex}`);
      if (number === undefined) return ENTITIES[name?.toLowerCase() ?? ''] ?? whole;
      return String.fromCodePoint(Math.min(Number(number), 0x10ffff));
    })
    // Half a sign is none.
    .replace(/\p{Surrogate}/gu, '');
  return [...words]
    .filter((sign) => sign === '\n' || sign >= ' ')
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function columnsOf(row: unknown): string[] {
  return row !== null && typeof row === 'object' ? Object.keys(row).slice(0, 60) : [];
}

/** RFC 4180, separated by whichever of `;`, `,` and tab its first line has most of; the first line names the columns. */
export function csvRows(text: string): Record<string, string>[] {
  const [first = ''] = text.split(/\r?\n/, 1);
  const separator = [';', ',', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ',';
  const [header, ...rows] = cellsOf(text, separator).filter((row) => row.some((cell) => cell.trim() !== ''));
  if (!header) return [];
  const names = header.map((name) => name.trim());
  return rows
    .slice(0, MOST_ROWS)
    .map((row) => Object.fromEntries(names.map((name, column) => [name, (row[column] ?? '').trim()])));
}

function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?)(${separator}|\\r?\\n|$)`,
    'gy',
  );
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const row = rows.at(-1);
    // Each row has each column, however short it is: both are bounded, or a small file makes endless cells.
    if (row?.length === MOST_COLUMNS) throw new Error('more columns than a table has');
    row?.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'));
    const [, , , end = ''] = found;
    if (end === '' || cell.lastIndex >= text.length) break;
    if (end === separator) continue;
    if (rows.length === MOST_LINES) return rows;
    rows.push([]);
  }
  if (cell.lastIndex < text.length && cell.lastIndex === 0) throw new Error('a quote that does not end');
  return rows;
}
