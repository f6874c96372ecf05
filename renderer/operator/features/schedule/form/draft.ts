/** The booking form as a value: what is filled in, what is wrong with it, what the times mean. Pure. */
import {
  type Booking,
  BookingDraft,
  type Daypart,
  PLAIN_BOOKING,
} from '../../../../../electron/contract/records/booking';
import type { LocalDate, LocalTime, Weekday } from '../../../../../electron/contract/scalars';

export const EVERY_DAY: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const QUICK_DAYPARTS: { start: LocalTime; end: LocalTime }[] = [
  { start: '00:00:00', end: '24:00:00' },
  { start: '06:00:00', end: '22:00:00' },
  { start: '06:00:00', end: '09:00:00' },
  { start: '09:00:00', end: '15:00:00' },
  { start: '15:00:00', end: '18:00:00' },
  { start: '18:00:00', end: '22:00:00' },
];

/** A form not yet complete: the thing to air may still be open. */
export type FormValues = Omit<BookingDraft, 'what'> & { what: { kind: 'playlist' | 'asset'; id: string | null } };

export function emptyForm(
  day: LocalDate,
  part: Partial<Pick<FormValues, 'where' | 'dayparts' | 'from' | 'to' | 'what' | 'how' | 'purpose'>> = {},
): FormValues {
  return {
    name: '',
    what: { kind: 'playlist', id: null },
    where: { displayIds: [], groupIds: [] },
    how: { kind: 'rotation' },
    ...PLAIN_BOOKING,
    from: day,
    to: day,
    weekdays: EVERY_DAY,
    dayparts: [{ start: '06:00:00', end: '22:00:00' }],
    zone: 'station',
    paused: false,
    ...part,
  };
}

export function formOf(booking: Booking): FormValues {
  const { id: _id, rev: _rev, createdAt: _at, createdBy: _by, what, ...rest } = booking;
  return { ...rest, what: { kind: what.kind, id: what.kind === 'playlist' ? what.playlistId : what.assetId } };
}

export type FormField = 'name' | 'what' | 'where' | 'from' | 'to' | 'weekdays' | 'dayparts' | 'how' | 'rule';
export type FormFaults = Partial<Record<FormField, true>>;
export type Checked = { ok: true; draft: BookingDraft } | { ok: false; faults: FormFaults };

/** The draft to send, or the fields that keep it from being one. */
export function check(form: FormValues): Checked {
  const { what } = form;
  const named =
    what.kind === 'playlist' ? { kind: what.kind, playlistId: what.id } : { kind: what.kind, assetId: what.id };
  const parsed = BookingDraft.safeParse({ ...form, what: named });
  if (parsed.success) return { ok: true, draft: parsed.data };
  return { ok: false, faults: Object.fromEntries(parsed.error.issues.map(({ path }) => [String(path[0]), true])) };
}

/** `06:00` as a browser's time field has it. An end of `24:00:00` is shown as midnight. */
export const toField = (time: LocalTime): string => (time === '24:00:00' ? '00:00' : time.slice(0, 5));
export const startFromField = (text: string): LocalTime => `${text}:00`;
/** Midnight as an end closes the day. */
export const endFromField = (text: string): LocalTime => (text === '00:00' ? '24:00:00' : `${text}:00`);

/** Whether the end lies on the day after the start. */
export const isOvernight = ({ start, end }: Daypart): boolean => end <= start;

/** Runs of weekdays next to each other: Monday to Friday is one. */
export function weekdayRuns(weekdays: readonly Weekday[]): [Weekday, Weekday][] {
  const runs: [Weekday, Weekday][] = [];
  for (const day of [...weekdays].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
