/** How something stands at a place through days: by the rules of each moment, and by what caps leave of each day. */
import type { BenchAnswer, BenchSpells, CapLeft } from '../../contract/api/rules';
import { spellsOf } from '../../domain/judge/spells';
import type { Place } from '../../domain/judge/types';
import { daySpan, localDay } from '../../domain/time';
import { type Asked, capsAt, leftOf } from './bench-caps';
import type { RulesOptions } from './options';

type Spell = BenchSpells['spells'][number];

/** One display as it stands at a moment. */
interface Standing {
  displayId: string;
  allowed: boolean;
  left: CapLeft;
}

/** What it has had comes before what it never had. */
const WORST_FIRST = ['used', 'none', 'unbooked'] as const;

/** Of displays together: one that has something left is enough to air it. */
export function together(standings: readonly Standing[]): Pick<BenchAnswer, 'left' | 'spent'> {
  const open = standings.filter(({ allowed }) => allowed);
  const spent = open.filter(({ left }) => left !== 'some').map(({ displayId, left }) => ({ displayId, left }));
  const isAll = spent.length > 0 && spent.length === open.length;
  const worst = WORST_FIRST.find((each) => spent.some(({ left }) => left === each));
  return { left: isAll && worst ? worst : 'some', spent };
}

interface Week {
  store: RulesOptions['store'];
  asked: Asked;
  from: number;
  until: number;
}

/** At one place, cut where a day begins that caps may count. */
export function weekAt({ store, asked, from, until }: Week, place: Place): Spell[] {
  const { matter, context } = asked;
  const spells = spellsOf(matter, place, from, until, context);
  if (!hasCaps(asked, place)) return spells.map((spell) => ({ ...spell, left: 'some' }));
  const zone = context.book?.book.zone ?? 'UTC';
  return cutAt(spells, dayStarts(from, until, zone)).map((spell) => ({
    ...spell,
    left: spell.verdict.allowed ? leftOf(capsAt(store, asked, place, spell.from)) : 'some',
  }));
}

/** Of all displays together, by the verdict on the channel as a whole. */
export function weekOfDisplays(week: Week, channel: Place, displays: readonly Place[]): Spell[] {
  const { asked, from, until } = week;
  const spells = spellsOf(asked.matter, channel, from, until, asked.context);
  if (!displays.some((place) => hasCaps(asked, place))) return spells.map((spell) => ({ ...spell, left: 'some' }));
  const weeks = displays.map((place) => ({ displayId: place.id, spells: weekAt(week, place) }));
  const starts = weeks.flatMap((each) => each.spells.map((spell) => spell.from));
  return cutAt(spells, starts).map((spell) => {
    const standings = weeks.flatMap(({ displayId, spells: own }): Standing[] => {
      const then = own.find((each) => spell.from < each.until);
      return then ? [{ displayId, allowed: then.verdict.allowed, left: then.left }] : [];
    });
    return { ...spell, left: spell.verdict.allowed ? together(standings).left : 'some' };
  });
}

const hasCaps = ({ matter, context: { book } }: Asked, place: Place): boolean =>
  book?.rulesFor(matter, place).some(({ does }) => does.kind === 'cap') ?? false;

function dayStarts(from: number, until: number, zone: string): number[] {
  const first = localDay(from, zone);
  const days = localDay(until - 1, zone) - first;
  return Array.from({ length: days }, (_, n) => daySpan(first + n + 1, zone).from);
}

function cutAt<T extends { from: number; until: number }>(spells: readonly T[], cuts: readonly number[]): T[] {
  const inOrder = [...new Set(cuts)].sort((a, b) => a - b);
  return spells.flatMap((spell) => {
    const starts = [spell.from, ...inOrder.filter((cut) => cut > spell.from && cut < spell.until)];
    return starts.map((from, index) => ({ ...spell, from, until: starts[index + 1] ?? spell.until }));
  });
}
