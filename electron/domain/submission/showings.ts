/** Where a version is shown and heard, and what of that its successor cannot play yet. Pure. */
import { type Asset, isProbed, type Rendition } from '../../contract/records/asset';
import type { Booking } from '../../contract/records/booking';
import type { Display, Profile } from '../../contract/records/display';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { Playlist } from '../../contract/records/playlist';
import type { Programme } from '../../contract/records/programme';
import type { RundownItem } from '../../contract/records/rundown-item';
import type { Reason } from '../../contract/scalars';
import { audioKey, profileKey } from '../profile';
import { type Find, itemsOf } from '../smart';
import { isMeant } from '../takeover';
import { bookingWith, playlistWith, programmeWith, type Replacement } from './replacement';

/** One file that must be there before the successor can take a place. */
export interface Showing {
  /** Null is the radio. */
  display: Pick<Display, 'id' | 'name'> | null;
  /** Null is sound alone. */
  profile: Profile | null;
  profileKey: string;
  /** Where in its source it begins. */
  inMs: number;
}

export interface Grid {
  /** Those that are not over. */
  bookings: readonly Booking[];
  playlists: readonly Playlist[];
  displays: readonly Display[];
  programmes: readonly Programme[];
  /** Of rundowns to come. */
  lines: readonly RundownItem[];
  groupsOf(displayId: string): ReadonlySet<string>;
  find: Find;
  /** What displays without filler of their own fall back on. */
  fillerPlaylistId: string | null;
  audioLoudnessLufs: number;
}

type Where = Pick<Booking, 'where'>['where'] & { all?: boolean };

/** Every file that the successor needs, each once, as its places will name it. */
export function showingsOf(grid: Grid, change: Replacement): Showing[] {
  const begins = new Map(grid.playlists.map((list) => [list.id, beginningsIn(list, change, grid.find)]));
  const ofList = (id: string | null): readonly number[] => (id === null ? [] : (begins.get(id) ?? []));
  const ofBooking = (booking: Booking): readonly number[] => {
    if (booking.what.kind === 'playlist') return ofList(booking.what.playlistId);
    return bookingWith(booking, change) === booking ? [] : [0];
  };
  const booked = grid.bookings
    .map((booking) => ({ where: booking.where, starts: ofBooking(booking) }))
    .filter(({ starts }) => starts.length > 0);
  const cued = grid.lines.flatMap(({ cue }) =>
    cue?.what.kind === 'asset' && cue.what.assetId === change.from ? [{ where: cue.where, starts: [0] }] : [],
  );
  const onDisplays = grid.displays.flatMap((display) => {
    const groups = grid.groupsOf(display.id);
    const here = [...booked, ...cued].filter(({ where }) => isHere(where, display.id, groups));
    const filler = ofList(display.fillerPlaylistId ?? grid.fillerPlaylistId);
    const starts = new Set([...here.flatMap((each) => each.starts), ...filler]);
    const { id, name, profile } = display;
    return [...starts].map((inMs) => ({ display: { id, name }, profile, profileKey: profileKey(profile), inMs }));
  });
  const isHeard =
    booked.some(({ where }) => where.displayIds.includes(RADIO_CHANNEL_ID)) ||
    grid.programmes.some((programme) => programmeWith(programme, change) !== programme) ||
    grid.lines.some(({ spots }) => spots.some(({ assetId }) => assetId === change.from));
  const radio = { display: null, profile: null, profileKey: audioKey(grid.audioLoudnessLufs), inMs: 0 };
  return isHeard ? [...onDisplays, radio] : onDisplays;
}

const isHere = ({ all = false, displayIds, groupIds }: Where, id: string, groups: ReadonlySet<string>): boolean =>
  isMeant({ where: { all, displayIds, groupIds } }, id, groups);

/** Where in the successor its items will begin; empty where the list does not hold it. */
function beginningsIn(list: Playlist, change: Replacement, find: Find): number[] {
  if (list.smart !== null) return itemsOf(list, find).some(({ assetId }) => assetId === change.from) ? [0] : [];
  return playlistWith(list, change).items.flatMap(({ assetId, inMs }, at) =>
    list.items[at]?.assetId === change.from && assetId === change.to ? [change.durationMs === 0 ? 0 : inMs] : [],
  );
}

/** What is waited for in one place. `failed`: it cannot be made, and a person must look. */
export interface Lack {
  showing: Showing;
  state: 'coming' | 'failed';
  because: Reason[];
}

/** Where the successor cannot be played yet. What cannot be made for a place where the one before cannot play either keeps nobody. */
export function lacksOf(showings: readonly Showing[], next: Asset, before: Asset): Lack[] {
  return showings.flatMap((showing): Lack[] => {
    const found = fileFor(next, showing);
    if (found?.state === 'ready') return [];
    const because = next.state === 'failed' ? [next.failure] : found?.state === 'failed' ? found.because : null;
    if (because === null) return [{ showing, state: 'coming', because: [] }];
    return isPlayable(before, showing) ? [{ showing, state: 'failed', because }] : [];
  });
}

const isPlayable = (asset: Asset, { profileKey: key }: Showing): boolean =>
  isProbed(asset) && asset.renditions.some((each) => each.profileKey === key && each.state === 'ready');

function fileFor(asset: Asset, { profileKey: key, inMs }: Showing): Rendition | undefined {
  if (!isProbed(asset)) return undefined;
  return asset.renditions.find((each) => each.profileKey === key && each.inMs === inMs);
}
