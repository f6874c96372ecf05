/**
 * What a change of rules, stages or settings would take from a lock, from the moment it is in the book until the last of its days is
 * over: whoever could loosen it alone the evening before would have no need to on its days. What is said here takes two people: removing
 * it, ending it earlier, moving it, making it narrower, and letting through what it keeps off.
 */
import type { BookRule, Rulebook } from '../../contract/records/rulebook';
import { type Reason, reason } from '../../contract/scalars';
import { DAY_MS } from '../calendar';

export type Book = Omit<Rulebook, 'version' | 'madeAt'>;

/**
 * Empty: nothing is loosened. Adding, widening and lengthening are nobody's loss.
 * @param locks of the book as it was: those that one person may not loosen
 */
export function loosened(before: Book, after: Book, locks: readonly BookRule[], now: number): Reason[] {
  if (locks.length === 0) return [];
  const sameClock = before.zone === after.zone;
  const weaker = locks.filter((lock) => {
    const next = after.rules.find(({ id }) => id === lock.id);
    return !next || !keepsAll(lock, next, now, sameClock);
  });
  // What gets round a lock in passing counts where it is near: an office that plans months ahead goes on naming what it shows.
  const near = locks.filter((lock) => isNear(lock, now));
  const permits = (near.length > 0 ? after.rules : [])
    .filter(({ does }) => does.kind === 'permit')
    .filter((rule) => isNew(rule, before));
  return [
    ...weaker.map((lock) => reason('rules.lockHolds', { rule: lock.name, until: overAt(lock) })),
    ...permits.map(({ name }) => reason('rules.permitUnderLock', { rule: name })),
    ...namedSince(before, after, near),
    ...forgottenSince(before, after, near, now),
  ];
}

/** How long before its days a lock is said to be near. */
export const NEAR_MS = 7 * DAY_MS;

/** Whether any of its days is still to end, lifted or not: one that is lifted for an hour holds again after it. */
export const isAhead = (rule: BookRule, now: number): boolean => rule.does.kind === 'lock' && overAt(rule) > now;

/** Whether this is one of its days, or one comes within a week. */
export const isNear = (rule: BookRule, now: number): boolean =>
  rule.does.kind === 'lock' && daysOf(rule).some(([from, until]) => until > now && from <= now + NEAR_MS);

/** Since when a lock that is near has been so. */
export const nearSince = (rule: BookRule, now: number): number =>
  Math.min(...daysOf(rule).flatMap(([from, until]) => (until > now ? [from - NEAR_MS] : [])));

/** Whether none of its days has come yet. */
export const isYetToBegin = (rule: BookRule, now: number): boolean => daysOf(rule).every(([from]) => from > now);

/** The end of its last day; 0 where it has none. */
export const overAt = (rule: BookRule): number => Math.max(0, ...daysOf(rule).map(([, until]) => until));

function keepsAll(lock: BookRule, next: BookRule, now: number, sameClock: boolean): boolean {
  return (
    next.does.kind === 'lock' &&
    !next.outside &&
    (lock.breaks || !next.breaks) &&
    keepsList(lock.categories, next.categories) &&
    keepsList(lock.agencyKinds, next.agencyKinds) &&
    keepsList(lock.channels, next.channels) &&
    keepsList(lock.places, next.places) &&
    keepsList([...lock.displayIds, ...lock.groupIds], [...next.displayIds, ...next.groupIds]) &&
    keepsWeekdays(lock.weekdays, next.weekdays, sameClock) &&
    keepsHours(lock.hours, next.hours, sameClock) &&
    keepsDays(lock, next, now)
  );
}

/** An empty list binds nothing: it means all. */
function keepsList<T>(held: readonly T[], next: readonly T[]): boolean {
  if (next.length === 0) return true;
  return held.length > 0 && held.every((value) => next.includes(value));
}

/** A day of another clock begins and ends at other instants. */
const keepsWeekdays = (held: BookRule['weekdays'], next: BookRule['weekdays'], sameClock: boolean): boolean =>
  next.length === 0 || (sameClock && keepsList(held, next));

function keepsHours(held: BookRule['hours'], next: BookRule['hours'], sameClock: boolean): boolean {
  if (next.length === 0) return true;
  if (held.length === 0 || !sameClock) return false;
  return held.every(([start, end]) => next.some(([first, last]) => first <= start && end <= last));
}

/** Whatever is left of its days. */
function keepsDays(lock: BookRule, next: BookRule, now: number): boolean {
  return daysOf(lock)
    .map(([from, until]) => [Math.max(from, now), until] as const)
    .filter(([from, until]) => from < until)
    .every(([from, until]) => daysOf(next).some(([first, last]) => first <= from && until <= last));
}

/** Only days on which the rule itself is law. */
export const daysOf = ({ spans, valid }: Pick<BookRule, 'spans' | 'valid'>): (readonly [number, number])[] =>
  (spans ?? [valid])
    .map(([from, until]) => [Math.max(from, valid[0]), Math.min(until, valid[1])] as const)
    .filter(([from, until]) => from < until);

/** A permit that was not there, or reads differently. */
function isNew(permit: BookRule, before: Book): boolean {
  const held = before.rules.find(({ id }) => id === permit.id);
  return !held || said(held) !== said(permit);
}

const said = ({ name: _name, source: _source, ...rest }: BookRule): string => JSON.stringify(rest);

/** A category is known from the moment it is named, and what is known is kept off by a lock only where the lock names it. */
function namedSince(before: Book, after: Book, locks: readonly BookRule[]): Reason[] {
  const known = new Set(before.categories);
  return after.categories
    .filter((category) => !known.has(category))
    .flatMap((category) => {
      const lock = locks.find(({ categories }) => categories.length > 0 && !categories.includes(category));
      return lock ? [reason('rules.categoryUnderLock', { category, rule: lock.name })] : [];
    });
}

/** A lock of everything keeps off what is known, whatever is permitted; what is made unknown again a permit would let through. */
function forgottenSince(before: Book, after: Book, locks: readonly BookRule[], now: number): Reason[] {
  const lock = locks.find(({ categories }) => categories.length === 0);
  const isPermitted = after.rules.some(
    (rule) => rule.does.kind === 'permit' && daysOf(rule).some(([, until]) => until > now),
  );
  if (!lock || !isPermitted) return [];
  return before.categories
    .filter((category) => !after.categories.includes(category))
    .map((category) => reason('rules.forgottenUnderLock', { category, rule: lock.name }));
}
