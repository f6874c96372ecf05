/** Reads single cells: dates, times, days, lists and numbers as people type them. Pure. */
import type { Daypart } from '../../../contract/records/booking';
import { type LocalDate as Day, LocalDate, type LocalTime, reason, type Weekday } from '../../../contract/scalars';
import { DAY_MS, dateOf, timeOf } from '../../../domain/calendar';
import { type Cell, CellFault, plain, textOf } from '../../sheets/cell';
import { isEveryDay, shortKeyOf } from './words';

/** Day 25569 of the spreadsheets' calendar is 1970-01-01. Numbers far from today are no days. */
const EPOCH_SERIAL = 25_569;
const SERIALS = { first: 36_526, last: 73_050 };

/** `2026-03-01`, `1/3/2026`, `01-03-26` is refused, `1 Maret 2026`, `Senin, 2 Mar 2026`, and real dates. @throws CellFault */
export function readDate(cell: Cell): Day {
  const text = textOf(cell);
  const found = typeof cell === 'number' ? serialDate(cell) : (isoDate(text) ?? numericDate(text) ?? namedDate(text));
  if (found && LocalDate.safeParse(found).success) return found;
  throw new CellFault(reason('sheet.noDate', { value: text }));
}

function serialDate(serial: number): string | undefined {
  const isDay = serial >= SERIALS.first && serial <= SERIALS.last;
  return isDay ? dateOf(Math.floor(serial) - EPOCH_SERIAL) : undefined;
}

function isoDate(text: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text) ?? [];
  return year && month && day ? join(year, month, day) : undefined;
}

/** The day first, as dates are written in Indonesia and in British English. */
function numericDate(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  return year && month && day ? join(year, month, day) : undefined;
}

function namedDate(text: string): string | undefined {
  const [, day, name, year] = /^(?:[\p{L}']+,?\s+)?(\d{1,2})[\s-]+(\p{L}+)\.?[\s,-]+(\d{4})$/u.exec(text) ?? [];
  const month = name && shortKeyOf('months', name);
  return year && day && month ? join(year, String(month), day) : undefined;
}

const join = (year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** `6:00`, `06.00`, `06:00:30`, `24:00`, and times of day as spreadsheets keep them. @throws CellFault */
export function readTime(cell: Cell): LocalTime {
  if (cell instanceof Date) return timeOf(((cell.getTime() % DAY_MS) + DAY_MS) % DAY_MS);
  if (typeof cell === 'number' && cell >= 0 && cell < 1) return timeOf(Math.round(cell * 86_400) * 1000);
  const text = textOf(cell);
  const [, hour, minute, second = '00'] = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/.exec(text) ?? [];
  const time = hour && minute ? `${hour.padStart(2, '0')}:${minute}:${second}` : '';
  if (/^(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00:00)$/.test(time)) return time;
  throw new CellFault(reason('sheet.noTime', { value: text, ...perhapsTime(text) }));
}

/** `2000`, `730` and `8` lack what divides hours from minutes. By `context` the sentence goes on (i18next). */
function perhapsTime(text: string): Record<string, string> {
  const [, hour, minute = '00'] = /^(\d{1,2}?)(\d{2})?$/.exec(text) ?? [];
  const whole = hour?.padStart(2, '0');
  if (!/^(?:(?:[01]\d|2[0-3])[0-5]\d|2400)$/.test(`${whole}${minute}`)) return {};
  return { context: 'near', dotted: `${whole}.${minute}`, colon: `${whole}:${minute}` };
}

export function readTimes(cell: Cell): LocalTime[] {
  return cell instanceof Date || typeof cell === 'number' ? [readTime(cell)] : readList(cell).map(readTime);
}

/** `06:00-12:00; 15.00 – 18.00`, also `s.d.`, `s/d` or `to` between. @throws CellFault */
export function readDayparts(cell: Cell): Daypart[] {
  return readList(cell).map((text) => {
    const [start, end, more] = text.split(/\s*(?:-|–|—|\bs[./]?\s?d\.?|\bto\b|\bsampai\b)\s*/i);
    if (!start || !end || more !== undefined) throw new CellFault(reason('sheet.noDaypart', { value: text }));
    return { start: readTime(start), end: readTime(end) };
  });
}

/** `Senin; Rabu`, `Sen-Jum`, `Mon, Wed`, `1-5`, `setiap hari`; in order, each once. @throws CellFault */
export function readWeekdays(cell: Cell): Weekday[] {
  const text = textOf(cell);
  if (isEveryDay(text)) return [1, 2, 3, 4, 5, 6, 7];
  const days = text
    .split(/[;,]/)
    .filter((part) => part.trim() !== '')
    .flatMap(weekdaysIn);
  return [...new Set(days)].sort((a, b) => a - b);
}

function weekdaysIn(part: string): Weekday[] {
  const days = part.split(/\s*[-–—]\s*/).map((name) => weekdayNamed(name, part));
  const first = days[0] ?? 1;
  const count = (((days.at(-1) ?? first) - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => ((first - 1 + index) % 7) + 1);
}

function weekdayNamed(name: string, part: string): Weekday {
  const wanted = plain(name).replace(/^jum['’]at$/, 'jumat');
  const day = shortKeyOf('weekdays', wanted);
  if (day === undefined) throw new CellFault(reason('sheet.noWeekday', { value: part.trim() }));
  return day;
}

/** `12`, `12,5`, `12.5 %`. @throws CellFault */
export function readNumber(cell: Cell): number {
  const text = textOf(cell).replace(/\s*%$/, '').replace(',', '.');
  const number = typeof cell === 'number' ? cell : /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(number)) return number;
  throw new CellFault(reason('sheet.noNumber', { value: textOf(cell) }));
}

/** Parts between semicolons or lines; a backslash keeps the next character from dividing. Empty parts are none. */
export function readList(cell: Cell): string[] {
  const parts: string[] = [];
  const text = textOf(cell);
  let part = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === ';' || char === '\n') {
      parts.push(part);
      part = '';
    } else if (char === '\\' && at + 1 < text.length) {
      at += 1;
      part += text.charAt(at);
    } else part += char;
  }
  parts.push(part);
  return parts.map((one) => one.trim()).filter((one) => one !== '');
}

/** What `readList` reads back. */
export function listText(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[\\;]/g, '\\$&')).join('; ');
}
