/**
 * From when to when, as an office says it: days that end at midnight by their dates, anything else with its hours. Never seconds: what is
 * told here was set by people. Pure.
 */
import { TAGS } from '../shared/date-text';
import type { Formats } from './formats';

/** A sentence of `when` in `common.json`. */
export type SayWhen = (key: string, params: Record<string, string>) => string;
type In = Pick<Formats, 'language' | 'zone' | 'zoneLabel' | 'timeShort'>;

/** @param until epoch ms, itself no more part of it */
export function stretchText(from: number, until: number, formats: In, say: SayWhen): string {
  const { zoneLabel: zone } = formats;
  // A millisecond before its end is on its last day, also where that is midnight.
  const days = datesText(from, until - 1, formats);
  if (isMidnight(from, formats) && isMidnight(until, formats)) return say('days', { days, zone });
  const ends = endHour(until, formats, say);
  const starts = hourText(from, formats, say);
  if (dayText(from, formats) === dayText(until - 1, formats))
    return say('hours', { day: days, from: starts, until: ends, zone });
  const between = {
    from: dayText(from, formats),
    fromTime: starts,
    until: dayText(until - 1, formats),
    untilTime: ends,
  };
  return say('moments', { ...between, zone });
}

/** Its end alone: midnight is the 24.00 of the last day, not the 00.00 of the next. */
export const endText = (until: number, formats: In, say: SayWhen): string =>
  say('moment', { day: dayText(until - 1, formats), time: endHour(until, formats, say), zone: formats.zoneLabel });

/** The end of a validity, by its last day where that is a whole one: `20 November 2026`, `20 November 2026 pukul 13.30 WIB`. */
export const lastDayText = (until: number, formats: In, say: SayWhen): string =>
  isMidnight(until, formats) ? dayText(until - 1, formats) : endText(until, formats, say);

/** `24 Nov 24.00`: beside the station's clock, which names the zone, and of what is near. */
export const briefEnd = (until: number, formats: In, say: SayWhen): string =>
  say('brief', { day: dayText(until - 1, formats, BRIEF), time: endHour(until, formats, say) });

export const briefStart = (from: number, formats: In, say: SayWhen): string =>
  say('brief', { day: dayText(from, formats, BRIEF), time: hourText(from, formats, say) });

/** `22–24 November 2026`, `30 November – 2 Desember 2026`. */
export function datesText(first: number, last: number, { language, zone }: Pick<In, 'language' | 'zone'>): string {
  const text = new Intl.DateTimeFormat(TAGS[language], { ...DATE, timeZone: zone }).formatRange(first, last);
  // Languages differ in the spaces around the dash.
  return text.replaceAll('\u2009', ' ').replace(/^(\d+) – (\d+ )/, '$1–$2');
}

const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const BRIEF = { day: 'numeric', month: 'short' } as const;

const dayText = (at: number, { language, zone }: In, style: Intl.DateTimeFormatOptions = DATE): string =>
  new Intl.DateTimeFormat(TAGS[language], { ...style, timeZone: zone }).format(at);

const isMidnight = (at: number, { timeShort }: In): boolean => timeShort(at) === '00:00' && at % 60_000 === 0;

/** `13.30` in Indonesian, `13:30` in English. */
function hourText(at: number, { timeShort }: In, say: SayWhen): string {
  const [hour = '', minute = ''] = timeShort(at).split(':');
  return say('hour', { hour, minute });
}

const endHour = (until: number, formats: In, say: SayWhen): string =>
  isMidnight(until, formats) ? say('hour', { hour: '24', minute: '00' }) : hourText(until, formats, say);
