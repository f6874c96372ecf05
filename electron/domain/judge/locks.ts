/**
 * A lock, such as that of *masa tenang*, stands above schedule and emergency and fails closed: what is unknown is refused, and
 * where the clock cannot be trusted every lock that is not certainly over is taken to hold.
 */
import type { Matter } from '../../contract/records/matter';
import type { BookRule, Span } from '../../contract/records/rulebook';
import { type Reason, reason, type Zone } from '../../contract/scalars';
import { appliesAt } from './open';
import type { ClockTrust, OpenBook } from './types';

/** Why the clock, or a lock, keeps it off; null where none does. `permitted`: a rule lets the unknown through. */
export function lockAgainst(
  rule: BookRule,
  matter: Matter,
  at: number,
  clock: ClockTrust,
  open: OpenBook,
  permitted: boolean,
): Reason | null {
  const holds = clock.trusted ? lockHolds(rule, at, open.book.zone) : mayHold(rule, clock);
  if (!holds) return null;
  const params = { name: matter.name, rule: rule.name, source: rule.source };
  // What it names it keeps off, also when that is no longer on the station's list: a permit is for what nobody has named.
  const named = matter.category !== null && rule.categories.includes(matter.category);
  if (!named && !open.knows(matter.category)) return permitted ? null : reason('judge.unknownUnderLock', params);
  if (!named && rule.categories.length > 0) return null;
  return reason(clock.trusted ? 'judge.locked' : 'judge.clockUnderLock', params);
}

/** Whether it holds at an instant of a clock that is right. */
export function lockHolds(rule: BookRule, at: number, zone: Zone): boolean {
  return appliesAt(rule, at, zone) && !rule.lifted.some(([from, until]) => from <= at && at < until);
}

/** A lift is of a time, and the time is not known. */
function mayHold({ spans, valid }: BookRule, { sureOf, upTo }: { sureOf: number; upTo: number }): boolean {
  const isOpen = ([from, until]: Span) => until > sureOf && from < upTo;
  return isOpen(valid) && (spans === null || spans.some(isOpen));
}
