/** What an agreement was used for in a month: what was planned under it day by day, and what the play log says came of it. */
import en from '../../../resources/locales/en/usageCsv.json';
import id from '../../../resources/locales/id/usageCsv.json';
import type { AgreementUse, UsedDay } from '../../contract/api/partners';
import type { Channel } from '../../contract/records/matter';
import { plannedDayId } from '../../contract/records/planned-day';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { Language } from '../../contract/records/user';
import { lastDayOf } from '../../domain/agreement';
import { dateOf, dayNumber, listDays } from '../../domain/calendar';
import type { Steps } from '../../domain/steps';
import { daySpan } from '../../domain/time';
import { csvPieces, csvSeconds } from '../csv';
import { inTurns } from '../loop';
import { bookingThen, requireRecord, type Store, settingsOf } from '../store';
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
  const under = bookingsUnder(store, agreementId);
  const { zone } = settingsOf(store);
  const channels = [...store.all('display').map(({ id }) => id), RADIO_CHANNEL_ID];
  const days: UsedDay[] = daysOf(month).map((day) => ({ day, planned: 0, plannedMs: 0, shown: 0, shownMs: 0 }));
  const through = new Set<Channel>();
  let slotsUsed = 0;
  for (const line of days) {
    for (const channelId of channels) {
      const plan = store.get('plannedDay', plannedDayId(line.day, channelId))?.lines ?? [];
      const own = plan.filter(({ bookingId }) => under.has(bookingId));
      for (const { plays, ms } of own) {
        line.planned += plays;
        line.plannedMs += ms;
      }
      if (own.length > 0) through.add(channelId === RADIO_CHANNEL_ID ? 'radio' : 'displays');
      const slots = own.flatMap(({ bookingId }) => under.slotOf(bookingId) ?? []);
      slotsUsed = Math.max(slotsUsed, new Set(slots).size);
      yield;
    }
  }
  // Now that the plan has told which were deleted.
  for (const line of days) {
    const { from, until } = daySpan(dayNumber(line.day), zone);
    for (const bookingId of under.ids()) {
      const { total, shownMs, byOutcome } = store.plays.summary({ bookingId, from, until });
      line.shown += total - byOutcome.skipped;
      line.shownMs += shownMs;
      yield;
    }
  }
  const sum = (field: Exclude<keyof UsedDay, 'day'>) => days.reduce((all, line) => all + line[field], 0);
  const holding = days.filter(({ day }) => agreement.from <= day && day <= lastDayOf(agreement)).length;
  const { dayMs } = agreement.lent;
  return {
    ...{ month, days },
    ...{ planned: sum('planned'), plannedMs: sum('plannedMs'), shown: sum('shown'), shownMs: sum('shownMs') },
    ...{ slotsUsed, channelsUsed: [...through].sort() },
    agreedMs: dayMs === null ? null : dayMs * holding,
  };
}

type Then = NonNullable<ReturnType<typeof bookingThen>>;

/** Bookings under an agreement: those there are, and those of a plan that were deleted since. */
function bookingsUnder(store: Store, agreementId: string) {
  const known = new Map<string, Then | null>();
  const find = (id: string): Then | null => {
    const held = known.get(id);
    if (held !== undefined) return held;
    const then = bookingThen(store, id);
    const own = then?.agreementId === agreementId ? then : null;
    known.set(id, own);
    return own;
  };
  for (const { id } of store.all('booking')) find(id);
  return {
    has: (id: string) => find(id) !== null,
    slotOf: (id: string): number | null => {
      const how = find(id)?.how;
      return how?.kind === 'slot' ? how.slot : null;
    },
    ids: () => [...known].flatMap(([id, own]) => (own ? [id] : [])),
  };
}

function daysOf(month: string): string[] {
  const first = dayNumber(`${month}-01`);
  const within = listDays(dateOf(first), dateOf(first + 30));
  return within.filter((day) => day.startsWith(month));
}
