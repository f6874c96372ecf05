/** What is planned and would air less, or more, under another book: asked before a rule is saved, moved or taken away. Pure. */
import type { Matter } from '../../contract/records/matter';
import type { BookRule } from '../../contract/records/rulebook';
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

interface Less {
  /** May air there now, and would not at some of its moments. */
  off: KeptOff;
  /** Would be counted by a cap that lets some of it air, and is not counted so now. */
  capped: KeptOff;
}

export interface Effect {
  less: Less;
  /** The other way about: refused or counted now, and would not be at some of its moments. */
  more: Less;
}

interface Change {
  before: OpenBook;
  after: OpenBook;
  from: number;
  until: number;
}

/** When a place's material airs less or more, and how. */
type Moved = Window & { side: keyof Effect; kind: keyof Less };

export function* effectOf(planned: Iterable<Planned>, change: Change): Steps<Effect> {
  const effect: Effect = { less: { off: none(), capped: none() }, more: { off: none(), capped: none() } };
  const back = { ...change, before: change.after, after: change.before };
  const known = new Map<string, readonly Moved[]>();
  for (const { bookingId, matter, place, windows } of planned) {
    const key = keyOf(matter, place, change);
    const moved = known.get(key) ?? [
      ...lessOf(matter, place, change).map((each): Moved => ({ side: 'less', ...each })),
      ...lessOf(matter, place, back).map((each): Moved => ({ side: 'more', ...each })),
    ];
    known.set(key, moved);
    for (const { side, kind, start, end } of moved) {
      if (!windows.some((window) => window.start < end && start < window.end)) continue;
      const kept = effect[side][kind];
      kept.bookings.add(bookingId);
      if (matter.assetId !== null) kept.clips.add(matter.assetId);
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

function lessOf(matter: Matter, place: Place, { before, after, from, until }: Change): Omit<Moved, 'side'>[] {
  const spells = (book: OpenBook) => spellsOf(matter, place, from, until, { book, clock: TRUSTED });
  const then = spells(before);
  return spells(after).flatMap((spell) =>
    then.flatMap((held): Omit<Moved, 'side'>[] => {
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
): keyof Less | null {
  if (!verdict.allowed) return 'off';
  const counted = capsAt(before, matter, place, start);
  const fresh = capsAt(after, matter, place, start).filter((cap) => !counted.some((held) => isAsTight(held, cap)));
  if (fresh.some(({ does }) => isFull(does, { plays: 0, ms: 0 }, matter.ms))) return 'off';
  return fresh.length > 0 ? 'capped' : null;
}

interface Cap {
  ruleId: string;
  does: Extract<BookRule['does'], { kind: 'cap' }>;
}

const capsAt = (book: OpenBook, matter: Matter, place: Place, at: number): Cap[] =>
  book
    .rulesFor(matter, place)
    .flatMap((rule) =>
      rule.does.kind === 'cap' && appliesAt(rule, at, book.book.zone) ? [{ ruleId: rule.id, does: rule.does }] : [],
    );

/** The same limit, or one and the same rule that lets no more air: nothing airs less by this one beside it. */
function isAsTight(held: Cap, cap: Cap): boolean {
  const [was, is] = [held.does, cap.does];
  if (JSON.stringify(was) === JSON.stringify(is)) return true;
  const within = (a: number | null, b: number | null) => b === null || (a !== null && a <= b);
  const alike = held.ruleId === cap.ruleId && was.of === is.of && was.counts === is.counts;
  return alike && within(was.plays, is.plays) && within(was.seconds, is.seconds);
}
