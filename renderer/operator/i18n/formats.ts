/**
 * Numbers, dates and lengths as the reader writes them, on the station's clock. Times are HH:MM:SS in both languages (Indonesian
 * dots would read as decimals beside durations).
 */
import { useSyncExternalStore } from 'react';
import type { Language } from '../../../electron/contract/records/user';
import { zoneLabel } from '../../../electron/domain/zone-label';
import { durationText } from '../../ui/duration';

export interface Formats {
  language: Language;
  /** IANA zone these formats write in. */
  zone: string;
  /** WIB, WITA, WIT, or the offset, `UTC+9`. */
  zoneLabel: string;
  /** `14:07:32` */
  time(at: number): string;
  /** `14:07` */
  timeShort(at: number): string;
  /** `Sen, 24 Nov 2025` */
  date(at: number): string;
  /** `24 Nov 2025 14.07:32` with the label of the zone. */
  dateTime(at: number): string;
  number(value: number, digits?: number): string;
  percent(ratio: number): string;
  /** Binary multiples under their customary names: `12,4 MB`. */
  bytes(bytes: number): string;
  /** `m:ss` or `h:mm:ss`. */
  duration(ms: number): string;
  /** With units, to hundredths below ten seconds: `2 mnt 25 dtk`, `0,96 dtk`. */
  span(ms: number): string;
  /** A time to wait in words, in the largest unit that fits, rounded up: `4 menit`, `40 seconds`. */
  wait(ms: number): string;
  /** `5 menit yang lalu`, `in 2 hours`. */
  relative(at: number, now: number): string;
}

const TAGS: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };
const BYTE_NAMES = ['B', 'kB', 'MB', 'GB', 'TB'];
const STEPS: readonly ['day' | 'hour' | 'minute' | 'second', number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

export function makeFormats(language: Language, zone: string): Formats {
  const tag = TAGS[language];
  const dates = (locale: string, options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }));
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const time = dates('en-GB', { ...clock, second: '2-digit' });
  const timeShort = dates('en-GB', clock);
  const date = dates(tag, { ...day, weekday: 'short' });
  const plainDate = dates(tag, day);
  const relative = once(() => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  const percent = once(() => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }));
  const label = zoneLabel(zone, Date.now());
  const number = numbers(tag);
  const span = once(() => spans(tag));
  return {
    language,
    zone,
    zoneLabel: label,
    time: (at) => time().format(at),
    timeShort: (at) => timeShort().format(at),
    date: (at) => date().format(at),
    dateTime: (at) => `${plainDate().format(at)} ${time().format(at)} ${label}`,
    number,
    percent: (ratio) => percent().format(ratio),
    bytes: (bytes) => bytesText(bytes, number),
    duration: durationText,
    span: (ms) => span()(ms),
    wait: (ms) => waitText(ms, tag),
    relative: (at, now) => relativeText(at - now, relative()),
  };
}

/** Making a formatter costs milliseconds, and a page uses few of them: each is made when it is first asked. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** One for each number of digits. */
function numbers(tag: string): Formats['number'] {
  const made = new Map<number, Intl.NumberFormat>();
  return (value, digits = 0) => {
    const format = made.get(digits) ?? new Intl.NumberFormat(tag, { maximumFractionDigits: digits });
    made.set(digits, format);
    return format.format(value);
  };
}

function bytesText(bytes: number, number: Formats['number']): string {
  const power = Math.min(BYTE_NAMES.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)));
  const value = bytes / 1024 ** power;
  return `${number(value, value < 10 && power > 0 ? 1 : 0)} ${BYTE_NAMES[power]}`;
}

function waitText(ms: number, tag: string): string {
  const [unit, size] = STEPS.find(([, step]) => ms >= step) ?? ['second', 1000];
  return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(ms / size));
}

function relativeText(difference: number, relative: Intl.RelativeTimeFormat): string {
  const step = STEPS.find(([, ms]) => Math.abs(difference) >= ms);
  return step ? relative.format(Math.trunc(difference / step[1]), step[0]) : relative.format(0, 'second');
}

function spans(tag: string): Formats['span'] {
  const unit = (unit: string, digits = 0) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits });
  const [hour, minute, second, short] = [unit('hour'), unit('minute'), unit('second'), unit('second', 2)];
  return (ms) => {
    if (ms < 10_000) return short.format(ms / 1000);
    const total = Math.round(ms / 1000);
    const units = [
      { value: Math.floor(total / 3600), form: hour },
      { value: Math.floor(total / 60) % 60, form: minute },
      { value: total % 60, form: second },
    ];
    const parts = units.filter(({ value }) => value > 0).map(({ value, form }) => form.format(value));
    return parts.join(' ');
  };
}

let language: Language = 'id';
let zone = 'Asia/Jakarta';
let current = makeFormats(language, zone);
const listeners = new Set<() => void>();

function renew(): void {
  current = makeFormats(language, zone);
  for (const listener of listeners) listener();
}

export function setFormatLanguage(next: Language): void {
  if (next === language) return;
  language = next;
  renew();
}

/** Called when the station's settings are known. */
export function setFormatZone(next: string): void {
  if (next === zone) return;
  zone = next;
  renew();
}

export const formatsNow = (): Formats => current;

/** The formats in the chosen language and the station's zone; renders anew when either changes. */
export function useFormats(): Formats {
  return useSyncExternalStore(subscribe, formatsNow);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
