/** Lengths and times of day as people, spreadsheets and other programs write them. Pure. */
import { LocalTime, type Reason, reason } from '../../../contract/scalars';
import { DAY_MS, HOUR_MS, timeOf } from '../../../domain/calendar';
import { type Cell, CellFault, plain, textOf } from '../../sheets/cell';
import { spanWords } from './words';

/** What was read, and what a person ought to look at again. */
export interface Span {
  ms: number;
  warning: Reason | null;
}

/** Day 0 of the spreadsheets, from which a time without a date counts. */
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * A length. `2:30` is minutes and seconds, `0:02:30` hours too; `2'30"`, `2 menit 30 detik`, `2m30s`; a bare number is seconds;
 * a spreadsheet's time is a part of a day. @throws CellFault saying what may be written
 */
export function readSpan(cell: Cell): Span {
  const shown = cell instanceof Date ? 'tanggal' : textOf(cell).slice(0, 60);
  const ms = spanOf(cell);
  if (ms === null) throw new CellFault(reason('rundownFile.noSpan', { value: shown }));
  if (ms < 0) throw new CellFault(reason('rundownFile.negativeSpan', { value: shown }));
  if (ms > DAY_MS) throw new CellFault(reason('rundownFile.longSpan', { value: shown }));
  return { ms, warning: ms === 0 ? reason('rundownFile.zeroSpan') : doubtOf(cell, ms) };
}

/** Who types `2:30` into a spreadsheet has two hours and a half there, and mostly meant minutes. */
function doubtOf(cell: Cell, ms: number): Reason | null {
  const isTime = cell instanceof Date || (typeof cell === 'number' && cell < 1);
  if (!isTime || ms < HOUR_MS || ms % 60_000 !== 0) return null;
  const minutes = ms / 60_000;
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  const pad = (part: number) => String(part).padStart(2, '0');
  return reason('rundownFile.hours', { hour, minute, short: `0:${pad(hour)}:${pad(minute)}` });
}

function spanOf(cell: Cell): number | null {
  if (cell instanceof Date) return dateSpan(cell);
  if (typeof cell === 'number') return numberSpan(cell);
  if (typeof cell !== 'string') return null;
  const text = plain(cell)
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\u2019\u2032]/g, "'")
    .replace(/[\u201d\u2033]|''/g, '"');
  const minus = text.startsWith('-');
  const ms = textSpan(minus ? text.slice(1).trim() : text);
  return ms === null ? null : minus ? -ms : ms;
}

function dateSpan(date: Date): number | null {
  const ms = date.getTime() - EPOCH;
  // A date of our days is none; a length over 24 h is the day after the epoch.
  return Number.isNaN(ms) || ms > 366 * DAY_MS ? null : Math.round(ms / 1000) * 1000;
}

function numberSpan(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  if (Math.abs(value) < 1) return Math.round(value * 86_400) * 1000;
  return Number.isInteger(value) ? value * 1000 : null;
}

function textSpan(text: string): number | null {
  const [clock, a = '', b = '', c] = /^(\d{1,4})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?$/.exec(text) ?? [];
  if (clock) return c === undefined ? parts(0, Number(a), Number(b)) : parts(Number(a), Number(b), Number(c));
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1000;
  const [quoted, minutes, seconds] = /^(?:(\d{1,4})')?\s*(?:(\d{1,5})")?$/.exec(text) ?? [];
  if (quoted) return Number(minutes ?? 0) * 60_000 + Number(seconds ?? 0) * 1000;
  return spanWords(text);
}

/** The first part may be as long as it likes; what follows it is below sixty. */
function parts(hours: number, minutes: number, seconds: number): number | null {
  if (seconds > 59 || (hours > 0 && minutes > 59)) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** A time of day: `9:00`, `09.00.30`, `09:00 WIB`, a spreadsheet's time. @throws CellFault */
export function readClock(cell: Cell): LocalTime {
  const ms = cell instanceof Date ? dateSpan(cell) : typeof cell === 'number' && cell < 1 ? numberSpan(cell) : null;
  if (ms !== null && ms >= 0 && ms < DAY_MS) return timeOf(ms);
  const text = textOf(cell);
  const bare = plain(text)
    .replace(/^(?:pukul|jam|pkl\.?)\s+/, '')
    .replace(/\s*(?:wib|wita|wit)$/, '');
  const [, hour = '', minute = '', second = '00'] = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/.exec(bare) ?? [];
  const parsed = LocalTime.safeParse(`${hour.padStart(2, '0')}:${minute}:${second}`);
  if (parsed.success) return parsed.data;
  throw new CellFault(reason('sheet.noTime', { value: text.slice(0, 60) }));
}
