/** A booking as one row of a sheet: every field a person fills in, in the reader's words. */
import type { BookingColumn } from '../../../contract/api/exchange';
import type { BookingDraft } from '../../../contract/records/booking';
import type { LocalTime } from '../../../contract/scalars';
import { listText } from './cells';
import type { Names } from './names';
import type { Words } from './words';

export type Row = Record<BookingColumn, string>;

const NOTHING = { slot: '', every: '', first: '', percent: '', plays: '', per: '', times: '', whenTaken: '' };

/** `id` is empty for a booking that is not there yet. Days are `YYYY-MM-DD`, numbers have a decimal point. */
export function writeRow(booking: BookingDraft, id: string, names: Names, words: Words): Row {
  const { what, where, makeGoodFor: owed } = booking;
  return {
    id,
    name: booking.name,
    kind: words.kinds[what.kind],
    material: what.kind === 'asset' ? names.write('asset', what.assetId) : names.write('playlist', what.playlistId),
    displays: listText(where.displayIds.map((display) => names.write('display', display))),
    groups: listText(where.groupIds.map((group) => names.write('displayGroup', group))),
    from: booking.from,
    to: booking.to,
    weekdays:
      booking.weekdays.length === 7 ? words.everyDay : booking.weekdays.map((day) => dayName(day, words)).join('; '),
    dayparts: booking.dayparts.map(({ start, end }) => `${short(start)}-${short(end)}`).join('; '),
    how: words.hows[booking.how.kind],
    ...NOTHING,
    ...howCells(booking.how, words),
    priority: String(booking.priority),
    purpose: words.purposes[booking.purpose],
    agreement: booking.agreementId === null ? '' : names.write('agreement', booking.agreementId),
    rule: booking.rule ?? '',
    exceptions: booking.exceptions.join('; '),
    zone: words.zones[booking.zone],
    paused: booking.paused ? words.flags.yes : words.flags.no,
    owedBooking: owed ? names.write('booking', owed.bookingId) : '',
    owedDisplay: owed ? names.write('display', owed.displayId) : '',
    owedDay: owed?.day ?? '',
  };
}

function howCells(how: BookingDraft['how'], words: Words): Partial<Row> {
  switch (how.kind) {
    case 'rotation':
      return {};
    case 'slot':
      return { slot: String(how.slot), every: String(how.every), first: String(how.first + 1) };
    case 'share':
      return { percent: String(how.percent) };
    case 'frequency':
      return { plays: String(how.plays), per: words.pers[how.per] };
    case 'exact':
      return { times: how.times.join('; '), whenTaken: words.whenTaken[how.whenTaken] };
    default:
      return how satisfies never;
  }
}

const dayName = (day: number, { weekdays }: Words): string => weekdays[String(day) as keyof Words['weekdays']];

/** Seconds only where there are any. */
const short = (time: LocalTime): string => (time.endsWith(':00') ? time.slice(0, 5) : time);
