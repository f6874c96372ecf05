/** What an agreement was used for in a month: what was planned under it day by day, and what the play log says came of it. */
import en from '../../../resources/locales/en/usageCsv.json';
import id from '../../../resources/locales/id/usageCsv.json';
import type { AgreementUse, UsedDay } from '../../contract/api/partners';
import { plannedDayId } from '../../contract/records/planned-day';
import type { Language } from '../../contract/records/user';
import { lastDayOf } from '../../domain/agreement';
import { dateOf, dayNumber, listDays } from '../../domain/calendar';
import type { Steps } from '../../domain/steps';
import { daySpan } from '../../domain/time';
import { csvPieces, csvSeconds } from '../csv';
import { inTurns } from '../loop';
import { requireRecord, type Store, settingsOf } from '../store';
import type { PartnersOptions } from './options';

/** @throws Failure notFound */
export function usageOf({ store }: Pick<PartnersOptions, 'store'>, id: string, month: string): Promise<AgreementUse> {
  return inTurns(count(store, id, month));
}

/** @throws Failure notFound */
export async function usageCsv(
  options: PartnersOptions,
  agreementId: string,
  month: string,
  language: Language,
): Promise<AsyncIterable<string>> {
  const { days } = await usageOf(options, agreementId, month);
  const { number } = requireRecord(options.store, 'agreement', agreementId);
  const { columns } = { id, en }[language];
  const seconds = (ms: number) => csvSeconds(ms, language);
  const rows = days.map(({ day, planned, plannedMs, shown, shownMs }) => [
    ...[number, day, String(planned), seconds(plannedMs)],
    ...[String(shown), seconds(shownMs)],
  ]);
  const { agreement, day, planned, plannedSeconds, shown, shownSeconds } = columns;
  return csvPieces([agreement, day, planned, plannedSeconds, shown, shownSeconds], rows, language);
}

function* count(store: Store, agreementId: string, month: string): Steps<AgreementUse> {
  const agreement = requireRecord(store, 'agreement', agreementId);
  const bookings = new Set(
    store
      .all('booking')
      .filter((booking) => booking.agreementId === agreementId)
      .map((booking) => booking.id),
  );
  const { zone } = settingsOf(store);
  const days: UsedDay[] = [];
  for (const day of daysOf(month)) {
    const line: UsedDay = { day, planned: 0, plannedMs: 0, shown: 0, shownMs: 0 };
    const { from, until } = daySpan(dayNumber(day), zone);
    for (const { id: displayId } of store.all('display')) {
      for (const { bookingId, plays, ms } of store.get('plannedDay', plannedDayId(day, displayId))?.lines ?? []) {
        if (!bookings.has(bookingId)) continue;
        line.planned += plays;
        line.plannedMs += ms;
      }
      yield;
    }
    for (const bookingId of bookings) {
      const { total, shownMs, byOutcome } = store.plays.summary({ bookingId, from, until });
      line.shown += total - byOutcome.skipped;
      line.shownMs += shownMs;
      yield;
    }
    days.push(line);
  }
  const sum = (field: Exclude<keyof UsedDay, 'day'>) => days.reduce((all, line) => all + line[field], 0);
  const holding = days.filter(({ day }) => agreement.from <= day && day <= lastDayOf(agreement)).length;
  const { dayMs } = agreement.lent;
  return {
    ...{ month, days },
    ...{ planned: sum('planned'), plannedMs: sum('plannedMs'), shown: sum('shown'), shownMs: sum('shownMs') },
    agreedMs: dayMs === null ? null : dayMs * holding,
  };
}

function daysOf(month: string): string[] {
  const first = dayNumber(`${month}-01`);
  const within = listDays(dateOf(first), dateOf(first + 30));
  return within.filter((day) => day.startsWith(month));
}
