/** The bench: a person asks whether something may air somewhere at a moment, or in a week, and gets the reasons. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { BenchAnswer, BenchCap, BenchMatter, rulesApi } from '../../contract/api/rules';
import { Failure } from '../../contract/failure';
import type { Channel, Matter } from '../../contract/records/matter';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { BookRule } from '../../contract/records/rulebook';
import { reason } from '../../contract/scalars';
import { countedAs, isFull } from '../../domain/judge/caps';
import { judge } from '../../domain/judge/judge';
import { appliesAt } from '../../domain/judge/open';
import { spellsOf } from '../../domain/judge/spells';
import { type Context, type OpenBook, type Place, TRUSTED, type Used } from '../../domain/judge/types';
import { daySpan, localDay } from '../../domain/time';
import { groupsByDisplay, type Reader, requireRecord } from '../store';
import { BREAKS, channelPlace, displayPlace, matterIn, openBookOf, othersPart } from './book';
import { type Claims, claimsIn } from './claims';
import type { RulesOptions } from './options';

interface Asked {
  place: Place;
  named: Omit<BenchAnswer, 'verdict' | 'caps'>;
}

export function createBench({ store, clock }: RulesOptions): Pick<HandlersOf<typeof rulesApi>, 'ask' | 'spells'> {
  return {
    ask({ matter: asked, at, channels, displayIds, clock: trust }) {
      const matter = matterFrom(store, asked);
      const unsure = { trusted: false, sureOf: clock.now(), upTo: Number.POSITIVE_INFINITY } as const;
      const used = othersPart(store);
      const context = contextFor(store, trust === 'trusted' ? TRUSTED : unsure);
      const then = { matter, at, context, used, claims: context.book && claimsIn(store, context.book) };
      return placesIn(store, channels, displayIds).map(({ place, named }) => ({
        ...named,
        caps: capsAt(store, then, place),
        verdict: judge(matter, place, at, context),
      }));
    },

    spells({ matter: asked, from, until, channels, displayIds }) {
      const matter = matterFrom(store, asked);
      const context = contextFor(store, TRUSTED);
      return placesIn(store, channels, displayIds).map(({ place, named }) => ({
        ...named,
        spells: spellsOf(matter, place, from, until, context),
      }));
    },
  };
}

const contextFor = (reader: Pick<Reader, 'get' | 'all'>, clock: Context['clock']): Context => ({
  book: openBookOf(reader),
  clock,
});

interface AskedThen {
  matter: Matter;
  at: number;
  context: Context;
  used: Context['used'];
  claims: Claims | null | undefined;
}

function capsAt(
  store: RulesOptions['store'],
  { matter, at, context: { book }, used, claims }: AskedThen,
  place: Place,
): BenchCap[] {
  if (!book || !claims) return [];
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
    const aired = airedOn(store, { rule, matter, place, day: daySpan(day, zone), book });
    const isBooked = counts === 'place' || claims.of(rule, matter, day).some(({ placeId }) => placeId === place.id);
    const most = {
      plays: plays === null ? null : (part ?? { plays }).plays,
      seconds: seconds === null ? null : (part ?? { seconds }).seconds,
    };
    const left = leftOf(most, aired, matter.ms, isBooked);
    return [{ ...named, part: part ?? null, aired: { plays: aired.plays, seconds: aired.ms / 1000 }, left }];
  });
}

function leftOf(
  most: Pick<BenchCap, 'plays' | 'seconds'>,
  aired: Used,
  ms: number,
  isBooked: boolean,
): BenchCap['left'] {
  if (isFull(most, { plays: 0, ms: 0 }, ms)) return isBooked ? 'none' : 'unbooked';
  return isFull(most, aired, ms) ? 'used' : 'some';
}

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

/** Every channel as a whole, and the displays that are named. */
function placesIn(reader: Reader, channels: readonly Channel[], displayIds: readonly string[]): Asked[] {
  const groupsOf = groupsByDisplay(reader);
  const ofDisplay = (displayId: string): Asked => {
    const display = reader.get('display', displayId);
    if (!display) throw new Failure('invalidInput', {}, [reason('booking.noDisplay')]);
    const place = displayPlace(display, [...groupsOf(displayId)]);
    return { place, named: { channel: 'displays', displayId, breaks: false } };
  };
  const breaks = reader.all('rule').some(({ scope, active }) => scope.breaks && active) ? [BREAKS] : [];
  const ofChannel = (channel: Channel) => [channelPlace(channel), ...(channel === 'radio' ? breaks : [])];
  return [
    ...channels.flatMap(ofChannel).map(
      (place): Asked => ({
        place,
        named: { channel: place.channel, displayId: null, breaks: place.breaks === true },
      }),
    ),
    ...displayIds.map(ofDisplay),
  ];
}

function matterFrom(reader: Reader, asked: BenchMatter): Matter {
  if (asked.kind === 'asset') return matterIn(reader, requireRecord(reader, 'asset', asked.assetId));
  const { kind: _kind, ...supposed } = asked;
  const hash = '0'.repeat(64);
  const bound = { from: null, until: null, reviewBy: null, gone: 'no' } as const;
  return { assetId: null, agencyId: null, name: '', hash, approvedHash: hash, ...supposed, ...bound };
}
