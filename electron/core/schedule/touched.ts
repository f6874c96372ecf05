/** Which displays a set of changes may make show something else. Errs towards too many; a compile finds out. */
import type { RecordName } from '../../contract/records';
import type { Playlist } from '../../contract/records/playlist';
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
  return new Set([
    ...ids('display'),
    ...ids('displayGroup').flatMap((id) => networks.flatMap((network) => network.membersOf(id))),
    ...ids('loopPolicy').flatMap((id) => networks.flatMap((network) => network.displaysUnder(id))),
    ...ids('booking').flatMap((id) => networks.flatMap((network) => network.displaysOf(id))),
    ...under(new Set(ids('agreement')), after, reader),
    ...showing(new Set(ids('asset')), playlists, after, reader),
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

/** Displays that air one of these, or fall back on it. */
function showing(
  assets: ReadonlySet<string>,
  playlists: ReadonlySet<string>,
  network: Network,
  reader: Reader,
): string[] {
  if (assets.size === 0 && playlists.size === 0) return [];
  const airing = reader
    .all('booking')
    .filter(({ what }) => (what.kind === 'asset' ? assets.has(what.assetId) : playlists.has(what.playlistId)));
  const falling = reader.all('display').filter(({ fillerPlaylistId: id }) => id !== null && playlists.has(id));
  return [...airing.flatMap(({ id }) => network.displaysOf(id)), ...falling.map(({ id }) => id)];
}
