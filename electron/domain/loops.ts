/** A loop policy: where it holds, how long its loop is, how often a slot plays, and what is wrong with it. Pure. */
import type { LoopPolicyDraft } from '../contract/api/policies';
import type { Closure, LoopPolicy, OpenHours, Slot } from '../contract/records/loop-policy';
import { type Reason, reason, type Weekday } from '../contract/scalars';
import { DAY_MS, spansOf, type Window } from './calendar';

type Placed = Pick<LoopPolicy, 'id' | 'where' | 'createdAt'>;

/**
 * Which policy a display is under: the oldest of its own, else the oldest of its groups', else none.
 * @param membersOf displays of a group
 */
export function policiesOver<P extends Placed>(
  policies: readonly P[],
  membersOf: (groupId: string) => readonly string[],
): (displayId: string) => P | null {
  const own = new Map<string, P>();
  const ofGroup = new Map<string, P>();
  for (const policy of [...policies].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))) {
    const { displayIds, groupIds } = policy.where;
    for (const id of displayIds) if (!own.has(id)) own.set(id, policy);
    for (const id of groupIds.flatMap(membersOf)) if (!ofGroup.has(id)) ofGroup.set(id, policy);
  }
  return (displayId) => own.get(displayId) ?? ofGroup.get(displayId) ?? null;
}

/** Anything shorter could hold no clip. */
const SHORTEST_SLOT_MS = 1000;

export function loopMs(slots: readonly Pick<Slot, 'ms'>[]): number {
  return slots.reduce((sum, { ms }) => sum + ms, 0);
}

/** Milliseconds since midnight, and beyond 24 h into the next day; lines that overlap or touch are one. */
export function openSpans(hours: readonly OpenHours[], weekday: Weekday): Window[] {
  const lines = hours.filter((line) => line.weekday === weekday);
  return spansOf(lines.map(({ opens, closes }) => ({ start: opens, end: closes })));
}

/**
 * Plays of each slot on an ordinary day of this weekday, in the order of the slots: whole loops since each opening, and what
 * of the next still fits before closing. Where the clock is set that day there may be more or fewer.
 */
export function playsADay(slots: readonly Pick<Slot, 'ms'>[], hours: readonly OpenHours[], weekday: Weekday): number[] {
  const length = loopMs(slots);
  if (length <= 0) return slots.map(() => 0);
  const plays = slots.map(() => 0);
  const morning = (openSpans(hours, (weekday % 7) + 1)[0]?.start ?? Number.POSITIVE_INFINITY) + DAY_MS;
  for (const { start, end: closes } of openSpans(hours, weekday)) {
    // A night that reaches into the next day's opening ends there.
    const end = Math.min(closes, morning);
    const whole = Math.floor((end - start) / length);
    let rest = end - start - whole * length;
    let broken = false;
    slots.forEach(({ ms }, index) => {
      broken ||= ms > rest;
      plays[index] = (plays[index] ?? 0) + whole + (broken ? 0 : 1);
      rest -= ms;
    });
  }
  return plays;
}

/** What keeps a draft from being a loop, but for the displays it names. */
export function draftFaults({ slots, closures }: Pick<LoopPolicyDraft, 'slots' | 'closures'>): Reason[] {
  const short = slots.findIndex(({ ms }) => ms < SHORTEST_SLOT_MS);
  return [
    ...(loopMs(slots) === 0 ? [reason('policy.emptyLoop')] : []),
    ...(short >= 0 && loopMs(slots) > 0 ? [reason('policy.slotTooShort', { slot: short + 1 })] : []),
    ...closures.filter(endsFirst).map(({ from, to }) => reason('policy.closureEndsFirst', { from, to })),
  ];
}

const endsFirst = ({ from, to }: Closure): boolean => to < from;
