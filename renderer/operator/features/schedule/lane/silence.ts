/**
 * The parts of a booking's bars in which it airs nothing, and why, out of what is known of its days: the plan clip by clip with what
 * was reported, or the days in sums. What may air is judged by the compile alone; here its plays and refusals are read. Pure.
 */
import type { Shown } from '../../../../../electron/contract/api/shown';
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { Plan } from '../../../../../electron/contract/records/timeline';
import type { Reason } from '../../../../../electron/contract/scalars';
import { dayNumber, HOUR_MS } from '../../../../../electron/domain/calendar';
import { weeklyDays } from '../../../../../electron/domain/period';
import type { OwnedDay } from '../cells';
import { dateAt } from '../days';
import type { View } from '../zoom';
import type { Bar } from './bars';

export interface Silence extends View {
  bookingId: string;
  /** None where nothing refuses it and other bookings take all of its time. */
  because: readonly Reason[];
}

/** A day whose plan is known, and what was reported of it. */
export interface KnownDay extends View {
  plan: Plan;
  shown: Shown | null;
}

/** A pause of so much more than its usual one is silence; a shorter one is a turn that others have. */
const PAUSES = 2;
const LEAST_MS = HOUR_MS / 4;
/** Another that airs first delays an exact time by no more. */
const DELAY_MS = HOUR_MS;
/** The bar itself is drawn faint. */
const MEANT = 'why.paused';

/** What a day tells of all its bookings, read once. */
export interface DayOfPlays extends View {
  /** In the order of time. */
  plays: ReadonlyMap<string, readonly View[]>;
  refused: ReadonlyMap<string, readonly Reason[]>;
}

export function dayOfPlays({ plan, shown, from, until }: KnownDay): DayOfPlays {
  const plays = new Map<string, View[]>();
  const add = (id: string | null, start: number, end: number) => {
    if (id === null) return;
    const mine = plays.get(id);
    if (mine) mine.push({ from: start, until: end });
    else plays.set(id, [{ from: start, until: end }]);
  };
  for (const [clip, start, ms] of plan.entries) add(plan.clips[clip]?.bookingId ?? null, start, start + ms);
  // What has aired has aired, whatever holds by now.
  if (shown) eachShown(shown, add);
  for (const mine of plays.values()) mine.sort((a, b) => a.from - b.from);
  const refused = new Map<string, Reason[]>();
  for (const { bookingId, because } of plan.skipped)
    if (bookingId !== null && because.code !== MEANT)
      refused.set(bookingId, [...(refused.get(bookingId) ?? []), because]);
  return { from, until, plays, refused };
}

function eachShown(shown: Shown, add: (id: string | null, start: number, end: number) => void): void {
  const idOf = (index: number) => {
    const owner = shown.owners[index];
    return owner?.kind === 'booking' ? owner.bookingId : null;
  };
  if (shown.kind === 'plays') {
    for (const { owner, start, ms, outcome } of shown.plays)
      if (outcome !== 'skipped') add(idOf(owner), start, start + ms);
  } else
    for (const { start, shares } of shown.slots)
      for (const [owner] of shares) add(idOf(owner), start, start + shown.slotMs);
}

/** Of the bars of one booking, each a daypart or an exact time. */
export function silenceIn(bars: readonly Bar[], days: readonly DayOfPlays[]): Silence[] {
  return bars.flatMap((bar) =>
    days.flatMap((day) => {
      const [from, until] = [Math.max(bar.from, day.from), Math.min(bar.until, day.until)];
      if (until <= from) return [];
      const plays = day.plays.get(bar.bookingId) ?? [];
      const because = day.refused.get(bar.bookingId) ?? [];
      // Without a refusal a daypart may be passed over by one that airs as often as it should elsewhere.
      if (plays.length > 0 && because.length === 0) return [];
      const gaps = bar.exact
        ? plays.some((play) => play.from < until + DELAY_MS && play.until > from)
          ? []
          : [{ from, until }]
        : gapsOf(plays, { from, until });
      return gaps.map((gap) => ({ ...gap, bookingId: bar.bookingId, because }));
    }),
  );
}

function gapsOf(plays: readonly View[], { from, until }: View): View[] {
  const within = plays.filter((play) => play.until > from && play.from < until);
  if (within.length === 0) return [{ from, until }];
  const pauses = within.slice(1).map((play, index) => play.from - (within[index]?.until ?? play.from));
  // Of a single play nobody knows how often more would come.
  if (pauses.length === 0) return [];
  const usual = [...pauses].sort((a, b) => a - b)[Math.floor(pauses.length / 2)] ?? 0;
  const least = Math.max(usual * PAUSES, LEAST_MS);
  const edges = [from, ...within.flatMap((play) => [play.from, play.until]), until];
  return edges.flatMap((edge, index) => {
    const next = edges[index + 1];
    return index % 2 === 0 && next !== undefined && next - edge > least ? [{ from: edge, until: next }] : [];
  });
}

/** From afar: the days, in sums, on which a booking should air and does not. */
export function silentDays(
  booking: Pick<Booking, 'id' | 'from' | 'to' | 'weekdays' | 'rule' | 'exceptions' | 'paused'>,
  days: readonly OwnedDay[],
  zone: string,
): Silence[] {
  if (booking.paused) return [];
  // Which days a rule names the station alone counts out: of those only the refused ones are known.
  const isMeant = booking.rule === null ? weeklyDays(booking) : () => false;
  return days.flatMap(({ day, owners, reasons }) => {
    const owner = owners.indexOf(booking.id);
    const said = day.silent.find(([index]) => index === owner);
    const because = said && reasons[said[1]];
    const airs = owner >= 0 && day.parts.some(([, index]) => index === owner);
    const isOpen = day.openMs.some((ms) => ms > 0);
    if (!because && (airs || !isOpen || !isMeant(dayNumber(dateAt(day.from, zone))))) return [];
    return [{ from: day.from, until: day.until, bookingId: booking.id, because: because ? [because] : [] }];
  });
}

/** The parts of one bar, joined where they touch. */
export function silenceOf(
  { bookingId, from, until }: Pick<Bar, 'bookingId' | 'from' | 'until'>,
  all: readonly Silence[],
): Silence[] {
  const joined: Silence[] = [];
  for (const each of all) {
    if (each.bookingId !== bookingId || each.until <= from || each.from >= until) continue;
    const last = joined.at(-1);
    const part = { ...each, from: Math.max(each.from, from), until: Math.min(each.until, until) };
    if (last && last.until >= part.from && sameWhy(last, part))
      joined[joined.length - 1] = { ...last, until: part.until };
    else joined.push(part);
  }
  return joined;
}

const sameWhy = (a: Silence, b: Silence) => JSON.stringify(a.because) === JSON.stringify(b.because);
