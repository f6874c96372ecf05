/** Material, bookings and displays for tests of compile and of what is built on it. */
import { NO_ORIGIN, type ProbedAsset } from '../contract/records/asset';
import { type Booking, PLAIN_BOOKING } from '../contract/records/booking';
import type { Display } from '../contract/records/display';
import type { Agreement } from '../contract/records/partner';
import type { Playlist } from '../contract/records/playlist';
import { DEFAULT_SETTINGS } from '../contract/records/settings-defaults';
import type { CompileInput } from './compile';
import { profileKey } from './profile';
import { findAmong } from './smart';
import { toInstant } from './time';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A valid id from a letter for the kind and a number, in the order of the numbers. */
export function idFor(kind: string, n: number): string {
  let digits = '';
  for (let rest = n, place = 0; place < 10; place++, rest = Math.floor(rest / 32))
    digits = CROCKFORD[rest % 32] + digits;
  return `01${kind.padStart(14, '0')}${digits}`;
}

export const VT01 = {
  id: idFor('D', 1),
  zone: 'Asia/Jakarta',
  profile: { width: 800, height: 400, fit: 'contain', frameRate: 25, loudnessLufs: -23 },
  fillerPlaylistId: null,
  pitchMm: null,
  viewingM: null,
} as const satisfies CompileInput['display'] & Pick<Display, 'pitchMm' | 'viewingM'>;

export const hashFor = (n: number) => n.toString(16).padStart(64, '0');

const probe = {
  container: 'mp4',
  bitRate: null,
  video: null,
  audio: [],
  loudness: null,
  fragmentedPerTrack: true,
  findings: [],
};

/** A video of `ms`, ready for the display's profile unless `over` says otherwise. */
export function video(n: number, ms: number, over: Partial<ProbedAsset> = {}): ProbedAsset {
  return {
    ...assetBase(n, `Clip ${n}`),
    state: 'ready',
    probe: { ...probe, kind: 'video', durationMs: ms },
    renditions: [{ ...rendition(n), durationMs: ms, codecs: { video: 'avc1.64001f', audio: 'mp4a.40.2' } }],
    ...over,
  };
}

/** A still. */
export function still(n: number, over: Partial<ProbedAsset> = {}): ProbedAsset {
  const renditions = [{ ...rendition(n), mime: 'image/png', durationMs: 0, codecs: null }];
  return {
    ...assetBase(n, `Still ${n}`),
    state: 'ready',
    probe: { ...probe, kind: 'image', container: 'png', durationMs: 0 },
    renditions,
    ...over,
  };
}

export function rendition(n: number, inMs = 0) {
  return {
    state: 'ready' as const,
    profileKey: profileKey(VT01.profile),
    inMs,
    because: [],
    decision: 'transcode' as const,
    hash: hashFor(n * 100_000 + inMs),
    bytes: 1000 + n,
    mime: 'video/mp4',
    width: 800,
    height: 400,
    durationMs: 0,
    frames: null,
    codecs: null as { video: string; audio: string } | null,
    madeAt: 0,
  };
}

function assetBase(n: number, name: string) {
  return {
    id: idFor('A', n),
    rev: 1,
    name,
    originalName: `${name}.mp4`,
    hash: hashFor(n),
    bytes: 1000,
    tags: [],
    notes: '',
    ...NO_ORIGIN,
    createdAt: 0,
    createdBy: 'Penyiar 1',
    archivedAt: null,
    trashedAt: null,
    pictures: { thumbnail: null, filmstrip: null, waveform: null },
  };
}

/** A playlist of these assets, untrimmed. */
export function playlist(n: number, assets: readonly { id: string }[], over: Partial<Playlist> = {}): Playlist {
  const items = assets.map(({ id }, index) => ({
    id: idFor('T', n * 1000 + index),
    assetId: id,
    stillMs: null,
    inMs: 0,
    outMs: null,
  }));
  return { id: idFor('P', n), rev: 1, name: `Daftar ${n}`, items, smart: null, createdAt: 0, updatedAt: 0, ...over };
}

/** On VT-01, every day of 2024 to 2027, all day, on the station's clock. */
export function booking(n: number, what: Booking['what'], over: Partial<Booking> = {}): Booking {
  return {
    id: idFor('B', n),
    rev: 1,
    name: `Pesanan ${n}`,
    what,
    where: { displayIds: [VT01.id], groupIds: [] },
    how: { kind: 'rotation' },
    ...PLAIN_BOOKING,
    from: '2024-01-01',
    to: '2027-12-31',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    dayparts: [{ start: '00:00:00', end: '24:00:00' }],
    zone: 'station',
    paused: false,
    createdAt: n,
    createdBy: 'Penyiar 1',
    ...over,
  };
}

export const ofPlaylist = ({ id }: Playlist): Booking['what'] => ({ kind: 'playlist', playlistId: id });
export const ofAsset = ({ id }: { id: string }): Booking['what'] => ({ kind: 'asset', assetId: id });

interface Given {
  display?: CompileInput['display'];
  station?: Partial<CompileInput['station']>;
  groupIds?: string[];
  policy?: CompileInput['policy'];
  agreements?: Agreement[];
  bookings?: Booking[];
  playlists?: Playlist[];
  assets?: ProbedAsset[];
}

/** The input for an interval, on a station in WIB with 10 s stills and no filler unless given. */
export function inputFor(given: Given, from: number, until: number): CompileInput {
  const byId = <T extends { id: string }>(all: T[] = []) => new Map(all.map((each) => [each.id, each]));
  const { zone, stillMs, fillerPlaylistId } = DEFAULT_SETTINGS;
  return {
    display: given.display ?? VT01,
    groupIds: given.groupIds ?? [],
    station: { zone, stillMs, fillerPlaylistId, ...given.station },
    policy: given.policy ?? null,
    agreements: byId(given.agreements),
    bookings: given.bookings ?? [],
    playlists: byId(given.playlists),
    assets: byId(given.assets),
    find: (rule) => findAmong(given.assets ?? [], rule),
    from,
    until,
  };
}

/** `2026-03-01 06:00:00` on a wall clock, WIB unless a zone is given. */
export function at(local: string, zone = 'Asia/Jakarta'): number {
  return toInstant(local.slice(0, 10), local.slice(11), zone);
}
