/** Days, dates, hours and places of a booking as a person says them. */
import type { TFunction } from 'i18next';
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { Language } from '../../../../../electron/contract/records/user';
import type { LocalDate, Weekday } from '../../../../../electron/contract/scalars';
import { isOnRadio } from '../../../../../electron/domain/spots/radio';
import { listText, TAGS, weekdayName } from '../../../shared/date-text';
import type { ScheduleData } from '../use-schedule-data';
import { weekdayRuns } from './draft';

/** `setiap hari`, `Senin–Jumat`, `Senin–Rabu dan Jumat`. */
export function daysText(weekdays: readonly Weekday[], language: Language, t: TFunction<'schedule'>): string {
  if (weekdays.length === 7) return t('sentence.everyDay');
  const parts = weekdayRuns(weekdays).flatMap(([first, last]) => {
    const [a, b] = [weekdayName(first, language), weekdayName(last, language)];
    return last === first ? [a] : last === first + 1 ? [a, b] : [`${a}–${b}`];
  });
  return t('sentence.onDays', { days: listText(parts, language) });
}

/** `21 Nov 2026 – 3 Jan 2027`, `1–30 Nov 2026`. */
export function periodText({ from, to }: { from: LocalDate; to: LocalDate }, language: Language): string {
  const style = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(TAGS[language], style).formatRange(Date.parse(from), Date.parse(to));
}

/** There may be a time for every few minutes. */
const TIMES_TOLD = 4;
const more = (times: number): string[] => (times > TIMES_TOLD ? [`+${times - TIMES_TOLD}`] : []);

/** `06:00–09:00, 16:00–18:00`; of exact times those alone, for its dayparts are not used: `12:00:00`, with how many more there are */
export function hoursText({ how, dayparts }: Pick<Booking, 'how' | 'dayparts'>): string {
  if (how.kind === 'exact') return [...how.times.toSorted().slice(0, TIMES_TOLD), ...more(how.times.length)].join(', ');
  return dayparts.map(({ start, end }) => `${start.slice(0, 5)}–${end.slice(0, 5)}`).join(', ');
}

/** Groups and displays it is booked on, and the radio, by name. */
export const placesOf = (
  { where }: Pick<Booking, 'where'>,
  { groups, displays }: Pick<ScheduleData, 'groups' | 'displays'>,
  t: TFunction<'schedule'>,
): string[] => [
  ...groups.filter(({ id }) => where.groupIds.includes(id)).map(({ name }) => t('sentence.group', { name })),
  ...displays.filter(({ display }) => where.displayIds.includes(display.id)).map(({ display }) => display.name),
  ...(isOnRadio({ where }) ? [t('form.radio')] : []),
];
