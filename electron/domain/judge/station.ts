/**
 * Caps that count the whole station. Displays and the radio are laid apart from one another, and a display may be without the
 * station, so such a cap is shared out beforehand: of each day every place has its part, by what is booked there, and counts its
 * own plays against it. All parts together are never more than the cap. Pure.
 */
import type { Matter } from '../../contract/records/matter';
import type { BookRule } from '../../contract/records/rulebook';
import { daySpan, localDay } from '../time';
import { countedAs } from './caps';
import type { Context, Place, Used } from './types';

/** What a booking asks for on one day at one place of what a cap counts together. */
export interface Claim {
  /** As in `Place`. */
  placeId: string;
  /** Infinite where it takes turns. */
  plays: number;
  /** The longest of its plays. */
  ms: number;
  /** When it came into force, epoch ms. */
  since: number;
}

/** Of a day of the station's clock, by its number. */
export type ClaimsOf = (rule: BookRule, matter: Matter, day: number) => readonly Claim[];

type Cap = { plays: number | null; seconds: number | null };

/** What each place may air; `rest` is nobody's. */
export interface Parts {
  of: ReadonlyMap<string, Used>;
  rest: Used;
}

/** @param firm from when on displays may hold the day: what is booked later has only what is left, for the others keep theirs, also offline */
export function partsOf({ plays, seconds }: Cap, claims: readonly Claim[], firm: number): Parts {
  const byPlays = sharedOut(plays ?? 0, claims, firm, () => 1);
  // In whole plays: parts that no clip fits into would be nobody's gain.
  const longest = (asked: readonly Claim[]) => Math.max(1000, ...asked.map(({ ms }) => ms));
  const bySeconds = sharedOut((seconds ?? 0) * 1000, claims, firm, longest);
  const ids = new Set(claims.map(({ placeId }) => placeId));
  const of = new Map([...ids].map((id) => [id, { plays: byPlays.get(id) ?? 0, ms: bySeconds.get(id) ?? 0 }]));
  const sum = (part: keyof Used) => [...of.values()].reduce((all, each) => all + each[part], 0);
  return { of, rest: { plays: (plays ?? 0) - sum('plays'), ms: (seconds ?? 0) * 1000 - sum('ms') } };
}

/**
 * For each place: what was booked before any display held the day first, then the rest in its order, so that nothing that comes later
 * moves what was given before.
 * @param playOf what one play takes of it, of those that are booked together
 */
function sharedOut(
  most: number,
  claims: readonly Claim[],
  firm: number,
  playOf: (asked: readonly Claim[]) => number,
): Map<string, number> {
  const tiers = new Map<number, Claim[]>();
  for (const claim of claims) {
    const tier = claim.since < firm ? Number.NEGATIVE_INFINITY : claim.since;
    tiers.set(tier, [...(tiers.get(tier) ?? []), claim]);
  }
  const parts = new Map<string, number>();
  let left = most;
  for (const [, asked] of [...tiers].sort(([a], [b]) => a - b)) {
    const play = playOf(asked);
    const wishes = new Map<string, number>();
    for (const { placeId, plays } of asked) wishes.set(placeId, (wishes.get(placeId) ?? 0) + plays);
    for (const [placeId, part] of evenly(Math.floor(left / play), wishes)) {
      parts.set(placeId, (parts.get(placeId) ?? 0) + part * play);
      left -= part * play;
    }
  }
  return parts;
}

/** Nobody more than it asks for, and nobody more than another that would take more, but for one play. */
function evenly(most: number, wishes: ReadonlyMap<string, number>): [string, number][] {
  const inOrder = [...wishes].sort(([a, x], [b, y]) => (x === y ? Number(a > b) - Number(a < b) : x - y));
  let left = most;
  return inOrder.map(([placeId, wish], index) => {
    const part = Math.min(wish, Math.floor(left / (inOrder.length - index)));
    left -= part;
    return [placeId, part];
  });
}

const NONE: Used = { plays: 0, ms: 0 };

/**
 * Of a day's cap, what is others' and so counts as used here. Each day's parts are found once.
 * @param ahead how long before a display may be told of a day, ms
 */
export function setAside(claimsOf: ClaimsOf, zone: string, ahead: number): NonNullable<Context['used']> {
  const known = new Map<string, Parts>();
  return (rule, matter, place, at) => {
    const { does } = rule;
    if (does.kind !== 'cap' || does.counts === 'place') return NONE;
    const day = localDay(at, zone);
    const key = `${rule.id} ${day} ${countedAs(rule, matter)}`;
    const parts = known.get(key) ?? partsOf(does, claimsOf(rule, matter, day), daySpan(day, zone).from - ahead);
    known.set(key, parts);
    const own = partAt(parts, place);
    return { plays: (does.plays ?? 0) - own.plays, ms: (does.seconds ?? 0) * 1000 - own.ms };
  };
}

/** Only the radio can air what nobody has booked, put into its breaks by hand: what is left over is for that. */
export function partAt({ of, rest }: Parts, { id, channel }: Pick<Place, 'id' | 'channel'>): Used {
  const own = of.get(id) ?? NONE;
  return channel === 'radio' ? { plays: own.plays + rest.plays, ms: own.ms + rest.ms } : own;
}
