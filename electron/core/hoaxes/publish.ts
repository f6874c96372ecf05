/** An answer goes out: its card, and all its places in the commit that the card's picture comes with. Read `publish` first. */
import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '../../contract/api/handlers';
import type { PublishOn, PublishSpot } from '../../contract/api/hoaxes';
import { Failure } from '../../contract/failure';
import type { Actor } from '../../contract/records/audit';
import type { Card } from '../../contract/records/card';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { mayDo } from '../../contract/records/user';
import { type Id, type Reason, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { type Clock, type Reader, requireRecord, type Store, type Tx } from '../store';
import { isToBeRead, stopped, wasReadOut } from './answered';
import { bookPanels, ownIn } from './bookings';
import { addToRundown, checkRundown, type ReadOutNeed, retell, toldNow } from './read-out';
import { bookSpot } from './spot';

export interface PublishNeed extends ReadOutNeed {
  store: Store;
  clock: Clock;
  cards: {
    /** Publishes it and keeps what is decided with it, in one commit. */
    publishWith(card: Pick<Card, 'id' | 'rev'>, by: Actor, also: PublishedWith): Promise<void>;
  };
}

interface PublishedWith {
  command: string;
  change(tx: Tx, assetId: Id): void;
}

interface Places {
  playlistIds: string[];
  on: PublishOn | null;
  rundownId: string | null;
  spot: PublishSpot | null;
}

const refused = (...details: Reason[]) => new Failure('refused', {}, details);

/**
 * Refused or interrupted, nothing of it is kept, and it may be pressed again; pressed twice it is in no place twice, since each place is
 * known by the case: a playlist by its item, a rundown by the case's own, a booking by what it shows.
 * @throws Failure refused, notAllowed, notFound, stale, ruledOut
 */
export async function publish(need: PublishNeed, one: HoaxCase, places: Places, caller: Caller): Promise<HoaxCase> {
  const { store, cards } = need;
  const card = one.cardId === null ? undefined : store.get('card', one.cardId);
  if (!card) throw refused(reason('hoax.notClarified'));
  // Said before anything is drawn; asked again in the commit by whatever is put there.
  check(store, places, caller);
  await cards.publishWith(card, caller.actor, {
    command: 'hoaxes.publish',
    change: (tx, assetId) => void place(need, tx, { one, assetId, places, caller }),
  });
  return requireRecord(store, 'hoaxCase', one.id);
}

function check(reader: Reader, { playlistIds, on, rundownId, spot }: Places, { role }: Caller): void {
  checkPlaylists(reader, playlistIds);
  if ((on || spot) && !mayDo(role, 'schedule')) throw new Failure('notAllowed', { needs: 'schedule' });
  for (const id of on?.displayIds ?? []) requireRecord(reader, 'display', id);
  for (const id of on?.groupIds ?? []) requireRecord(reader, 'displayGroup', id);
  if (spot) requireRecord(reader, 'asset', spot.assetId);
  if (rundownId !== null) checkRundown(reader, rundownId, role);
}

function checkPlaylists(reader: Reader, playlistIds: readonly Id[]): void {
  const lists = playlistIds.map((id) => requireRecord(reader, 'playlist', id));
  const smart = lists.filter((list) => list.smart !== null);
  if (smart.length > 0) throw refused(...smart.map(({ name }) => reason('hoax.smartPlaylist', { name })));
}

interface Placing {
  /** As whoever published it saw it. */
  one: HoaxCase;
  assetId: Id;
  places: Places;
  caller: Caller;
}

function place(need: PublishNeed, tx: Tx, { one, assetId, places, caller }: Placing): HoaxCase {
  const now = need.clock.now();
  const held = requireRecord(tx, 'hoaxCase', one.id);
  // Drawing takes its time. Another place since is welcome; another answer is not what was published.
  if (!saysTheSame(held, one)) throw new Failure('stale', { record: 'hoaxCase', name: held.name });
  check(tx, places, caller);
  const playlistIds = [...new Set(places.playlistIds)];
  for (const id of playlistIds) append(tx, id, assetId, now);
  const by = { now, by: caller.actor.name };
  const onPanels = places.on ? bookPanels(tx, { one: held, assetId, on: places.on, ...by }) : [];
  const onRadio = places.spot ? bookSpot(tx, { one: held, spot: places.spot, ...by }) : [];
  for (const rundownId of held.rundownIds)
    if (isStillToRead(need, tx, held, rundownId)) retell(need, tx, held, { rundownId, by: by.by });
  if (places.rundownId !== null) addToRundown(need, tx, { one: held, rundownId: places.rundownId, by: by.by });
  const out: HoaxCase = {
    ...{ ...held, state: 'published' },
    playlistIds: [...new Set([...held.playlistIds, ...playlistIds])],
    rundownIds: [...new Set([...held.rundownIds, ...(places.rundownId === null ? [] : [places.rundownId])])],
    bookingIds: [...new Set([...ownIn(tx, held), ...onPanels, ...onRadio])],
    spokenId: places.spot?.assetId ?? held.spokenId,
    told: toldNow(held, now),
  };
  return tx.put('hoaxCase', stopped({ reader: tx, log: need.store }, out, now));
}

/** What was read out already stays as it was read. */
const isStillToRead = ({ store, clock }: PublishNeed, reader: Reader, one: HoaxCase, rundownId: Id): boolean =>
  isToBeRead(reader, one, rundownId, clock.now()) &&
  !wasReadOut({ reader, log: store }, { id: one.id, rundownIds: [rundownId] });

const saysTheSame = (held: HoaxCase, seen: HoaxCase): boolean =>
  held.state !== 'dismissed' &&
  held.claim === seen.claim &&
  held.cardId === seen.cardId &&
  isDeepStrictEqual(held.clarification, seen.clarification);

function append(tx: Tx, playlistId: Id, assetId: Id, now: number): void {
  const playlist = requireRecord(tx, 'playlist', playlistId);
  if (playlist.items.some((item) => item.assetId === assetId)) return;
  const item = { id: newId(now), assetId, stillMs: null, inMs: 0, outMs: null };
  tx.put('playlist', { ...playlist, items: [...playlist.items, item], updatedAt: now });
}
