/** Which displays a set of changes may make show something else. Errs towards too many; a compile finds out. */
import type { RecordName } from '../../contract/records';
import type { Booking } from '../../contract/records/booking';
import type { Playlist } from '../../contract/records/playlist';
import { countedTogether } from '../rules/book';
import type { Reader } from '../store';
import type { Network } from './network';

export interface Change {
  record: RecordName;
  id: string;
}

/** What may change what any display shows. */
const EVERYWHERE: ReadonlySet<RecordName> = new Set<RecordName>([
  'agency',
  'lockLift',
  'rule',
  'settings',
  'stageCalendar',
]);

/** By these one display may get more, or less, of a cap that counts the whole station, when another is booked. */
const CLAIMING: ReadonlySet<RecordName> = new Set<RecordName>(['agreement', 'booking', 'display', 'displayGroup']);

/** `before` are the networks by which displays may have been compiled since changes were last looked at, `after` is now's. */
export function touched(
  changes: readonly Change[],
  before: readonly Network[],
  after: Network,
  reader: Reader,
): Set<string> {
  const ids = (record: RecordName) => changes.filter((change) => change.record === record).map(({ id }) => id);
  if (changes.some(({ record }) => EVERYWHERE.has(record))) return allDisplays(reader);
  const playlists = withPlaylistsOf(new Set(ids('asset')), new Set(ids('playlist')), reader);
  const filler = reader.get('settings', 'settings')?.fillerPlaylistId;
  if (filler && playlists.has(filler)) return allDisplays(reader);
  const networks = [...before, after];
  const airing = airingOf(new Set(ids('asset')), playlists, reader);
  const claims = airing.length > 0 || changes.some(({ record }) => CLAIMING.has(record));
  return new Set([
    ...(claims ? countedTogether(reader) : []),
    ...ids('display'),
    ...ids('displayGroup').flatMap((id) => networks.flatMap((network) => network.membersOf(id))),
    ...ids('loopPolicy').flatMap((id) => networks.flatMap((network) => network.displaysUnder(id))),
    ...ids('booking').flatMap((id) => networks.flatMap((network) => network.displaysOf(id))),
    ...under(new Set(ids('agreement')), after, reader),
    ...airing.flatMap(({ id }) => after.displaysOf(id)),
    ...fallingBackOn(playlists, reader),
  ]);
}

function allDisplays(reader: Reader): Set<string> {
  return new Set(reader.all('display').map(({ id }) => id));
}

function withPlaylistsOf(assets: ReadonlySet<string>, playlists: ReadonlySet<string>, reader: Reader): Set<string> {
  if (assets.size === 0) return new Set(playlists);
  // Whether a rule found it before, or finds it now, is not known here.
  const holds = ({ smart, items }: Playlist) => smart !== null || items.some((item) => assets.has(item.assetId));
  const holders = reader.all('playlist').filter(holds);
  return new Set([...playlists, ...holders.map(({ id }) => id)]);
}

/** Displays with a booking under one of these agreements. */
function under(agreements: ReadonlySet<string>, network: Network, reader: Reader): string[] {
  if (agreements.size === 0) return [];
  const bookings = reader
    .all('booking')
    .filter(({ agreementId }) => agreementId !== null && agreements.has(agreementId));
  return bookings.flatMap(({ id }) => network.displaysOf(id));
}

/** Bookings of one of these. */
function airingOf(assets: ReadonlySet<string>, playlists: ReadonlySet<string>, reader: Reader): Booking[] {
  if (assets.size === 0 && playlists.size === 0) return [];
  return reader
    .all('booking')
    .filter(({ what }) => (what.kind === 'asset' ? assets.has(what.assetId) : playlists.has(what.playlistId)));
}

/** Displays whose own filler is one of these. */
function fallingBackOn(playlists: ReadonlySet<string>, reader: Reader): string[] {
  if (playlists.size === 0) return [];
  const falling = reader.all('display').filter(({ fillerPlaylistId: id }) => id !== null && playlists.has(id));
  return falling.map(({ id }) => id);
}
