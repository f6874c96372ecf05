/** What a playlist or an asset comes to on one display: pieces with a file and a length, and what is left out and why. */
import { type Asset, isProbed, type ProbedAsset, type ReadyRendition } from '../contract/records/asset';
import type { BookingWhat } from '../contract/records/booking';
import type { Playlist } from '../contract/records/playlist';
import type { Clip } from '../contract/records/timeline';
import { type Reason, reason, type Zone } from '../contract/scalars';
import { matterOf } from './judge/matter-of';
import { papersAgainst } from './judge/papers';
import type { Law } from './judge/types';
import { type Find, type Item, itemsOf, wholeOf } from './smart';
import { dayEnd, dayStart } from './time';

/** Anything that finds a record by id: a `Map`, or a store behind a closure. */
export interface Lookup<T> {
  get(id: string): T | undefined;
}

export interface Sources {
  playlists: Lookup<Playlist>;
  assets: Lookup<Asset>;
  /** What smart playlists go by. */
  find: Find;
}

/** How material is wanted. */
export interface Wanted {
  /** `profileKey()` of the display's profile. */
  profileKey: string;
  /** Length of a still that names none, ms. */
  stillMs: number;
  /** Whose days an asset's validity is counted in. */
  zone: Zone;
  /** What each clip is judged by; absent: by nothing. */
  law?: Pick<Law, 'agencyOf'> | undefined;
}

/** A clip without its place in the running order. */
type Unplaced<C> = C extends { because: Reason } ? Omit<C, 'because' | 'bookingId'> : never;
export type Media = Unplaced<Exclude<Clip, { kind: 'slate' }>>;

/** One item that can play. */
export interface Piece {
  media: Media;
  /** Shown length, whole ms, at least `SHORTEST_MS`. */
  ms: number;
  /** 1-based place in its playlist, counting items that are left out. */
  position: number;
  agencyId: string | null;
  category: string | null;
  /** When it may air, epoch ms; infinite where nothing is said. */
  airs: { from: number; until: number };
}

export interface LeftOut {
  assetId: string | null;
  because: Reason;
}

/** A rendition that is not there yet: never asked for, or queued. */
export interface Need {
  assetId: string;
  inMs: number;
}

export interface Material {
  /** Name of the playlist; null for a single asset. */
  playlist: string | null;
  /** How many items there are, playable or not. */
  count: number;
  pieces: Piece[];
  leftOut: LeftOut[];
  needs: Need[];
}

/** Anything shorter flashes by and would fill a timeline with thousands of entries. */
export const SHORTEST_MS = 1000;

export type Materials = (what: BookingWhat) => Material;

/** Resolves what bookings name, each playlist and each asset once: hundreds of bookings may share one. */
export function materialsOf(sources: Sources, wanted: Wanted): Materials {
  const known = new Map<string, Material>();
  return (what) => {
    const key = what.kind === 'playlist' ? `list ${what.playlistId}` : `asset ${what.assetId}`;
    const material = known.get(key) ?? materialOf(what, sources, wanted);
    known.set(key, material);
    return material;
  };
}

function materialOf(what: BookingWhat, sources: Sources, wanted: Wanted): Material {
  if (what.kind === 'playlist') return playlistMaterial(what.playlistId, sources, wanted);
  return resolve([wholeOf(what.assetId)], null, sources, wanted);
}

/** Resolves what a playlist comes to, in its order. */
function playlistMaterial(playlistId: string, sources: Sources, wanted: Wanted): Material {
  const playlist = sources.playlists.get(playlistId);
  const items = playlist ? itemsOf(playlist, sources.find) : [];
  if (playlist && items.length > 0) return resolve(items, playlist.name, sources, wanted);
  const leftOut = [{ assetId: null, because: whyNothing(playlist) }];
  return { playlist: playlist?.name ?? null, count: 0, pieces: [], leftOut, needs: [] };
}

function whyNothing(playlist: Playlist | undefined): Reason {
  if (!playlist) return reason('why.missingPlaylist');
  const name = { playlist: playlist.name };
  return playlist.smart ? reason('why.nothingFound', name) : reason('why.emptyPlaylist', name);
}

