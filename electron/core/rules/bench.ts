/** The bench: a person asks whether something may air somewhere at a moment, or in a week, and gets the reasons. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { BenchAnswer, BenchCap, BenchMatter, rulesApi } from '../../contract/api/rules';
import { Failure } from '../../contract/failure';
import type { Channel, Matter } from '../../contract/records/matter';
import { reason } from '../../contract/scalars';
import { judge } from '../../domain/judge/judge';
import { appliesAt } from '../../domain/judge/open';
import { spellsOf } from '../../domain/judge/spells';
import { type Context, type Place, TRUSTED } from '../../domain/judge/types';
import { groupsByDisplay, type Reader, requireRecord } from '../store';
import { BREAKS, channelPlace, displayPlace, matterIn, openBookOf, othersPart } from './book';
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
      return placesIn(store, channels, displayIds).map(({ place, named }) => ({
        ...named,
        caps: capsAt(matter, place, at, context, used),
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

function capsAt(matter: Matter, place: Place, at: number, { book }: Context, used: Context['used']): BenchCap[] {
  const rules = book?.rulesFor(matter, place) ?? [];
  return rules.flatMap((rule): BenchCap[] => {
    const { id: ruleId, name, does } = rule;
    if (does.kind !== 'cap' || !appliesAt(rule, at, book?.book.zone ?? 'UTC')) return [];
    const { counts, plays, seconds } = does;
    const isOnePlace = place.channel === 'radio' || place.id !== place.channel;
    const others = counts === 'station' && isOnePlace ? used?.(rule, matter, place, at) : undefined;
    const part = others && {
      plays: Math.max(0, (plays ?? 0) - others.plays),
      seconds: Math.max(0, (seconds ?? 0) - others.ms / 1000),
    };
    return [{ ruleId, rule: name, counts, plays, seconds, part: part ?? null }];
  });
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
