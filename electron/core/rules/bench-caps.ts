/** Caps as the bench answers them: the part of a place on a day, what has aired of it there, and whether one more play fits. */
import type { BenchCap, CapLeft } from '../../contract/api/rules';
import type { Matter } from '../../contract/records/matter';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { BookRule } from '../../contract/records/rulebook';
import { countedAs, isFull } from '../../domain/judge/caps';
import { appliesAt } from '../../domain/judge/open';
import type { Context, OpenBook, Place, Used } from '../../domain/judge/types';
import { daySpan, localDay } from '../../domain/time';
import { matterIn } from './book';
import type { Claims } from './claims';
import type { RulesOptions } from './options';

export interface Asked {
  matter: Matter;
  context: Context;
  used: Context['used'];
  claims: Claims;
  /** Epoch ms: no later day has anything in the play log. */
  now: number;
}

/** What all of them together leave. */
export const leftOf = (caps: readonly BenchCap[]): CapLeft => caps.find(({ left }) => left !== 'some')?.left ?? 'some';

export function capsAt(
  store: RulesOptions['store'],
  { matter, context: { book }, used, claims, now }: Asked,
  place: Place,
  at: number,
): BenchCap[] {
  if (!book) return [];
  const { zone } = book.book;
  const isOnePlace = place.channel === 'radio' || place.id !== place.channel;
  return book.rulesFor(matter, place).flatMap((rule): BenchCap[] => {
    const { id: ruleId, name, does } = rule;
    if (does.kind !== 'cap' || !appliesAt(rule, at, zone)) return [];
    const { counts, plays, seconds } = does;
    const named = { ruleId, rule: name, counts, plays, seconds };
    if (!isOnePlace) return [{ ...named, part: null, aired: null, left: 'some' }];
    const others = counts === 'station' ? used?.(rule, matter, place, at) : undefined;
    const part = others && {
      plays: Math.max(0, (plays ?? 0) - others.plays),
      seconds: Math.max(0, (seconds ?? 0) - others.ms / 1000),
    };
    const day = localDay(at, zone);
    const span = daySpan(day, zone);
    const aired = span.from > now ? NOTHING : airedOn(store, { rule, matter, place, day: span, book });
    const isBooked = counts === 'place' || claims.of(rule, matter, day).some(({ placeId }) => placeId === place.id);
    const most = {
      plays: plays === null ? null : (part ?? { plays }).plays,
      seconds: seconds === null ? null : (part ?? { seconds }).seconds,
    };
    const left = leftUnder(most, aired, matter.ms, isBooked);
    return [{ ...named, part: part ?? null, aired: { plays: aired.plays, seconds: aired.ms / 1000 }, left }];
  });
}

function leftUnder(most: Pick<BenchCap, 'plays' | 'seconds'>, aired: Used, ms: number, isBooked: boolean): CapLeft {
  if (isFull(most, NOTHING, ms)) return isBooked ? 'none' : 'unbooked';
  return isFull(most, aired, ms) ? 'used' : 'some';
}

const NOTHING: Used = { plays: 0, ms: 0 };

interface CountedThere {
  rule: BookRule;
  matter: Matter;
  place: Place;
  /** Epoch ms. */
  day: { from: number; until: number };
  book: OpenBook;
}

/** By the play log, of what is still in the library. */
function airedOn(store: RulesOptions['store'], { rule, matter, place, day, book }: CountedThere): Used {
  const counted = new Map<string, boolean>();
  const counts = (assetId: string): boolean => {
    const asset = store.get('asset', assetId);
    const other = asset && matterIn(store, asset);
    return (
      other !== undefined &&
      book.rulesFor(other, place).includes(rule) &&
      countedAs(rule, other) === countedAs(rule, matter)
    );
  };
  const displayId = place.channel === 'radio' ? RADIO_CHANNEL_ID : place.id;
  let [plays, ms] = [0, 0];
  for (const { startedAt, shownMs, outcome, assetId } of store.plays.traces(displayId, day.from, day.until)) {
    if (outcome === 'skipped' || assetId === null || startedAt < day.from) continue;
    const isCounted = counted.get(assetId) ?? counts(assetId);
    counted.set(assetId, isCounted);
    if (isCounted) [plays, ms] = [plays + 1, ms + shownMs];
  }
  return { plays, ms };
}
