/** What is planned and would air less under another book: asked before a rule is saved. Pure. */
import type { Matter } from '../../contract/records/matter';
import type { Window } from '../calendar';
import type { Steps } from '../steps';
import { isFull } from './caps';
import { appliesAt } from './open';
import { type Spell, spellsOf } from './spells';
import { type OpenBook, type Place, TRUSTED } from './types';

/** Material that a booking may air at a place within its windows. */
export interface Planned {
  bookingId: string;
  matter: Matter;
  place: Place;
  windows: readonly Window[];
}

export interface KeptOff {
  /** Ids of assets. */
  clips: Set<string>;
  bookings: Set<string>;
}

export interface Effect {
  /** May air there now, and would not at some of its moments. */
  off: KeptOff;
  /** Would be counted by a cap that lets some of it air, and is not counted so now. */
  capped: KeptOff;
}

interface Change {
  before: OpenBook;
  after: OpenBook;
  from: number;
  until: number;
}

/** When a place's material airs less, and how. */
type Less = Window & { kind: keyof Effect };

export function* effectOf(planned: Iterable<Planned>, change: Change): Steps<Effect> {
  const effect: Effect = { off: none(), capped: none() };
  const known = new Map<string, readonly Less[]>();
  for (const { bookingId, matter, place, windows } of planned) {
    const key = keyOf(matter, place, change);
    const less = known.get(key) ?? lessOf(matter, place, change);
    known.set(key, less);
    for (const { kind, start, end } of less) {
      if (!windows.some((window) => window.start < end && start < window.end)) continue;
      effect[kind].bookings.add(bookingId);
      if (matter.assetId !== null) effect[kind].clips.add(matter.assetId);
    }
    yield;
  }
  return effect;
}

const none = (): KeptOff => ({ clips: new Set(), bookings: new Set() });

/** Places that are alike before both books are read once. */
const keyOf = (matter: Matter, place: Place, { before, after }: Change): string =>
  JSON.stringify([
    ...[matter.assetId, matter.ms, place.channel],
    ...[before, after].map((book) => book.rulesFor(matter, place).map(({ id }) => id)),
  ]);

function lessOf(matter: Matter, place: Place, { before, after, from, until }: Change): Less[] {
  const spells = (book: OpenBook) => spellsOf(matter, place, from, until, { book, clock: TRUSTED });
  const then = spells(before);
  return spells(after).flatMap((spell) =>
    then.flatMap((held): Less[] => {
      const [start, end] = [Math.max(spell.from, held.from), Math.min(spell.until, held.until)];
      if (start >= end || !held.verdict.allowed) return [];
      const kind = lessAt({ start, end }, spell, matter, place, { before, after });
      return kind === null ? [] : [{ kind, start, end }];
    }),
  );
}

function lessAt(
  { start }: Window,
  { verdict }: Spell,
  matter: Matter,
  place: Place,
  { before, after }: Pick<Change, 'before' | 'after'>,
): Less['kind'] | null {
  if (!verdict.allowed) return 'off';
  const counted = new Set(capsAt(before, matter, place, start).map((does) => JSON.stringify(does)));
  const fresh = capsAt(after, matter, place, start).filter((does) => !counted.has(JSON.stringify(does)));
  if (fresh.some((does) => isFull(does, { plays: 0, ms: 0 }, matter.ms))) return 'off';
  return fresh.length > 0 ? 'capped' : null;
}

const capsAt = (book: OpenBook, matter: Matter, place: Place, at: number) =>
  book
    .rulesFor(matter, place)
    .flatMap((rule) => (rule.does.kind === 'cap' && appliesAt(rule, at, book.book.zone) ? [rule.does] : []));
