/** The bench: a person asks whether something may air somewhere at a moment, or in a week, and gets the reasons. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { BenchAnswer, BenchMatter, rulesApi } from '../../contract/api/rules';
import { Failure } from '../../contract/failure';
import type { Display } from '../../contract/records/display';
import type { Channel, Matter } from '../../contract/records/matter';
import { reason } from '../../contract/scalars';
import { judge } from '../../domain/judge/judge';
import { type Context, type Place, TRUSTED } from '../../domain/judge/types';
import { groupsByDisplay, type Reader, requireRecord } from '../store';
import { type Asked, capsAt, leftOf } from './bench-caps';
import { together, weekAt, weekOfDisplays } from './bench-week';
import { BREAKS, channelPlace, displayPlace, matterIn, openBookOf, othersPart } from './book';
import { claimsIn } from './claims';
import type { RulesOptions } from './options';

interface Named {
  place: Place;
  named: Pick<BenchAnswer, 'channel' | 'displayId' | 'breaks'>;
}

export function createBench({ store, clock }: RulesOptions): Pick<HandlersOf<typeof rulesApi>, 'ask' | 'spells'> {
  const asking = (matter: Matter, trust: Context['clock']): Asked => {
    const book = openBookOf(store);
    const context = { book, clock: trust };
    return { matter, context, used: othersPart(store), claims: claimsIn(store, book), now: clock.now() };
  };

  return {
    ask({ matter, at, channels, displayIds, clock: trust }) {
      const unsure = { trusted: false, sureOf: clock.now(), upTo: Number.POSITIVE_INFINITY } as const;
      const asked = asking(matterFrom(store, matter), trust === 'trusted' ? TRUSTED : unsure);
      const standing = (place: Place) => {
        const caps = capsAt(store, asked, place, at);
        return { caps, verdict: judge(asked.matter, place, at, asked.context), left: leftOf(caps) };
      };
      return placesIn(store, channels, displayIds).map(({ place, named }) => {
        const own = { ...named, ...standing(place), spent: [] };
        if (!isAllDisplays(place)) return own;
        const each = displaysIn(store).map((display) => {
          const { verdict, left } = standing(display);
          return { displayId: display.id, allowed: verdict.allowed, left };
        });
        return { ...own, ...together(each) };
      });
    },

    spells({ matter, from, until, channels, displayIds }) {
      const week = { store, asked: asking(matterFrom(store, matter), TRUSTED), from, until };
      return placesIn(store, channels, displayIds).map(({ place, named }) => ({
        ...named,
        spells: isAllDisplays(place) ? weekOfDisplays(week, place, displaysIn(store)) : weekAt(week, place),
      }));
    },
  };
}

const isAllDisplays = ({ id }: Place): boolean => id === 'displays';

function displaysIn(reader: Reader): Place[] {
  return reader.all('display').map(placing(reader));
}

/** Groups are looked up once for all displays. */
function placing(reader: Reader): (display: Display) => Place {
  const groupsOf = groupsByDisplay(reader);
  return (display) => displayPlace(display, [...groupsOf(display.id)]);
}

/** Every channel as a whole, and the displays that are named. */
function placesIn(reader: Reader, channels: readonly Channel[], displayIds: readonly string[]): Named[] {
  const placeOf = placing(reader);
  const ofDisplay = (displayId: string): Named => {
    const display = reader.get('display', displayId);
    if (!display) throw new Failure('invalidInput', {}, [reason('booking.noDisplay')]);
    return { place: placeOf(display), named: { channel: 'displays', displayId, breaks: false } };
  };
  const breaks = reader.all('rule').some(({ scope, active }) => scope.breaks && active) ? [BREAKS] : [];
  const ofChannel = (channel: Channel) => [channelPlace(channel), ...(channel === 'radio' ? breaks : [])];
  return [
    ...channels.flatMap(ofChannel).map(
      (place): Named => ({
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
