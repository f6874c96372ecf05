/** Plays of a day as caps count them, in the order in which they air. */
import type { Matter } from '../../contract/records/matter';
import type { BookRule } from '../../contract/records/rulebook';
import type { Reason } from '../../contract/scalars';
import { localDay } from '../time';
import { capReached, countedAs, isFull } from './caps';
import { appliesAt } from './open';
import type { Law, Used } from './types';

/** Material that caps are about. */
export interface Counted {
  matter: Matter;
  caps: readonly BookRule[];
}

/** Which caps are about it there. */
export function capsOn(matter: Matter, { place, context }: Pick<Law, 'place' | 'context'>): Counted {
  const rules = context.book?.rulesFor(matter, place) ?? [];
  return { matter, caps: rules.filter(({ does }) => does.kind === 'cap') };
}

export interface Counts {
  /** The cap that one more play of `ms` would break. */
  against(counted: Counted, start: number, ms: number): Reason | null;
  note(counted: Counted, start: number, ms: number): void;
}

const NONE: Used = { plays: 0, ms: 0 };

/** Begins with what the context knows to have aired, or to be planned, elsewhere. */
export function createCounts({ place, context }: Pick<Law, 'place' | 'context'>): Counts {
  const zone = context.book?.book.zone ?? 'UTC';
  const days = new Map<string, Used>();
  const keyOf = (rule: BookRule, matter: Matter, at: number) =>
    `${rule.id} ${localDay(at, zone)} ${countedAs(rule, matter)}`;
  const usedOf = (rule: BookRule, matter: Matter, at: number): Used => {
    const here = days.get(keyOf(rule, matter, at)) ?? NONE;
    const elsewhere = context.used?.(rule, matter, place, at) ?? NONE;
    return { plays: here.plays + elsewhere.plays, ms: here.ms + elsewhere.ms };
  };
  return {
    against({ matter, caps }, start, ms) {
      for (const rule of caps) {
        const { does } = rule;
        if (does.kind !== 'cap' || !appliesAt(rule, start, zone)) continue;
        if (isFull(does, usedOf(rule, matter, start), ms)) return capReached(rule, matter.name);
      }
      return null;
    },
    note({ matter, caps }, start, ms) {
      for (const rule of caps) {
        const key = keyOf(rule, matter, start);
        const { plays, ms: sum } = days.get(key) ?? NONE;
        days.set(key, { plays: plays + 1, ms: sum + ms });
      }
    },
  };
}
