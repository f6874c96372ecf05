/** What papers say, and how they write times, in the reader's language. Pure. */
import en from '../../../../resources/locales/en/papers.json';
import id from '../../../../resources/locales/id/papers.json';
import type { Language } from '../../../contract/records/user';
import type { Zone } from '../../../contract/scalars';
import { DAY_MS, timeMs } from '../../../domain/calendar';
import { localTime } from '../../../domain/time';
import { zoneLabel } from '../../../domain/zone-label';

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;

export type PaperWords = typeof id & { decimal(value: number): string };

export function wordsOf(language: Language): PaperWords {
  const decimal = (value: number) => value.toLocaleString(LOCALE[language]);
  return { ...(language === 'id' ? id : en), decimal };
}

export function fill(sentence: string, params: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}

/** `0:30`, `12:00`, `60:00`; from two hours on `2:00:00`. */
export function spanText(ms: number): string {
  const all = Math.round(Math.abs(ms) / 1000);
  const [minutes, seconds] = [Math.floor(all / 60), all % 60];
  const pad = (part: number) => String(part).padStart(2, '0');
  if (minutes < 120) return `${minutes}:${pad(seconds)}`;
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(seconds)}`;
}

/** With its sign: `+0:12`, `−1:05`, `0:00`. */
export function offText(ms: number): string {
  const text = spanText(ms);
  if (text === '0:00') return text;
  return `${ms < 0 ? '\u2212' : '+'}${text}`;
}

export const clockText = (instant: number | null, zone: Zone): string =>
  instant === null ? '' : localTime(instant, zone);

/** The same as a part of the day, for spreadsheets. */
export const clockDay = (instant: number | null, zone: Zone): number | null =>
  instant === null ? null : timeMs(localTime(instant, zone)) / DAY_MS;

/** `Kamis, 14 November 2024`. */
export function longDay(instant: number, zone: Zone, language: Language): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(LOCALE[language], { ...parts, timeZone: zone }).format(instant);
}

/** `14 November 2024`. */
export function day(instant: number, zone: Zone, language: Language): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(LOCALE[language], { ...parts, timeZone: zone }).format(instant);
}

export const dayAndTime = (instant: number, zone: Zone, language: Language): string =>
  `${day(instant, zone, language)} ${localTime(instant, zone)} ${zoneLabel(zone, instant)}`;