function resolve(items: readonly Item[], playlist: string | null, sources: Sources, wanted: Wanted): Material {
  const material: Material = { playlist, count: items.length, pieces: [], leftOut: [], needs: [] };
  items.forEach((item, index) => {
    const asset = sources.assets.get(item.assetId);
    const made = asset ? pieceOf(item, asset, wanted) : { because: reason('why.missingAsset') };
    if ('because' in made) material.leftOut.push({ assetId: item.assetId, because: made.because });
    else material.pieces.push({ ...made, position: index + 1 });
    if ('need' in made && made.need) material.needs.push(made.need);
  });
  return material;
}

type Made = Omit<Piece, 'position'> | { because: Reason; need?: Need };

function pieceOf(item: Item, asset: Asset, wanted: Wanted): Made {
  const name = { asset: asset.name };
  if (asset.approval === 'pending' || asset.approval === 'rejected')
    return { because: reason('why.notApproved', name) };
  if (asset.trashedAt !== null) return { because: reason('why.binned', name) };
  const [against] = papersAgainst(matterOf(asset, undefined, wanted.zone));
  if (against) return { because: against };
  if (asset.state === 'failed') return { because: reason('why.failed', name) };
  if (!isProbed(asset)) return { because: reason('why.notReady', name) };
  if (asset.probe.kind === 'audio') return { because: reason('why.audioOnly', name) };
  const inMs = asset.probe.kind === 'image' ? 0 : item.inMs;
  const found = asset.renditions.filter((each) => each.profileKey === wanted.profileKey && each.inMs === inMs);
  const ready = found.find((each) => each.state === 'ready');
  if (ready) return lengthened(item, asset, ready, wanted);
  if (found.some((each) => each.state === 'failed')) return { because: reason('why.failed', name) };
  return { because: reason('why.notReady', name), need: { assetId: asset.id, inMs } };
}

function lengthened(item: Item, asset: ProbedAsset, file: ReadyRendition, wanted: Wanted): Made {
  const { hash, bytes, mime, codecs } = file;
  const base = (ms: number) => ({
    assetId: asset.id,
    name: asset.name,
    hash,
    bytes,
    mime,
    ...judgedBy(asset, ms, wanted),
  });
  const origin = { agencyId: asset.agencyId, category: asset.category, airs: airsOf(asset, wanted.zone) };
  if (asset.probe.kind === 'image') {
    const ms = item.stillMs ?? wanted.stillMs;
    return { media: { kind: 'image', ...base(ms) }, ms, ...origin };
  }
  if (!codecs) return { because: reason('why.failed', { asset: asset.name }) };
  const ms = Math.min(file.durationMs, (item.outMs ?? Number.POSITIVE_INFINITY) - item.inMs);
  if (ms < SHORTEST_MS) return { because: reason('why.tooShort', { asset: asset.name }) };
  return { media: { kind: 'video', ...base(ms), durationMs: file.durationMs, codecs }, ms, ...origin };
}

/** By how long it is shown here, which is not how long its file is: a still has no length, and a clip may be trimmed. */
function judgedBy(asset: Asset, ms: number, { law, zone }: Wanted) {
  return law ? { matter: matterOf(asset, law.agencyOf(asset.agencyId), zone, ms) } : {};
}

/** Whether its asset may air from `start` to `end`. */
export const mayAir = ({ airs }: Pick<Piece, 'airs'>, start: number, end: number): boolean =>
  airs.from <= start && end <= airs.until;

/** Its days as instants; infinite where nothing is said. */
export function airsOf({ validFrom, validTo }: Pick<Asset, 'validFrom' | 'validTo'>, zone: Zone): Piece['airs'] {
  return {
    from: validFrom === null ? Number.NEGATIVE_INFINITY : dayStart(validFrom, zone),
    until: validTo === null ? Number.POSITIVE_INFINITY : dayEnd(validTo, zone),
  };
}

/**
 * How long an item will be shown, ms, judged by its asset's probe alone; null when it cannot play. The rendition's own
 * length, known once it is made, may differ by a frame.
 */
export function plannedMs(item: Item, asset: Asset | undefined, stillMs: number): number | null {
  if (!asset || asset.trashedAt !== null || !isProbed(asset) || asset.probe.kind === 'audio') return null;
  if (asset.probe.kind === 'image') return item.stillMs ?? stillMs;
  const ms = Math.min(item.outMs ?? Number.POSITIVE_INFINITY, asset.probe.durationMs) - item.inMs;
  return ms < SHORTEST_MS ? null : ms;
}
