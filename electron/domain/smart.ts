/** Smart playlists: which assets a rule finds, in which order, and what a playlist therefore comes to. */
import { type Asset, isProbed } from '../contract/records/asset';
import type { Playlist, PlaylistItem, SmartRule } from '../contract/records/playlist';

/** Ids of the assets that a rule finds, in its order. */
export type Find = (rule: SmartRule) => readonly string[];

/** Whether a rule finds an asset, but for its limit. The store asks the same of its rows. */
export function isFoundBy({ tags, agencyIds, categories }: SmartRule, asset: Asset): boolean {
  if (!isProbed(asset) || asset.probe.kind === 'audio') return false;
  if (asset.trashedAt !== null || asset.archivedAt !== null) return false;
  return (
    (tags.length === 0 || tags.some((tag) => asset.tags.includes(tag))) &&
    (agencyIds.length === 0 || (asset.agencyId !== null && agencyIds.includes(asset.agencyId))) &&
    (categories.length === 0 || (asset.category !== null && categories.includes(asset.category)))
  );
}

const ORDERS: Record<SmartRule['sort'], (a: Asset, b: Asset) => number> = {
  newest: (a, b) => b.createdAt - a.createdAt || compare(b.id, a.id),
  oldest: (a, b) => a.createdAt - b.createdAt || compare(a.id, b.id),
  name: (a, b) => compare(sortName(a.name), sortName(b.name)) || compare(a.id, b.id),
};

/** What a rule finds among these. */
export function findAmong(assets: readonly Asset[], rule: SmartRule): string[] {
  const found = assets.filter((asset) => isFoundBy(rule, asset)).sort(ORDERS[rule.sort]);
  return found.slice(0, rule.limit).map(({ id }) => id);
}

/** Letters before accents and case, so that `Élan` stands beside `elan`. */
export function sortName(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** What is shown of an asset: the whole of it, a still as long as the station's stills are. */
export type Item = Omit<PlaylistItem, 'id'>;
export const wholeOf = (assetId: string): Item => ({ assetId, stillMs: null, inMs: 0, outMs: null });

/** What a playlist comes to now: what it finds, or what was put into it. */
export function itemsOf({ smart, items }: Playlist, find: Find): readonly Item[] {
  return smart ? find(smart).map(wholeOf) : items;
}
