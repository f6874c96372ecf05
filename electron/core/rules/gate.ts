/** What keeps something off an output, asked by every room that gives anything out. */
import type { LockNow } from '../../contract/api/rules';
import type { Asset } from '../../contract/records/asset';
import type { Display } from '../../contract/records/display';
import type { Episode } from '../../contract/records/episode';
import type { Channel, Matter } from '../../contract/records/matter';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { mayDo, type Role } from '../../contract/records/user';
import { type Reason, reason } from '../../contract/scalars';
import { DAY_MS } from '../../domain/calendar';
import { heldBack } from '../../domain/episode/leave';
import { judge, refusalsOf } from '../../domain/judge/judge';
import { writtenMatter } from '../../domain/judge/matter-of';
import { mayEver, type Spell, spellsOf } from '../../domain/judge/spells';
import type { Place } from '../../domain/judge/types';
import { groupsByDisplay, type Reader } from '../store';
import { BREAKS, channelPlace, contextOf, displayPlace, matterIn, openBookOf, printAt } from './book';
import { locksAt } from './locks';

type Ground = Pick<Reader, 'get' | 'all'>;

/** Why an asset may not leave by this channel at this moment; empty where it may. */
export function againstLeaving(reader: Ground, asset: Asset, channel: Channel, at: number): Reason[] {
  return refusalsOf(judge(matterIn(reader, asset), channelPlace(channel), at, contextOf(reader)));
}

/** Why an episode that was made is in no feed at this moment. */
export const withheldOf = (reader: Ground, episode: Pick<Episode, 'pieces' | 'lacking'>, now: number): Reason[] =>
  heldBack(episode, {
    assetOf: (id) => reader.get('asset', id),
    guestOf: (id) => reader.get('guest', id),
    ruledOut(id) {
      const asset = reader.get('asset', id);
      return asset ? againstLeaving(reader, asset, 'feed', now) : [];
    },
  });

/** Content is exempt under every name it has: to be asked of each asset that holds it. */
export const exemptAs = ({ ppid, name }: Pick<Asset, 'ppid' | 'name'>): Reason[] =>
  ppid === 'exempt' ? [reason('judge.exempt', { name })] : [];

/** What of this content somebody of the office may not see: who keeps the desk sees all, others nothing that is exempt under any of its names. */
export const hiddenFrom = ({ role }: { role: Role }, holders: readonly Pick<Asset, 'ppid' | 'name'>[]): Reason[] =>
  mayDo(role, 'desk') ? [] : holders.flatMap(exemptAs);

/** Further ahead nobody books so finely that it matters which hour is refused. */
const LONGEST_MS = 400 * DAY_MS;

/**
 * Why it airs nowhere and never between two instants; empty where it may at some place and moment. Of the many reasons those of
 * the beginning are said.
 */
export function neverAirs(
  reader: Ground,
  matter: Matter,
  places: readonly Place[],
  from: number,
  until: number,
): Reason[] {
  const spellsAt = spellsBetween(reader, matter, from, until);
  let said: Reason[] = [];
  for (const place of places) {
    const spells = spellsAt(place);
    if (mayEver(spells)) return [];
    if (said.length === 0) said = reasonsIn(spells);
  }
  return said;
}

/** How a verdict changes by time alone between two instants, at any place. */
export function spellsBetween(
  reader: Ground,
  matter: Matter,
  from: number,
  until: number,
): (place: Place) => readonly Spell[] {
  const end = Math.max(Math.min(until, from + LONGEST_MS), from + 1);
  const context = contextOf(reader);
  return (place) => spellsOf(matter, place, from, end, context);
}

/** Each kind of reason once. */
function reasonsIn(spells: readonly Spell[]): Reason[] {
  const byCode = new Map<string, Reason>();
  for (const { verdict } of spells)
    for (const each of refusalsOf(verdict)) if (!byCode.has(each.code)) byCode.set(each.code, each);
  return [...byCode.values()].slice(0, 3);
}

interface Where {
  all?: boolean;
  displayIds: readonly string[];
  groupIds: readonly string[];
}

/** Panels and the radio that a booking or a takeover names; those that are alike before the rules once. */
export function placesNamed(reader: Ground, where: Where): Place[] {
  const panels = panelsNamed(reader, where).map(({ place }) => place);
  return [...panels, ...(where.displayIds.includes(RADIO_CHANNEL_ID) ? [BREAKS] : [])];
}

/** Panels that are named, with the displays that stand alike before the rules together. */
export function panelsNamed(reader: Ground, where: Where): { place: Place; displays: Display[] }[] {
  const members = where.groupIds.flatMap((id) => reader.get('displayGroup', id)?.displayIds ?? []);
  const ids = new Set([...where.displayIds, ...members]);
  const groupsOf = groupsByDisplay(reader);
  const displays = where.all ? reader.all('display') : [...ids].flatMap((id) => reader.get('display', id) ?? []);
  const byPrint = new Map<string, { place: Place; displays: Display[] }>();
  for (const display of displays) {
    const place = displayPlace(display, [...groupsOf(display.id)]);
    const print = printAt(reader, place);
    const alike = byPrint.get(print);
    if (alike) alike.displays.push(display);
    else byPrint.set(print, { place, displays: [display] });
  }
  return [...byPrint.values()];
}

/** Locks that hold there or come within a week, about what nobody has said the category of. */
export function locksThere(reader: Ground, places: readonly Place[], now: number): LockNow[] {
  const open = openBookOf(reader);
  const unsaid = writtenMatter({ kind: 'page', url: '' });
  const ids = new Set(places.flatMap((place) => open.rulesFor(unsaid, place)).map(({ id }) => id));
  return locksAt(open.book, now).filter(({ ruleId }) => ids.has(ruleId));
}
