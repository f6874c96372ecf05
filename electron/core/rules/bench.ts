/** The bench: a person asks whether something may air somewhere at a moment, or in a week, and gets the reasons. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { BenchAnswer, BenchMatter, rulesApi } from '../../contract/api/rules';
import { Failure } from '../../contract/failure';
import type { Channel, Matter } from '../../contract/records/matter';
import { reason } from '../../contract/scalars';
import { judge } from '../../domain/judge/judge';
import { spellsOf } from '../../domain/judge/spells';
import { type Context, type Place, TRUSTED } from '../../domain/judge/types';
import { groupsByDisplay, type Reader, requireRecord } from '../store';
import { BREAKS, channelPlace, displayPlace, matterIn, openBookOf } from './book';
import type { RulesOptions } from './options';

interface Asked {
  place: Place;
  named: Omit<BenchAnswer, 'verdict'>;
}

export function createBench({ store, clock }: RulesOptions): Pick<HandlersOf<typeof rulesApi>, 'ask' | 'spells'> {
  return {
    ask({ matter: asked, at, channels, displayIds, clock: trust }) {
      const matter = matterFrom(store, asked);
      const unsure = { trusted: false, sureOf: clock.now(), upTo: Number.POSITIVE_INFINITY } as const;
      const context = contextFor(store, trust === 'trusted' ? TRUSTED : unsure);
      return placesIn(store, channels, displayIds).map(({ place, named }) => ({
        ...named,
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
