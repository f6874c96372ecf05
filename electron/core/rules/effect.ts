/** What a change of the rules that somebody is about to make would change of what is booked. */
import type { RuleEffect } from '../../contract/api/rules';
import type { Rule, RuleFields, StageCalendarFields } from '../../contract/records/rule';
import { newId } from '../../contract/ulid';
import { windowsUnder } from '../../domain/bills';
import { DAY_MS, type Window } from '../../domain/calendar';
import { type BookSources, bookOf } from '../../domain/judge/book';
import { type Effect, effectOf, type KeptOff, type Planned } from '../../domain/judge/kept-off';
import { openBook } from '../../domain/judge/open';
import type { Steps } from '../../domain/steps';
import { lookups, settingsOf } from '../store';
import { openBookOf } from './book';
import { materials, type Standing, standingIn, type Whole } from './claims';

/** So far ahead offices book; further away a rule meets bookings one by one. */
const DAYS = 30;
const MOST_NAMES = 5;

/** @param asked the rule as it would be, null where it would be gone; `id` null of a new one */
export function ruleEffect(
  reader: Whole,
  { id, fields }: { id: string | null; fields: RuleFields | null },
  now: number,
): Steps<RuleEffect> {
  const others = reader.all('rule').filter((rule) => rule.id !== id);
  if (!fields) return effectUnder(reader, { rules: others }, now);
  const rule: Rule = { id: id ?? newId(now), rev: 0, ...fields, version: 1, createdAt: now, createdBy: null };
  return effectUnder(reader, { rules: [...others, rule] }, now);
}

export function stageEffect(
  reader: Whole,
  { id, fields }: { id: string; fields: StageCalendarFields },
  now: number,
): Steps<RuleEffect> {
  const calendars = reader.all('stageCalendar').map((each) => (each.id === id ? { ...each, ...fields } : each));
  return effectUnder(reader, { calendars }, now);
}

function* effectUnder(
  reader: Whole,
  next: Partial<Pick<BookSources, 'rules' | 'calendars'>>,
  now: number,
): Steps<RuleEffect> {
  const until = now + DAYS * DAY_MS;
  const { categories, zone } = settingsOf(reader);
  const held = { rules: reader.all('rule'), calendars: reader.all('stageCalendar'), lifts: reader.all('lockLift') };
  const after = openBook({ ...bookOf({ ...held, categories, zone, ...next }), version: 1, madeAt: 0 });
  const change = { before: openBookOf(reader), after, from: now, until };
  const { less, more } = yield* effectOf(plannedIn(reader, now, until), change);
  const told = ({ off, capped }: Effect['less']) => ({
    ...{ off: counted(off), capped: counted(capped) },
    names: [...new Set([...off.bookings, ...capped.bookings])]
      .slice(0, MOST_NAMES)
      .flatMap((bookingId) => reader.get('booking', bookingId)?.name ?? []),
  });
  return { days: DAYS, less: told(less), more: told(more) };
}

const counted = ({ clips, bookings }: KeptOff) => ({ clips: clips.size, bookings: bookings.size });

function* plannedIn(reader: Whole, from: number, until: number): Generator<Planned> {
  const { agreements } = lookups(reader);
  const { zone } = settingsOf(reader);
  const mattersOf = materials(reader);
  const known = new Map<string, Window[]>();
  const windowsOf = ({ booking, zone: at }: Standing): Window[] => {
    const key = `${booking.id} ${at}`;
    const input = { agreements, from, until, display: { zone: at }, station: { zone } };
    const windows =
      known.get(key) ?? windowsUnder(input, booking).filter(({ start, end }) => start < until && end > from);
    known.set(key, windows);
    return windows;
  };
  for (const standing of standingIn(reader)) {
    const windows = windowsOf(standing);
    if (windows.length === 0) continue;
    for (const matter of mattersOf(standing.booking.what))
      yield { bookingId: standing.booking.id, matter, place: standing.place, windows };
  }
}
