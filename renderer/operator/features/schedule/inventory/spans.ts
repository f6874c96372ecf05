/** Which days an inventory by hour, day or month covers, and what its columns are called. Pure. */
import type { InventoryUnit } from '../../../../../electron/contract/api/planning';
import type { Language } from '../../../../../electron/contract/records/user';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { dateOf, dayNumber } from '../../../../../electron/domain/calendar';

const DAYS: Record<InventoryUnit, number> = { hour: 1, day: 31, month: 366 };

/** From the day in view on; months from the first of the month. */
export function spanOf(by: InventoryUnit, day: LocalDate): { from: LocalDate; to: LocalDate } {
  const from = by === 'month' ? `${day.slice(0, 7)}-01` : day;
  return { from, to: dateOf(dayNumber(from) + DAYS[by] - 1) };
}

/** Every column of a span, in order, as cells name them. */
export function columnsOf(by: InventoryUnit, { from, to }: { from: LocalDate; to: LocalDate }): string[] {
  const days = Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, n) => dateOf(dayNumber(from) + n));
  if (by === 'day') return days;
  if (by === 'month') return [...new Set(days.map((day) => day.slice(0, 7)))].slice(0, 12);
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
  return days.flatMap((day) => hours.map((hour) => `${day}T${hour}`));
}

const TAGS: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** `06`, `Sen 2`, `Mar`. */
export function columnName(at: string, by: InventoryUnit, language: Language): string {
  if (by === 'hour') return at.slice(11);
  const style = by === 'day' ? ({ weekday: 'short', day: 'numeric' } as const) : ({ month: 'short' } as const);
  return new Intl.DateTimeFormat(TAGS[language], { ...style, timeZone: 'UTC' }).format(Date.parse(at.slice(0, 10)));
}

/** `2 Maret 2026`, with its hour, or `Maret 2026`. */
export function columnTitle(at: string, by: InventoryUnit, language: Language): string {
  const day = by === 'month' ? {} : ({ day: 'numeric' } as const);
  const date = new Intl.DateTimeFormat(TAGS[language], { ...day, month: 'long', year: 'numeric', timeZone: 'UTC' });
  const text = date.format(Date.parse(at.slice(0, 10)));
  return by === 'hour' ? `${text} ${at.slice(11)}:00` : text;
}
